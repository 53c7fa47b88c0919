// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.entity;

import io.aludel.core.name.TableName;
import io.aludel.mapping.EntityType;
import io.aludel.mapping.access.EntityAccess;
import io.aludel.mapping.model.IdGeneration;
import io.aludel.orm.error.SessionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One entity class as sessions use it. */
public final class EntityMapping {
    private final EntityType<Object> type;
    private final IdGeneration idGeneration;
    private final List<MappedColumn> attributes;
    private final List<ToOne> toOnes = new ArrayList<>();
    private final List<Inverse> inverses = new ArrayList<>();
    private final List<ToOne> incoming = new ArrayList<>();
    private final EntityStatements statements = new EntityStatements(this);
    private final boolean wholeNumberId;
    private int rank;
    private boolean onCycle;

    /**
     * @param idGeneration that of the model, or what takes its place on this database
     */
    EntityMapping(EntityType<Object> type, IdGeneration idGeneration, List<MappedColumn> attributes) {
        this.type = type;
        this.idGeneration = idGeneration;
        this.attributes = List.copyOf(attributes);
        this.wholeNumberId = WholeNumber.is(type.idType().javaType());
    }

    void add(ToOne toOne) {
        toOnes.add(toOne);
    }

    void add(Inverse inverse) {
        inverses.add(inverse);
    }

    void addIncoming(ToOne toOne) {
        incoming.add(toOne);
    }

    void place(int rank, boolean onCycle) {
        this.rank = rank;
        this.onCycle = onCycle;
    }

    public EntityType<Object> type() {
        return type;
    }

    /** The name that messages use: {@code Person}. */
    public String name() {
        return type.name();
    }

    public Class<?> javaClass() {
        return type.entityClass();
    }

    public TableName table() {
        return type.table();
    }

    public EntityAccess<Object> access() {
        return type.access();
    }

    /** The attributes' columns, in the order of their numbers. */
    public List<MappedColumn> attributes() {
        return attributes;
    }

    /** The owning to-ones, in the order of their numbers. */
    public List<ToOne> toOnes() {
        return toOnes;
    }

    /** The to-one that this column is the key of. */
    public ToOne toOne(MappedColumn column) {
        for (ToOne toOne : toOnes) {
            if (toOne.column().member() == column.member()) {
                return toOne;
            }
        }
        throw new IllegalArgumentException(column + " is no key of " + name() + ".");
    }

    /** The sides mapped by other entities, in the order of their numbers. */
    public List<Inverse> inverses() {
        return inverses;
    }

    /** The to-ones, of any entity, that refer to this one. */
    public List<ToOne> incoming() {
        return incoming;
    }

    public MappedColumn id() {
        return attributes.get(type.idAttribute());
    }

    public @Nullable MappedColumn version() {
        return type.versionAttribute() < 0 ? null : attributes.get(type.versionAttribute());
    }

    public IdGeneration idGeneration() {
        return idGeneration;
    }

    /** Whether the identifier is a {@code Long}, an {@code Integer} or a {@code Short}. */
    public boolean hasWholeNumberId() {
        return wholeNumberId;
    }

    public EntityStatements statements() {
        return statements;
    }

    /** Its place in the order in which rows are inserted. What it refers to has a lower one, or the same if both are on a cycle. */
    public int rank() {
        return rank;
    }

    /** Whether its rows may refer to each other, directly or by way of other entities, so that their order matters. */
    public boolean isOnCycle() {
        return onCycle;
    }

    /** The identifier as the object has it; null where it has none yet, which a primitive that is generated says by 0. */
    public @Nullable Object idOf(Object entity) {
        Object value = access().get(entity, id().member());
        boolean zero = value instanceof Number number && number.longValue() == 0 && isPrimitive(id());
        return zero && !(idGeneration instanceof IdGeneration.Assigned) ? null : value;
    }

    /**
     * The value as an identifier; a whole number in another Java type is taken for the same number.
     *
     * @throws SessionException if it is of another type
     */
    public Object requireId(Object value) {
        Class<?> javaType = id().type().javaType();
        if (javaType.isInstance(Objects.requireNonNull(value, "id"))) {
            return value;
        }
        if (wholeNumberId && WholeNumber.is(value.getClass())) {
            try {
                return WholeNumber.of(((Number) value).longValue(), javaType);
            } catch (ArithmeticException e) {
                throw new SessionException(
                        "The identifier of " + name() + ", of type " + javaType.getSimpleName() + ", is never " + value
                                + ", which is too large for it; check where that number comes from.",
                        e);
            }
        }
        throw new SessionException("The identifier of " + name() + " is a " + javaType.getSimpleName()
                + ", but this is a " + value.getClass().getSimpleName() + ".");
    }

    /** Sets the identifier; null takes it away. */
    public void setId(Object entity, @Nullable Object value) {
        set(entity, id(), value);
    }

    /** Sets an attribute that is a number; null means 0 for primitives. */
    public void set(Object entity, MappedColumn attribute, @Nullable Object value) {
        boolean zero = value == null && isPrimitive(attribute);
        access().set(
                        entity,
                        attribute.member(),
                        zero ? WholeNumber.of(0, attribute.type().javaType()) : value);
    }

    private boolean isPrimitive(MappedColumn attribute) {
        return type.model().attributes().get(attribute.member()).isPrimitive();
    }

    @Override
    public String toString() {
        return name();
    }
}
