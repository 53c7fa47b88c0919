// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.Feature;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.script.Script;
import java.util.List;
import java.util.function.Consumer;

/**
 * One revision on its way up or down: in one transaction where the database takes changes of its schema back and every statement may be part of
 * one, otherwise statement by statement, each written down before and after.
 *
 * @param tables of the database, for all revisions of a path
 * @param begun the statements of this revision that an earlier run has begun; empty where none has
 */
record RevisionRun(
        EngineConnection connection,
        Ledger ledger,
        Script script,
        Way way,
        KnownTables tables,
        List<Step> begun,
        Callbacks callbacks) {
    /** Executes it, and with it what is to be written into the ledger. */
    void execute(Consumer<Ledger> history) {
        List<Recorded> operations = way.operations(script).stream()
                .filter(recorded -> recorded.operation().isFor(connection.dialect()))
                .toList();
        if (begun.isEmpty() && connection.dialect().capabilities().has(Feature.TRANSACTIONAL_DDL)) {
            new AtomicRun(this, operations).execute(history);
        } else {
            new StepwiseRun(this, operations).execute(history);
        }
    }
}
