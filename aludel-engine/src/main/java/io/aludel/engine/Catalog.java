// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a dialect's own queries on one connection: values go in and come out as plain JDBC objects. */
final class Catalog implements CatalogReader {
    private final Connection jdbc;
    private final StatementRunner statements;

    Catalog(Connection jdbc, StatementRunner statements) {
        this.jdbc = jdbc;
        this.statements = statements;
    }

    @Override
    public List<CatalogRow> query(String sql, @Nullable Object... parameters) {
        return statements.run(sql, () -> List.of(Statements.row(parameters)), new StatementRunner.Work<>() {
            @Override
            public List<CatalogRow> with(PreparedStatement statement) throws SQLException {
                for (int i = 0; i < parameters.length; i++) {
                    bind(statement, i + 1, parameters[i]);
                }
                List<CatalogRow> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        rows.add(row(result));
                    }
                }
                return rows;
            }

            @Override
            public long count(List<CatalogRow> rows) {
                return rows.size();
            }
        });
    }

    private void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof List<?> list) {
            statement.setArray(index, jdbc.createArrayOf("text", list.toArray()));
        } else {
            statement.setObject(index, value);
        }
    }

    private static CatalogRow row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(columns.getColumnLabel(i), value(result.getObject(i)));
        }
        return new CatalogRow(values);
    }

    private static @Nullable Object value(@Nullable Object value) throws SQLException {
        if (value instanceof Array array) {
            Object elements = array.getArray();
            return elements instanceof Object[] objects
                    ? Collections.unmodifiableList(Arrays.asList(objects))
                    : elements;
        }
        return value;
    }
}
