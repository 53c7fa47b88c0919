// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.model;

import io.aludel.core.schema.ForeignKey;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An association with another entity. One side owns the foreign key; the other, if it is declared, is mapped by it.
 *
 * @param declaringClass the binary name of the class whose field it is
 * @param target the binary name of the class at the other end
 * @param joinColumns the foreign key's columns; empty on the side that is mapped by the other
 * @param foreignKeyName the constraint's name; null on the side that is mapped by the other, or where no constraint is wanted
 * @param mappedBy the name of the owning attribute in {@code target}; null on the owning side
 * @param optional whether a to-one may be null
 * @param lazy loaded when touched, otherwise together with its owner
 * @param cascades what is done to the target when it is done to this entity
 * @param orphanRemoval an element that leaves the association is removed
 * @param foreignKey what is said of the foreign key; nothing on the side that is mapped by the other
 * @param collectionType the field's type where it holds many: {@code java.util.List}, {@code java.util.Set} or {@code java.util.Collection};
 *     null for a to-one
 * @param orderBy keys of {@code @OrderBy}: attribute names of the target, each perhaps followed by {@code desc}; empty where there is none
 */
public record AssociationModel(
        String name,
        String declaringClass,
        Kind kind,
        String target,
        List<JoinColumnModel> joinColumns,
        @Nullable String foreignKeyName,
        @Nullable String mappedBy,
        boolean optional,
        boolean lazy,
        Set<CascadeKind> cascades,
        boolean orphanRemoval,
        ForeignKeyDetails foreignKey,
        @Nullable String collectionType,
        List<String> orderBy) {
    public enum Kind {
        MANY_TO_ONE,
        ONE_TO_ONE,
        ONE_TO_MANY
    }

    /** As Jakarta Persistence's {@code CascadeType}, {@code ALL} spelled out. */
    public enum CascadeKind {
        PERSIST,
        MERGE,
        REMOVE,
        REFRESH,
        DETACH
    }

    public AssociationModel {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(declaringClass, "declaringClass");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(target, "target");
        joinColumns = List.copyOf(joinColumns);
        cascades = Set.copyOf(cascades);
        Objects.requireNonNull(foreignKey, "foreignKey");
        orderBy = List.copyOf(orderBy);
    }

    /** What the database does to this row when its target goes away. */
    public ForeignKey.Action onDelete() {
        return foreignKey.onDelete();
    }

    /** Whether this side has the foreign key. */
    public boolean isOwner() {
        return mappedBy == null;
    }

    public boolean isToOne() {
        return kind != Kind.ONE_TO_MANY;
    }
}
