// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.diff.Fill;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.op.AddColumn;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.ColumnValues;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.RenameColumn;
import io.aludel.migrate.op.RenameTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Completes what adds a column that refuses NULL, or makes one refuse it, by what rows get that are there: as it was given, or as whoever is asked says.
 * Whether there are such rows is looked up; where there are none, nobody is asked.
 */
final class Fills {
    private final Schema live;
    private final KnownRows rows;
    private final AutogenerateOptions options;
    private final List<Operation> operations;
    private final Set<Fill> used = new HashSet<>();
    private final List<String> missing = new ArrayList<>();

    Fills(Schema live, KnownRows rows, AutogenerateOptions options, List<Operation> operations) {
        this.live = live;
        this.rows = rows;
        this.options = options;
        this.operations = operations;
    }

    /**
     * The operations with what rows get.
     *
     * @throws MigrationException if that is not known of all, or something was given that is for none
     */
    static SchemaDifference in(SchemaDifference difference, Comparison comparison, AutogenerateOptions options) {
        Fills fills = new Fills(comparison.live(), comparison.rows(), options, difference.operations());
        List<Operation> filled =
                difference.operations().stream().map(fills::filled).toList();
        fills.requireAll(comparison.place());
        return new SchemaDifference(filled, difference.undecided(), difference.proposals());
    }

    private Operation filled(Operation operation) {
        if (operation instanceof AddColumn add && add.fill() == null) {
            return value(
                            add.table(),
                            add.column(),
                            operation,
                            add.requiresEmptyTable().isPresent() && hasRows(add))
                    .<Operation>map(fill -> new AddColumn(add.table(), add.column(), fill.value(add.column())))
                    .orElse(operation);
        }
        if (operation instanceof AlterColumn alter
                && alter.from().nullable()
                && !alter.to().nullable()) {
            return value(alter.table(), alter.to(), operation, hasNulls(alter))
                    .<Operation>map(fill -> new AlterColumn(
                            alter.table(),
                            alter.from(),
                            alter.to(),
                            alter.back(),
                            new ColumnValues(
                                    fill.value(alter.to()), alter.onward().using())))
                    .orElse(operation);
        }
        return operation;
    }

    private Optional<Fill> value(TableName table, Column column, Operation operation, boolean isNeeded) {
        Optional<Fill> given = options.fills().stream()
                .filter(fill -> fill.isFor(table, column.name()))
                .findFirst();
        given.ifPresent(used::add);
        if (given.isPresent() || !isNeeded) {
            return given;
        }
        Optional<Fill> answer =
                options.questions().fill(table, column).map(text -> Fill.of(table, column.name(), text));
        if (answer.isEmpty()) {
            missing.add("\n  " + operation.describe() + ": --fill "
                    + Fill.of(table, column.name(), "").written() + "=VALUE");
        }
        return answer;
    }

    private void requireAll(String place) {
        if (!missing.isEmpty()) {
            throw new MigrationException(
                    "MIG-052",
                    "Rows of " + place + " would have NULL in a column that refuses it, so no script was written:"
                            + String.join("", missing)
                            + "\nSay what they get, by that flag or by filling(…) in a program; or give the column a"
                            + " default.");
        }
        List<Fill> unused =
                options.fills().stream().filter(fill -> !used.contains(fill)).toList();
        if (!unused.isEmpty()) {
            throw new MigrationException(
                    "MIG-054",
                    "Nothing is filled by "
                            + unused.stream().map(Fill::written).collect(Collectors.joining(", "))
                            + ": no column of that name is added, or made to refuse NULL. Leave it out.");
        }
    }

    private boolean hasRows(AddColumn add) {
        TableName table = formerName(add.table());
        return live.table(table).isPresent() && rows.areIn(table);
    }

    private boolean hasNulls(AlterColumn alter) {
        TableName table = formerName(alter.table());
        return live.table(table).isPresent()
                && rows.areWithoutValue(
                        table, formerName(alter.table(), alter.to().name()));
    }

    /** What the database still calls it. */
    private TableName formerName(TableName table) {
        return operations.stream()
                .filter(operation ->
                        operation instanceof RenameTable rename && rename.to().equals(table))
                .map(operation -> ((RenameTable) operation).from())
                .findFirst()
                .orElse(table);
    }

    private String formerName(TableName table, String column) {
        return operations.stream()
                .filter(operation -> operation instanceof RenameColumn rename
                        && rename.table().equals(table)
                        && rename.to().equals(column))
                .map(operation -> ((RenameColumn) operation).from())
                .findFirst()
                .orElse(column);
    }
}
