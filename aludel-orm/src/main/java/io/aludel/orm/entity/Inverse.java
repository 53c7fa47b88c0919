// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.entity;

import io.aludel.mapping.model.AssociationModel;
import io.aludel.mapping.model.AssociationModel.CascadeKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The side of an association that is mapped by the other: a collection, or the far end of a one-to-one. */
public final class Inverse {
    private final EntityMapping owner;
    private final ToOne mappedBy;
    private final AssociationModel model;
    private final int member;
    private final int place;

    Inverse(EntityMapping owner, ToOne mappedBy, AssociationModel model, int member, int place) {
        this.owner = owner;
        this.mappedBy = mappedBy;
        this.model = model;
        this.member = member;
        this.place = place;
    }

    public EntityMapping owner() {
        return owner;
    }

    /** The association that has the foreign key; its owner is what this side holds. */
    public ToOne mappedBy() {
        return mappedBy;
    }

    public EntityMapping target() {
        return mappedBy.owner();
    }

    /** Which of its owner's inverse sides it is, counted from 0. */
    public int place() {
        return place;
    }

    public boolean isCollection() {
        return !model.isToOne();
    }

    public boolean isSet() {
        return "java.util.Set".equals(model.collectionType());
    }

    /** The far end of a one-to-one cannot wait: whether it is null is known only once it has been asked for. */
    public boolean isLazy() {
        return isCollection() && model.lazy();
    }

    public boolean cascades(CascadeKind kind) {
        return model.cascades().contains(kind);
    }

    public boolean orphanRemoval() {
        return model.orphanRemoval();
    }

    public List<String> orderBy() {
        return model.orderBy();
    }

    /** For messages: {@code Person.pets}. */
    public String path() {
        return owner.name() + "." + model.name();
    }

    /** The field's value: a collection, an entity, or null. */
    public @Nullable Object get(Object entity) {
        return owner.access().get(entity, member);
    }

    public void set(Object entity, @Nullable Object value) {
        owner.access().set(entity, member, value);
    }

    /** What it holds now, in order; a collection that is not loaded yet gets loaded by this. */
    public List<Object> elements(Object entity) {
        Object value = get(entity);
        if (value == null) {
            return List.of();
        }
        return isCollection() ? new ArrayList<>((Collection<?>) value) : List.of(value);
    }

    /** The same objects in the same order. */
    public static boolean isSame(List<Object> before, List<Object> now) {
        if (before.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) != now.get(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return path();
    }
}
