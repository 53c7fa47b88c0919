// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Delete;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.Statement;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.Update;
import io.aludel.core.name.TableName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a statement does to which table, so that an error that names nothing can still be understood.
 *
 * @param columns those that an update sets; empty otherwise
 */
public record RowChange(Kind kind, TableName table, List<String> columns) {
    public enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }

    public RowChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(table, "table");
        columns = List.copyOf(columns);
    }

    public static RowChange insert(TableName table) {
        return new RowChange(Kind.INSERT, table, List.of());
    }

    public static RowChange update(TableName table, List<String> columns) {
        return new RowChange(Kind.UPDATE, table, columns);
    }

    public static RowChange delete(TableName table) {
        return new RowChange(Kind.DELETE, table, List.of());
    }

    /** What this statement does; null for a query, and where a column that is set is not a plain one. */
    static @Nullable RowChange of(Statement statement) {
        return statement.accept(new Statement.Visitor<@Nullable RowChange>() {
            @Override
            public @Nullable RowChange select(Select select) {
                return null;
            }

            @Override
            public @Nullable RowChange update(Update update) {
                List<String> columns = update.assignments().stream()
                        .filter(assignment -> assignment.target() instanceof ColumnRef)
                        .map(assignment -> ((ColumnRef) assignment.target()).column())
                        .toList();
                return columns.size() == update.assignments().size()
                                && update.table() instanceof TableSource.TableRef table
                        ? RowChange.update(table.table(), columns)
                        : null;
            }

            @Override
            public @Nullable RowChange delete(Delete delete) {
                return delete.table() instanceof TableSource.TableRef table ? RowChange.delete(table.table()) : null;
            }

            @Override
            public @Nullable RowChange insertRows(InsertRows insert) {
                return RowChange.insert(insert.table());
            }
        });
    }
}
