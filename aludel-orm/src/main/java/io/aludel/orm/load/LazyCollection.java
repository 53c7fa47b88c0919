// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.load;

import java.util.List;

/**
 * A collection that a session has put into an entity's field. Every use of it loads it first, changes included; once loaded it is a plain
 * collection, which is compared with what was loaded when the session flushes.
 */
public sealed interface LazyCollection permits LazyList, LazySet {
    boolean isLoaded();

    /** Makes it loaded, with these elements. */
    void fill(List<Object> elements);
}
