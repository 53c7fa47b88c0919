// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.RebuildProtocol;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.ScratchConnection;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connection to a real SQLite, with as much of an engine as the tests of a dialect need. */
final class TestConnection implements ScratchConnection, AutoCloseable {
    final SqliteDialect dialect = new SqliteDialect();
    final Connection jdbc;

    TestConnection(String url) {
        try {
            jdbc = DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        dialect.connectionSetup().forEach(this::execute);
    }

    static TestConnection inMemory() {
        return new TestConnection("jdbc:sqlite::memory:");
    }

    @Override
    public void execute(String sql) {
        try (Statement statement = jdbc.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + "\n" + sql, e);
        }
    }

    @Override
    public List<CatalogRow> query(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = jdbc.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                ResultSetMetaData meta = result.getMetaData();
                List<CatalogRow> rows = new ArrayList<>();
                while (result.next()) {
                    Map<String, @Nullable Object> values = new LinkedHashMap<>();
                    for (int i = 1; i <= meta.getColumnCount(); i++) {
                        values.put(meta.getColumnLabel(i), result.getObject(i));
                    }
                    rows.add(new CatalogRow(values));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + "\n" + sql, e);
        }
    }

    /** The first column of each row. */
    List<@Nullable Object> values(String sql) {
        List<@Nullable Object> values = new ArrayList<>();
        query(sql).forEach(row -> values.add(row.values().values().iterator().next()));
        return values;
    }

    void run(List<DdlStep> steps) {
        for (DdlStep step : steps) {
            if (step instanceof DdlStep.Sql sql) {
                execute(sql.sql());
            } else if (step instanceof DdlStep.Rebuild rebuild) {
                rebuild(rebuild);
            }
        }
    }

    /** As whoever runs migrations must do it. */
    void rebuild(DdlStep.Rebuild rebuild) {
        RebuildProtocol protocol = dialect.ddl().rebuildProtocol().orElseThrow();
        protocol.before().forEach(this::execute);
        if (!protocol.readyValue()
                .equals(String.valueOf(values(protocol.readyQuery()).get(0)))) {
            throw new IllegalStateException("not ready");
        }
        List<CatalogRow> violations = query(protocol.violationsQuery());
        execute("begin immediate");
        try {
            Schema live = live(rebuild.before().name());
            dialect.ddl().rebuild(rebuild, live).forEach(this::execute);
            if (!violations.containsAll(query(protocol.violationsQuery()))) {
                throw new IllegalStateException("foreign keys violated");
            }
            execute("commit");
        } catch (RuntimeException e) {
            execute("rollback");
            throw e;
        } finally {
            protocol.after().forEach(this::execute);
        }
    }

    /** The table with its triggers. */
    Schema live(TableName table) {
        return dialect.introspector().read(this, Scope.tables(table).and(ObjectKind.TRIGGER));
    }

    /** All that there is. */
    Schema everything() {
        return dialect.introspector().read(this, Scope.everything(Set.of()));
    }

    Schema read() {
        return dialect.introspector().read(this, Scope.DEFAULT_SCHEMA);
    }

    io.aludel.core.schema.Table read(String table) {
        return read().requireTable(TableName.of(table));
    }

    @Override
    public void close() {
        try {
            jdbc.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
