// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.name.TableName;
import io.aludel.core.type.ValueType;
import io.aludel.mapping.access.EntityAccess;
import io.aludel.mapping.convert.AttributeTypes;
import io.aludel.mapping.model.AssociationModel;
import io.aludel.mapping.model.AttributeModel;
import io.aludel.mapping.model.EntityModel;
import io.aludel.mapping.model.JoinColumnModel;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entity of a {@link Model} together with its class: its {@link EntityModel}, the types of its values, and access to its fields. Safe to
 * share between threads.
 *
 * <p>In a result an entity has a fixed layout, {@link #columns()}: first its attributes in the order of their numbers, then the foreign key columns of its
 * owning to-one associations, in the order of theirs.
 */
public final class EntityType<E> {
    private final Model owner;
    private final Class<E> entityClass;
    private final EntityModel model;
    private final List<Field> fields;
    private final List<ValueType<?>> valueTypes;
    private final int[] ids;
    private @Nullable List<ColumnRef> columns;
    private volatile @Nullable EntityAccess<E> access;

    EntityType(Model owner, Class<E> entityClass, EntityModel model) {
        this.owner = owner;
        this.entityClass = entityClass;
        this.model = model;
        fields = fields(entityClass, model);
        valueTypes = model.attributes().stream()
                .<ValueType<?>>map(
                        attribute -> AttributeTypes.of(attribute, fields.get(model.memberIndex(attribute.name()))))
                .toList();
        ids = model.id().stream().mapToInt(model::memberIndex).toArray();
    }

    public EntityModel model() {
        return model;
    }

    public Class<E> entityClass() {
        return entityClass;
    }

    /** The entity's name in queries and messages. */
    public String name() {
        return model.entityName();
    }

    public TableName table() {
        return model.table();
    }

    /**
     * Access to the entity's fields: the processor's companion, or else by reflection. Found at the first call.
     *
     * @throws io.aludel.mapping.problem.MappingException if there is neither: the message says how to get one
     */
    public EntityAccess<E> access() {
        EntityAccess<E> found = access;
        if (found == null) {
            found = AccessLookup.find(this);
            access = found;
        }
        return found;
    }

    /** The number of the attribute that is the identifier. */
    public int idAttribute() {
        return ids[0];
    }

    /** The identifier in this instance; null where it has none yet. */
    public @Nullable Object id(E entity) {
        return access().get(entity, idAttribute());
    }

    /** The number of the version attribute, or -1 where there is none. */
    public int versionAttribute() {
        return model.version() == null ? -1 : model.memberIndex(model.version());
    }

    /** What an attribute's values are bound and read with; never an {@code AttributeType}. */
    public ValueType<?> valueType(int attribute) {
        return valueTypes.get(attribute);
    }

    /** What the identifier is bound and read with. */
    public ValueType<?> idType() {
        return valueTypes.get(idAttribute());
    }

    /** The layout of the entity in a result; not qualified, attributes first, then foreign keys. */
    public List<ColumnRef> columns() {
        return Objects.requireNonNull(columns, "columns");
    }

    /** The attribute's column, not qualified. */
    public ColumnRef column(int attribute) {
        return columns().get(attribute);
    }

    /** The identifier's column, not qualified. */
    public ColumnRef idColumn() {
        return columns().get(idAttribute());
    }

    /** The foreign key columns of an owning to-one association, not qualified; their types are those of the target's identifier. */
    public List<ColumnRef> columns(AssociationModel association) {
        int first = firstColumn(association);
        return columns().subList(first, first + association.joinColumns().size());
    }

    /**
     * Where the foreign key of an owning to-one association begins in the layout.
     *
     * @throws IllegalArgumentException if the association is not this entity's, or does not own the key
     */
    public int firstColumn(AssociationModel association) {
        int at = model.attributes().size();
        for (AssociationModel candidate : model.associations()) {
            if (candidate.equals(association) && !candidate.joinColumns().isEmpty()) {
                return at;
            }
            at += candidate.joinColumns().size();
        }
        throw new IllegalArgumentException(
                name() + "." + association.name() + " has no column of its own in table " + table() + ".");
    }

    /** The entity at the association's other end. */
    public EntityType<?> target(AssociationModel association) {
        return owner.entity(association.target());
    }

    /** The other side of this entity's association, where both sides are declared. */
    public Optional<AssociationModel> inverse(AssociationModel association) {
        EntityModel other = target(association).model();
        if (association.mappedBy() != null) {
            return other.association(association.mappedBy());
        }
        return other.associations().stream()
                .filter(candidate -> association.name().equals(candidate.mappedBy())
                        && candidate.target().equals(model.className()))
                .findFirst();
    }

    /** The owning to-one associations of the model's entities that point at this one, by entity in the model's order. */
    public List<Referrer> referrers() {
        List<Referrer> referrers = new ArrayList<>();
        for (EntityType<?> entity : owner.entities()) {
            for (AssociationModel association : entity.model().associations()) {
                if (association.isOwner() && association.target().equals(model.className())) {
                    referrers.add(new Referrer(entity, association));
                }
            }
        }
        return referrers;
    }

    /** An association that points at an entity, with the entity that owns it. */
    public record Referrer(EntityType<?> owner, AssociationModel association) {}

    /** Whether no other entity extends this one, so that a row's class is certain before it is read. */
    public boolean isLeaf() {
        return owner.entities().stream()
                .noneMatch(other -> other != this && entityClass.isAssignableFrom(other.entityClass));
    }

    /** The members' fields, in the order of their numbers. */
    List<Field> fields() {
        return fields;
    }

    /** Called when all entities of the model stand, as a foreign key has the type of its target's identifier. */
    void complete() {
        List<ColumnRef> all = new ArrayList<>();
        for (int i = 0; i < valueTypes.size(); i++) {
            all.add(new ColumnRef("", model.attributes().get(i).column().name(), valueTypes.get(i)));
        }
        for (AssociationModel association : model.associations()) {
            for (JoinColumnModel join : association.joinColumns()) {
                all.add(new ColumnRef(
                        "", join.column().name(), target(association).idType()));
            }
        }
        columns = List.copyOf(all);
    }

    private static List<Field> fields(Class<?> entityClass, EntityModel model) {
        return Stream.concat(
                        model.attributes().stream().map(attribute -> field(entityClass, attribute)),
                        model.associations().stream()
                                .map(association ->
                                        field(entityClass, association.declaringClass(), association.name())))
                .toList();
    }

    private static Field field(Class<?> entityClass, AttributeModel attribute) {
        return field(entityClass, attribute.declaringClass(), attribute.name());
    }

    private static Field field(Class<?> entityClass, String declaringClass, String name) {
        try {
            for (Class<?> type = entityClass; type != null; type = type.getSuperclass()) {
                if (type.getName().equals(declaringClass)) {
                    return type.getDeclaredField(name);
                }
            }
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e); // the model was read from this very class
        }
        throw new IllegalStateException(entityClass + " does not extend " + declaringClass);
    }

    /** The entity for people: {@code Student (students)}. */
    @Override
    public String toString() {
        return name() + " (" + table() + ")";
    }
}
