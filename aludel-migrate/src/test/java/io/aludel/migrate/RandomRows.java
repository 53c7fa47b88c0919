// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.testing.databases.FreshDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of one of the {@link RandomSchemas} that fit the other one, too: each table has three, which point at the first one of others. */
public record RandomRows(Dialect dialect, Schema before, Schema after) {
    private static final int ROWS = 3;

    public void insert(FreshDatabase database) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (Table table : before.tables()) {
            for (int row = 1; row <= ROWS; row++) {
                statements.add(insert(table, row));
            }
        }
        for (Table table : before.tables()) {
            pointers(table).forEach(statements::add);
        }
        database.execute(statements.toArray(String[]::new));
    }

    private String insert(Table table, int row) {
        Map<String, String> values = new TreeMap<>();
        for (Column column : table.columns()) {
            boolean text = RandomColumns.isText(column.name());
            if (column.name().equals("id") && !(column.generation() instanceof Generation.Identity)) {
                values.put("id", String.valueOf(row));
            } else if (column.name().startsWith("c") && !(row == 2 && mayBeNull(table, column))) {
                values.put(column.name(), text ? "'50%a" + row + "'" : String.valueOf(row));
            } else if (column.name().startsWith("c")) {
                values.put(column.name(), "null");
            } else if (column.name().equals("e")) {
                values.put("e", "'glad'");
            } else if (column.name().equals("b")) {
                values.put("b", "(1 = 1)");
            } else if (column.name().equals("k")) {
                values.put("k", String.valueOf(row));
            }
        }
        return values.isEmpty()
                ? "insert into " + table.name() + "(" + anyOf(table) + ") values (null)"
                : "insert into " + table.name() + "(" + String.join(", ", values.keySet()) + ") values ("
                        + String.join(", ", values.values()) + ")";
    }

    private String anyOf(Table table) {
        return table.columns().stream()
                .filter(Column::nullable)
                .filter(column -> column.generation().equals(Generation.NONE))
                .map(Column::name)
                .findFirst()
                .orElse("id");
    }

    private boolean mayBeNull(Table table, Column column) {
        return column.nullable()
                && after.table(table.name())
                        .flatMap(other -> other.column(column.name()))
                        .map(Column::nullable)
                        .orElse(true);
    }

    /** What points at rows that stay, with all of its columns. */
    private Stream<String> pointers(Table table) {
        Table later = after.table(table.name()).orElse(table);
        return table.foreignKeys().stream()
                .filter(key -> key.columns().stream()
                        .allMatch(column -> later.column(column).isPresent()))
                .filter(key -> fits(key, table) && fits(key, later))
                .map(key -> "update " + table.name() + " set "
                        + key.columns().stream()
                                .map(column -> column + " = " + first(key, column))
                                .collect(Collectors.joining(", ")));
    }

    /** Whether rows that point where this key does may stay. */
    private boolean fits(ForeignKey key, Table later) {
        return later.foreignKeys().stream()
                        .filter(other -> other.columns().stream().anyMatch(key.columns()::contains))
                        .allMatch(other -> other.target().equals(key.target())
                                && other.columns().equals(key.columns()))
                && before.table(key.target()).isPresent()
                && after.table(key.target())
                        .filter(target -> key.targetColumns().stream()
                                .allMatch(column -> target.column(column).isPresent()))
                        .isPresent();
    }

    private static String first(ForeignKey key, String column) {
        int place = key.columns().indexOf(column);
        return "(select " + key.targetColumns().get(place) + " from " + key.target()
                + " where id = (select min(id) from " + key.target() + "))";
    }

    /** Of each table that is in both schemas, the rows, without the columns that the other has not. */
    public Map<String, List<List<String>>> surviving(FreshDatabase database) throws SQLException {
        Map<String, List<List<String>>> rows = new TreeMap<>();
        for (Table table : before.tables()) {
            Table later = after.table(table.name()).orElse(null);
            if (later != null) {
                String columns = table.columns().stream()
                        .map(Column::name)
                        .filter(column -> later.column(column).isPresent())
                        .filter(column -> !column.equals("g"))
                        .collect(Collectors.joining(", "));
                rows.put(
                        table.name().name(),
                        database.rows("select " + columns + " from " + table.name() + " order by id").stream()
                                .map(row -> row.stream().map(RandomRows::text).toList())
                                .toList());
            }
        }
        return rows;
    }

    /** Numbers as they count, whatever their type is. */
    private static String text(Object value) {
        if (!(value instanceof Number)) {
            return String.valueOf(value);
        }
        return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
    }
}
