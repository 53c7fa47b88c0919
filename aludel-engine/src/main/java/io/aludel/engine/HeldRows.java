// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that wait to be written: not too many, and not too large. */
final class HeldRows {
    /** Characters and bytes of large values. */
    private static final int WEIGHT = 1_024 * 1_024;

    private final int most;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private int weight;

    HeldRows(int most) {
        this.most = most;
    }

    /** Whoever gives the rows may give the same array again, with other values. */
    void add(@Nullable Object[] row) {
        rows.add(row.clone());
        for (Object value : row) {
            weight += value instanceof String text ? text.length() : value instanceof byte[] bytes ? bytes.length : 0;
        }
    }

    boolean isFull() {
        return rows.size() >= most || weight >= WEIGHT;
    }

    List<@Nullable Object[]> rows() {
        return rows;
    }

    void clear() {
        rows.clear();
        weight = 0;
    }
}
