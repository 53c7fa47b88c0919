// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.interop;

import org.jspecify.annotations.Nullable;

/**
 * How a database is taken over.
 *
 * @param from the tool whose history ends here; null for none
 * @param historyTable its table, {@code schema.name} where it is not in the default schema; null for the usual one
 * @param partly whether what cannot be read or made again may be left out
 */
public record BaselineOptions(
        @Nullable HistoryTool from, @Nullable String historyTable, boolean partly) {
    /** A database of nobody's, taken over as a whole. */
    public static final BaselineOptions USUAL = new BaselineOptions(null, null, false);

    /** The same, going on where that tool stands. */
    public BaselineOptions continuing(HistoryTool tool) {
        return new BaselineOptions(tool, historyTable, partly);
    }

    /** The same with that tool's history in this table. */
    public BaselineOptions withHistoryTable(String table) {
        return new BaselineOptions(from, table, partly);
    }

    /** The same, leaving out what cannot be read. */
    public BaselineOptions leavingOut() {
        return new BaselineOptions(from, historyTable, true);
    }
}
