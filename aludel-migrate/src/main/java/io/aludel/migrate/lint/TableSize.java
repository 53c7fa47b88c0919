// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

/**
 * Whether a table has so many rows that going through them takes its time.
 *
 * @param words for people: {@code about 1,200,000 rows}
 */
record TableSize(boolean isBig, String words) {
    /** Nobody can be asked: the worst is assumed. */
    static final TableSize UNKNOWN = new TableSize(true, "an unknown number of rows, taken for many");

    /** Of a table that is made on the way. */
    static final TableSize NEW = new TableSize(false, "no rows");
}
