// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.engine.DdlRunner;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.ExecuteSql;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.OperationException;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.op.RenameColumn;
import io.aludel.migrate.op.RenameTable;
import io.aludel.migrate.script.Script;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One revision on its way up or down. Steps are rendered against the tables as the database has them, not as scripts believe them to be,
 * so that a rebuilt table keeps what no script knows of. First all is planned, so that it is known before the transaction begins whether
 * tables will be rebuilt; then it is executed, looking at the database again after what cannot be foreseen.
 */
final class RevisionRun {
    private final EngineConnection connection;
    private final Script script;
    private final String way;
    private final List<Recorded> operations;
    private final Scope scope;
    private @Nullable Recorded current;

    RevisionRun(EngineConnection connection, Script script, String way, List<Recorded> operations) {
        this.connection = connection;
        this.script = script;
        this.way = way;
        this.operations = operations;
        this.scope = new Scope(schemas(operations), null);
    }

    /** Executes it in a transaction of its own, with this work before and after its operations. */
    void execute(DdlRunner runner, Runnable before, Runnable after) {
        try {
            Schema live = readInTransaction();
            boolean rebuilds = planHasRebuild(live);
            current = null;
            runner.transaction(rebuilds, () -> {
                before.run();
                steps(runner, live);
                current = null;
                after.run();
            });
        } catch (RuntimeException e) {
            throw new RevisionFailedException(script, way, current, e);
        }
    }

    private boolean planHasRebuild(Schema live) {
        boolean sure = true;
        Schema schema = live;
        for (Recorded recorded : operations) {
            current = recorded;
            Operation operation = recorded.operation();
            try {
                if (DdlRunner.hasRebuild(operation.render(connection.dialect(), schema))) {
                    return true;
                }
                schema = operation.applyTo(schema);
            } catch (OperationException e) {
                if (sure) {
                    throw e;
                }
                return true; // what raw SQL has made is not known yet: be ready for the worst
            }
            sure &= !isUndeclared(operation);
        }
        return false;
    }

    private void steps(DdlRunner runner, Schema live) {
        Schema schema = live;
        for (Recorded recorded : operations) {
            current = recorded;
            Operation operation = recorded.operation();
            List<DdlStep> steps = operation.render(connection.dialect(), schema);
            Schema next = operation.applyTo(schema);
            runner.apply(steps);
            schema = rewritesExpressions(operation) ? read() : next;
        }
    }

    /** After a renaming the database has rewritten expressions that we hold as text; after raw SQL anything may be. */
    private static boolean rewritesExpressions(Operation operation) {
        return operation instanceof RenameColumn || operation instanceof RenameTable || isUndeclared(operation);
    }

    private static boolean isUndeclared(Operation operation) {
        return operation instanceof ExecuteSql sql && sql.effect() == ExecuteSql.Effect.UNDECLARED;
    }

    private Schema readInTransaction() {
        connection.begin(TransactionMode.READ_ONLY);
        try {
            return read();
        } finally {
            connection.rollback();
        }
    }

    private Schema read() {
        return connection.dialect().introspector().read(connection.catalog(), scope);
    }

    private static Set<String> schemas(List<Recorded> operations) {
        Set<String> schemas = new HashSet<>();
        operations.stream()
                .flatMap(recorded -> tables(recorded.operation()).stream())
                .flatMap(table -> Stream.ofNullable(table.schema()))
                .forEach(schemas::add);
        return schemas;
    }

    private static List<TableName> tables(Operation operation) {
        List<TableName> tables = new ArrayList<>(operation.tables());
        if (operation instanceof CreateTable create) {
            create.table().foreignKeys().forEach(key -> tables.add(key.target()));
        }
        if (operation instanceof AddForeignKey add) {
            tables.add(add.key().target());
        }
        return tables;
    }
}
