// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.dialect.Dialect;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.script.MigrationListener;
import java.util.ArrayList;
import java.util.List;

/**
 * What a program has its migrations do in another way.
 *
 * @param offline whether the database is never asked what it holds: the scripts are
 */
record Hooks(boolean offline, List<OperationRewriter> rewriters, List<MigrationListener> listeners) {
    static final Hooks NONE = new Hooks(false, List.of(), List.of());

    Hooks {
        listeners = List.copyOf(listeners);
        rewriters = List.copyOf(rewriters);
    }

    Hooks asOffline() {
        return new Hooks(true, rewriters, listeners);
    }

    Hooks with(OperationRewriter rewriter) {
        List<OperationRewriter> more = new ArrayList<>(rewriters);
        more.add(rewriter);
        return new Hooks(offline, more, listeners);
    }

    Hooks with(MigrationListener listener) {
        List<MigrationListener> more = new ArrayList<>(listeners);
        more.add(listener);
        return new Hooks(offline, rewriters, more);
    }

    /** The difference with what the rewriters make of its operations, one after the other. */
    SchemaDifference rewritten(SchemaDifference difference, Dialect dialect) {
        List<Operation> operations = difference.operations();
        for (OperationRewriter rewriter : rewriters) {
            operations = List.copyOf(rewriter.rewrite(operations, dialect));
        }
        return new SchemaDifference(operations, difference.undecided(), difference.proposals());
    }
}
