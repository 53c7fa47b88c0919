// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.expr.Parameter;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.type.ValueType;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.op.AddColumn;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.DeleteRows;
import io.aludel.migrate.op.DropColumn;
import io.aludel.migrate.op.DropEnumValue;
import io.aludel.migrate.op.DropTable;
import io.aludel.migrate.op.ExecuteSql;
import io.aludel.migrate.op.IfNeeded;
import io.aludel.migrate.op.InsertRows;
import io.aludel.migrate.op.OnDialects;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.OperationException;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.op.RenameColumn;
import io.aludel.migrate.op.RenameTable;
import io.aludel.migrate.op.UpdateRows;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks whether rows are in the way of what a revision does, before it does anything: as far as its own steps do not change these rows first; then
 * right before the operation that minds them.
 */
final class RowChecks {
    private static final int SHOWN = 5;

    private final EngineConnection connection;
    private final List<Recorded> operations;
    private final Set<RowRequirement> looked = new HashSet<>();
    private final Set<Recorded> early = new HashSet<>();

    RowChecks(EngineConnection connection, List<Recorded> operations) {
        this.connection = connection;
        this.operations = operations;
    }

    /**
     * Of all operations, as far as it can be known.
     *
     * @param live the tables as they are
     * @param at told of each operation before it is looked at
     * @throws RowsInTheWayException if rows are in the way of one
     */
    void ahead(Schema live, Consumer<Recorded> at) {
        Touched touched = new Touched();
        Schema schema = live;
        for (Recorded recorded : operations) {
            at.accept(recorded);
            Operation operation = recorded.operation();
            boolean known = true;
            for (RowRequirement requirement : RowRequirements.of(operation, connection.dialect(), schema)) {
                if (touched.isEmptyTable(requirement)) {
                    continue;
                }
                if (touched.concerns(requirement)) {
                    known = false;
                } else {
                    look(recorded, requirement);
                }
            }
            if (known) {
                early.add(recorded);
            }
            touched.by(operation);
            try {
                schema = operation.applyTo(schema);
            } catch (OperationException e) {
                return; // what raw SQL has made is not known yet
            }
        }
    }

    /** Of one operation that could not be looked at before. */
    void at(Recorded recorded, Schema schema) {
        if (!early.contains(recorded)) {
            RowRequirements.of(recorded.operation(), connection.dialect(), schema)
                    .forEach(requirement -> look(recorded, requirement));
        }
    }

    private void look(Recorded recorded, RowRequirement requirement) {
        if (!looked.add(requirement)) {
            return;
        }
        String sql = connection
                .dialect()
                .toSql(requirement.violations().withLimit(new Parameter(0, ValueType.INTEGER)))
                .sql();
        List<CatalogRow> rows = connection.catalog().query(sql, SHOWN + 1);
        if (!rows.isEmpty()) {
            throw new RowsInTheWayException(
                    recorded,
                    requirement,
                    rows.stream()
                            .limit(SHOWN)
                            .map(row -> List.copyOf(row.values().values().stream()
                                    .map(String::valueOf)
                                    .toList()))
                            .toList(),
                    rows.size() > SHOWN);
        }
    }

    /** What the revision itself changes before an operation comes. */
    private static final class Touched {
        private final Set<TableName> tables = new HashSet<>();
        private final Set<List<String>> columns = new HashSet<>();
        private final Set<TableName> created = new HashSet<>();
        private boolean everything;

        void by(Operation operation) {
            if (operation instanceof OnDialects limited) {
                by(limited.operation());
            } else if (operation instanceof ExecuteSql) {
                everything = true;
            } else if (operation instanceof AlterColumn alter) {
                columns.add(List.of(alter.table().toString(), alter.to().name()));
            } else if (operation instanceof AddColumn add) {
                columns.add(List.of(add.table().toString(), add.column().name()));
            } else if (operation instanceof CreateTable) {
                created.addAll(operation.tables());
            } else if (operation instanceof InsertRows
                    || operation instanceof IfNeeded // nobody knows here whether it made a table, or found one
                    || operation instanceof UpdateRows
                    || operation instanceof DeleteRows
                    || operation instanceof RenameTable
                    || operation instanceof RenameColumn
                    || operation instanceof DropTable
                    || operation instanceof DropColumn
                    || operation instanceof DropEnumValue) {
                tables.addAll(operation.tables());
            }
        }

        boolean isEmptyTable(RowRequirement requirement) {
            TableName table = requirement.tables().get(0);
            return created.contains(table) && !tables.contains(table) && !everything;
        }

        boolean concerns(RowRequirement requirement) {
            String table = requirement.tables().get(0).toString();
            return everything
                    || requirement.tables().stream().anyMatch(tables::contains)
                    || columns.stream()
                            .anyMatch(column -> column.get(0).equals(table)
                                    && (requirement.ofColumns().isEmpty()
                                            || requirement.ofColumns().contains(column.get(1))));
        }
    }
}
