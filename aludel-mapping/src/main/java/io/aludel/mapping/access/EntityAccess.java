// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.access;

import io.aludel.core.type.RowReader;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes, reads, writes and compares entities of one class. Members go by their numbers in {@link
 * io.aludel.mapping.model.EntityModel}: first the attributes, then the associations. Stateless, safe to share between threads.
 *
 * @param <E> the entity's class
 */
public interface EntityAccess<E> {
    Class<E> entityClass();

    /** The names of the members in the order of their numbers, so that a stale companion is noticed. */
    String[] members();

    /** A new instance, by the constructor without parameters. */
    E instantiate();

    /** The member's value; primitives boxed. */
    @Nullable
    Object get(E entity, int member);

    /** Sets the member's value; a primitive refuses null. */
    void set(E entity, int member, @Nullable Object value);

    /**
     * Reads all attributes, in the order of their numbers, from consecutive columns.
     *
     * @param firstColumn counted from 0
     */
    void read(E entity, RowReader row, int firstColumn);

    /** The values of all attributes as they are now, to be given to {@link #isChanged}; mutable values are copied. */
    Object snapshot(E entity);

    /** Whether an attribute differs from the snapshot. {@code BigDecimal}s of equal value are equal, arrays are compared by content. */
    boolean isChanged(E entity, Object snapshot);

    /** The numbers of the attributes that differ from the snapshot. */
    BitSet changes(E entity, Object snapshot);

    /** The attribute's value in the snapshot; primitives boxed. */
    @Nullable
    Object snapshotValue(Object snapshot, int attribute);

    /**
     * A reference that loads itself when touched; null where the class allows none (final, abstract, with mapped subclasses, or compiled
     * without the processor): then the entity is loaded with its owner.
     */
    @Nullable
    E newReference(ReferenceLoader loader);
}
