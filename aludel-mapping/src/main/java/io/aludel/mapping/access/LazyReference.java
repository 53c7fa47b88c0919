// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.access;

import org.jspecify.annotations.Nullable;

/**
 * An entity that is a row's identifier only until a method of it is called; then it loads itself and <em>is</em> the entity. Generated
 * subclasses implement this; the names begin with {@code aludel} so that they meet no method of the entity's.
 */
public interface LazyReference {
    /** Who loads it; null when it is loaded. */
    @Nullable
    ReferenceLoader aludelLoader();

    /** Sets who loads it; null marks it as loaded. */
    void aludelLoader(@Nullable ReferenceLoader loader);

    /** Whether the instance is a reference that has not been loaded yet. */
    static boolean isUnloaded(@Nullable Object entity) {
        return entity instanceof LazyReference reference && reference.aludelLoader() != null;
    }
}
