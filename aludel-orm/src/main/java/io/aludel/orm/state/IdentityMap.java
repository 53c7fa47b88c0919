// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.state;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of one entity class by identifier. Whole numbers are kept without boxing. One thread at a time. */
final class IdentityMap {
    private final @Nullable LongMap<Entry> byNumber;
    private final Map<Object, Entry> byKey;

    /**
     * @param wholeNumbers whether the identifiers are {@code Long}, {@code Integer} or {@code Short}
     */
    IdentityMap(boolean wholeNumbers) {
        byNumber = wholeNumbers ? new LongMap<>() : null;
        byKey = wholeNumbers ? Map.of() : new LinkedHashMap<>();
    }

    @Nullable
    Entry get(Object id) {
        return byNumber == null ? byKey.get(id) : byNumber.get(((Number) id).longValue());
    }

    /** As {@link #get}, for identifiers that are whole numbers. */
    @Nullable
    Entry get(long id) {
        return byNumber == null ? null : byNumber.get(id);
    }

    void put(Object id, Entry entry) {
        if (byNumber == null) {
            byKey.put(id, entry);
        } else {
            byNumber.put(((Number) id).longValue(), entry);
        }
    }

    void remove(Object id) {
        if (byNumber == null) {
            byKey.remove(id);
        } else {
            byNumber.remove(((Number) id).longValue());
        }
    }

    void clear() {
        if (byNumber == null) {
            byKey.clear();
        } else {
            byNumber.clear();
        }
    }

    int size() {
        return byNumber == null ? byKey.size() : byNumber.size();
    }
}
