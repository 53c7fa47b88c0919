// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.state;

import java.util.ArrayList;
import java.util.List;

/**
 * Objects that came by the same result, so that what is touched on one of them is loaded for all. An object that comes again belongs to the
 * newest result.
 */
public final class Siblings {
    private final List<Entry> entries = new ArrayList<>();
    private final String origin;

    /**
     * @param origin what messages say about an unloaded reference among them: {@code Pet.owner}
     */
    public Siblings(String origin) {
        this.origin = origin;
    }

    public void add(Entry entry) {
        if (entry.siblings() != this) {
            entry.siblings(this);
            entries.add(entry);
        }
    }

    /** Those that still belong here, in the order in which they came. */
    public List<Entry> entries() {
        return entries.stream()
                .filter(entry -> entry.siblings() == this && entry.is(Status.MANAGED))
                .toList();
    }

    public String origin() {
        return origin;
    }
}
