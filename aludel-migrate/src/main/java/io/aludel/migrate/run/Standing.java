// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.engine.EngineConnection;
import java.util.ArrayList;
import java.util.List;

/**
 * What a database has, in the words of the revisions that count there: one that replaces others, or these.
 *
 * @param stored the rows of its history
 * @param applied the same, with one entry for what was replaced by one
 */
public record Standing(Revisions revisions, List<HistoryEntry> stored, List<HistoryEntry> applied) {
    /** Writes it into the history, where that has other words; in a transaction of its own, unless one is open. */
    void rewrite(EngineConnection connection, Ledger ledger) {
        if (stored.equals(applied)) {
            return;
        }
        boolean own = !connection.inTransaction();
        if (own) {
            connection.begin();
        }
        try {
            List<HistoryEntry> gone = new ArrayList<>(stored);
            gone.removeAll(applied);
            gone.forEach(entry -> ledger.remove(entry.revision()));
            applied.stream().filter(entry -> !stored.contains(entry)).forEach(ledger::add);
            if (own) {
                connection.commit();
            }
        } catch (RuntimeException | Error e) {
            if (own && connection.inTransaction()) {
                connection.rollback();
            }
            throw e;
        }
    }
}
