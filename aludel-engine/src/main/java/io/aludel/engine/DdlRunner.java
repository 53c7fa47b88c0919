// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.RebuildProtocol;
import io.aludel.core.dialect.Scope;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs steps of DDL on one connection. A table that is rebuilt is dropped on the way, and with it could go the rows of other tables that
 * point at it: so a transaction with rebuilds runs inside the dialect's {@link RebuildProtocol}, or not at all.
 */
public final class DdlRunner {
    private final EngineConnection connection;
    private boolean underProtocol;

    public DdlRunner(EngineConnection connection) {
        this.connection = connection;
    }

    /** Whether the steps need {@link #transaction} to be told of rebuilds. */
    public static boolean hasRebuild(List<DdlStep> steps) {
        return steps.stream().anyMatch(DdlStep.Rebuild.class::isInstance);
    }

    /** Runs the steps in a transaction of their own. */
    public void run(List<DdlStep> steps) {
        transaction(hasRebuild(steps), () -> apply(steps));
    }

    /**
     * Runs the work, which calls {@link #apply}, in a transaction of its own: committed if the work returns and broke no reference,
     * otherwise rolled back. Where DDL belongs to no transaction, the work runs without one.
     *
     * @param rebuilds whether tables may be rebuilt
     * @throws EngineException if a transaction is open already, or the database is not ready for a rebuild
     */
    public void transaction(boolean rebuilds, Runnable work) {
        if (connection.inTransaction()) {
            throw new EngineException(
                    "A transaction is open on " + connection.engine().description()
                            + "; commit it or roll it back, as changes of the schema have one of their own.");
        }
        Optional<RebuildProtocol> protocol = connection.dialect().ddl().rebuildProtocol();
        if (rebuilds && protocol.isPresent()) {
            inside(protocol.get(), work);
        } else {
            inTransaction(work);
        }
    }

    /** Runs the steps, inside {@link #transaction}. */
    public void apply(List<DdlStep> steps) {
        for (DdlStep step : steps) {
            statements(step).forEach(connection::execute);
        }
    }

    /** The statements of a step, with what a rebuild must make again as it is in the database now. */
    public List<String> statements(DdlStep step) {
        if (step instanceof DdlStep.Rebuild rebuild) {
            if (connection.dialect().ddl().rebuildProtocol().isPresent() && !underProtocol) {
                throw new EngineException(
                        "Table \"" + rebuild.before().name()
                                + "\" cannot be rebuilt here: rows that point at it could be lost. Announce rebuilds when the transaction begins.");
            }
            Scope table = Scope.tables(rebuild.before().name()).and(ObjectKind.TRIGGER);
            Schema live = connection.dialect().introspector().read(connection.catalog(), table);
            return connection.dialect().ddl().rebuild(rebuild, live);
        }
        return List.of(((DdlStep.Sql) step).sql());
    }

    private void inside(RebuildProtocol protocol, Runnable work) {
        Throwable failure = null;
        try {
            protocol.before().forEach(connection::execute);
            requireReady(protocol);
            underProtocol = true;
            inTransaction(() -> {
                List<CatalogRow> before = connection.catalog().query(protocol.violationsQuery());
                work.run();
                requireNoMore(before, connection.catalog().query(protocol.violationsQuery()));
            });
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            underProtocol = false;
            restore(protocol, failure);
        }
    }

    private void restore(RebuildProtocol protocol, @Nullable Throwable failure) {
        for (String sql : protocol.after()) {
            try {
                connection.execute(sql);
            } catch (EngineException e) {
                if (failure == null) {
                    throw e;
                }
                failure.addSuppressed(e);
            }
        }
    }

    private void requireReady(RebuildProtocol protocol) {
        List<CatalogRow> rows = connection.catalog().query(protocol.readyQuery());
        Object answer = rows.isEmpty()
                ? null
                : rows.get(0).values().values().stream().findFirst().orElse(null);
        if (!protocol.readyValue().equals(String.valueOf(answer))) {
            throw new EngineException("Tables on " + connection.engine().description()
                    + " cannot be rebuilt now: \"" + protocol.readyQuery() + "\" answers " + answer + " instead of "
                    + protocol.readyValue()
                    + ", and rows of other tables could be lost. Use a connection that nothing else has set up.");
        }
    }

    private static void requireNoMore(List<CatalogRow> before, List<CatalogRow> after) {
        List<CatalogRow> fresh = new ArrayList<>(after);
        before.forEach(fresh::remove);
        if (!fresh.isEmpty()) {
            throw new EngineException("The change of the schema leaves " + fresh.size()
                    + " rows that point at nothing, so it is rolled back. The first: "
                    + fresh.get(0).values() + ".");
        }
    }

    private void inTransaction(Runnable work) {
        if (!connection.dialect().capabilities().has(Feature.TRANSACTIONAL_DDL)) {
            work.run();
            return;
        }
        connection.begin();
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            try {
                connection.rollback();
            } catch (EngineException rollback) {
                e.addSuppressed(rollback);
            }
            throw e;
        }
        connection.commit();
    }
}
