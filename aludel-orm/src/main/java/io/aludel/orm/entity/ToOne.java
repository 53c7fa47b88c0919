// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.entity;

import io.aludel.core.schema.ForeignKey;
import io.aludel.mapping.model.AssociationModel;
import io.aludel.mapping.model.AssociationModel.CascadeKind;
import org.jspecify.annotations.Nullable;

/** A to-one association on the side that has the foreign key. */
public final class ToOne {
    private final EntityMapping owner;
    private final EntityMapping target;
    private final AssociationModel model;
    private final MappedColumn column;
    private final int place;
    private @Nullable Inverse inverse;

    ToOne(EntityMapping owner, EntityMapping target, AssociationModel model, MappedColumn column, int place) {
        this.owner = owner;
        this.target = target;
        this.model = model;
        this.column = column;
        this.place = place;
    }

    void inverse(Inverse inverse) {
        this.inverse = inverse;
    }

    public EntityMapping owner() {
        return owner;
    }

    public EntityMapping target() {
        return target;
    }

    /** The foreign key. */
    public MappedColumn column() {
        return column;
    }

    public String name() {
        return model.name();
    }

    /** Which of its owner's owning to-ones it is, counted from 0. */
    public int place() {
        return place;
    }

    /** The other side, where it is declared. */
    public @Nullable Inverse inverse() {
        return inverse;
    }

    public boolean isNullable() {
        return model.optional() && column.nullable();
    }

    /** Whether no two owners may refer to the same target. */
    public boolean isOneToOne() {
        return model.kind() == AssociationModel.Kind.ONE_TO_ONE;
    }

    public boolean isLazy() {
        return model.lazy();
    }

    public boolean cascades(CascadeKind kind) {
        return model.cascades().contains(kind);
    }

    /** Whether a target that is no longer referred to is removed. */
    public boolean orphanRemoval() {
        return model.orphanRemoval();
    }

    /** What the database does to the owner's row when the target's is deleted. */
    public ForeignKey.Action onDelete() {
        return model.onDelete();
    }

    /** For messages: {@code Pet.owner}. */
    public String path() {
        return owner.name() + "." + name();
    }

    /** What the object refers to now: an entity, or null. */
    public @Nullable Object get(Object entity) {
        return owner.access().get(entity, column.member());
    }

    public void set(Object entity, @Nullable Object value) {
        owner.access().set(entity, column.member(), value);
    }

    @Override
    public String toString() {
        return path();
    }
}
