// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import java.util.Objects;

/** Where an entity in a statement comes from. Two equal references are the same row: a path walked twice is joined once. */
public sealed interface EntityRef permits EntityRef.Root, EntityRef.Association {
    /** The class of the entity. */
    Class<?> entity();

    /** The root that the walk begins at. */
    Root root();

    /** An entity with an alias of its own. */
    record Root(Class<?> entity, String alias) implements EntityRef {
        public Root {
            Objects.requireNonNull(entity, "entity");
            Objects.requireNonNull(alias, "alias");
        }

        @Override
        public Root root() {
            return this;
        }

        /** For people: {@code student}. */
        @Override
        public String toString() {
            return alias;
        }
    }

    /**
     * One step along an association.
     *
     * @param attribute the association's name in the parent's class; where {@code reverse} is set, its name in {@code entity}, the class that
     *     owns the key
     * @param reverse walked against its direction: from the target to the owners, declared or not
     */
    record Association(EntityRef parent, String attribute, Class<?> entity, boolean reverse) implements EntityRef {
        public Association {
            Objects.requireNonNull(parent, "parent");
            Objects.requireNonNull(attribute, "attribute");
            Objects.requireNonNull(entity, "entity");
        }

        @Override
        public Root root() {
            return parent.root();
        }

        /** For people: {@code homework.course}, and {@code course <- Homework.course} against its direction. */
        @Override
        public String toString() {
            return parent + (reverse ? " <- " + entity.getSimpleName() : "") + "." + attribute;
        }
    }
}
