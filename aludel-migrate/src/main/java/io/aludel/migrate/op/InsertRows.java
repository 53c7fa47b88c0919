// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;

/**
 * Inserts rows that are known. The schema stays.
 *
 * @param columns those that get values; the others get their defaults
 * @param rows a value for each of the columns
 * @param key the columns, among those, that tell the rows from others when they are deleted again; empty where nobody said
 */
public record InsertRows(TableName table, List<String> columns, List<List<Expression>> rows, List<String> key)
        implements Operation {
    public InsertRows {
        Objects.requireNonNull(table, "table");
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        key = List.copyOf(key);
        if (columns.isEmpty() || rows.isEmpty()) {
            throw new IllegalArgumentException("Rows for table \"" + table
                    + "\" need a column and a row at least; give them, or leave the step out.");
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != columns.size()) {
                throw new IllegalArgumentException("Row " + (i + 1) + " for table \"" + table + "\" has "
                        + rows.get(i).size() + " values for " + columns.size() + " columns; give one for each.");
            }
        }
        if (!columns.containsAll(key)) {
            throw new IllegalArgumentException("Rows for table \"" + table + "\" are keyed by " + key
                    + ", but have values for " + columns + " only; give the key a value in each row.");
        }
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        columns.forEach(column -> fit.column(found, column));
        return before;
    }

    @Override
    public Reversal reverse() {
        return key.isEmpty()
                ? new Reversal.Impossible("Cannot reverse \"" + describe()
                        + "\": nothing says which rows they are. Say keyedBy(…), or write down() by hand.")
                : new Reversal.By(new DeleteRows(table, new RowKeys(columns, rows, key).condition(), this));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Table found = new Fit(this, before).table(table);
        return new RowStatements(dialect, found).insert(columns, rows);
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "insert " + rows.size() + (rows.size() == 1 ? " row" : " rows") + " into table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.insertRows(this);
    }
}
