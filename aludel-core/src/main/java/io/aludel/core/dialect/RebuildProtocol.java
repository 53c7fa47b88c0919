// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.List;

/**
 * What must happen around a transaction that rebuilds tables, so that no row of another table is lost.
 *
 * @param before run before the transaction begins
 * @param readyQuery asked before it begins, too: its first column must be {@code readyValue}, or the rebuild is refused
 * @param violationsQuery asked before the first rebuild and after the last: rows that were not there before mean rollback
 * @param after run when the transaction has ended, whichever way it ended
 */
public record RebuildProtocol(
        List<String> before, String readyQuery, String readyValue, String violationsQuery, List<String> after) {
    public RebuildProtocol {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
