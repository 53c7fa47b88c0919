// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.engine.EngineConnection;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.script.MigrationListener;
import io.aludel.migrate.script.Script;
import java.util.List;
import java.util.function.Consumer;

/** All who are called around an upgrade; nobody for a downgrade. */
record Callbacks(List<MigrationListener> listeners) {
    static final Callbacks NONE = new Callbacks(List.of());

    Callbacks {
        listeners = List.copyOf(listeners);
    }

    boolean isNobody() {
        return listeners.isEmpty();
    }

    void beforeUpgrade(EngineConnection connection, List<Script> scripts) {
        each("before the upgrade", listener -> listener.beforeUpgrade(connection, scripts));
    }

    void beforeRevision(RevisionRun run) {
        each("before the revision", listener -> listener.beforeRevision(run.connection(), run.script()));
    }

    void afterRevision(RevisionRun run) {
        each("after the revision", listener -> listener.afterRevision(run.connection(), run.script()));
    }

    void afterUpgrade(EngineConnection connection, List<Script> scripts) {
        each("after the upgrade, whose revisions are applied", listener -> listener.afterUpgrade(connection, scripts));
    }

    void failed(RuntimeException failure) {
        for (MigrationListener listener : listeners) {
            try {
                listener.failed(failure);
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private void each(String when, Consumer<MigrationListener> call) {
        for (MigrationListener listener : listeners) {
            try {
                call.accept(listener);
            } catch (MigrationException e) {
                throw e;
            } catch (RuntimeException e) {
                throw new MigrationException(
                        "MIG-083",
                        "What is called " + when + " failed, in "
                                + listener.getClass().getName() + ": " + e.getMessage(),
                        e);
            }
        }
    }
}
