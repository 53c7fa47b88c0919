// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.core.dialect.Dialect;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.op.ExecuteSql;
import io.aludel.migrate.op.OnDialects;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Recorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of SQL that are executed around an upgrade: {@code before-upgrade.sql}, {@code before-each.sql}, {@code after-each.sql}, {@code
 * after-upgrade.sql}; for one database {@code before-each.postgresql.sql}, in place of the other.
 *
 * @param files text by the file's name
 */
record SqlCallbacks(Map<String, String> files) implements MigrationListener {
    private static final Pattern NAME = Pattern.compile("(?:before|after)-(?:upgrade|each)(?:\\.([a-z0-9]+))?\\.sql");

    /** The callbacks among the files; none where no file is one. */
    static List<MigrationListener> among(Map<String, String> files) {
        Map<String, String> found = new HashMap<>();
        files.forEach((name, text) -> {
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches()) {
                SqlFileName.requireDialect(name, matcher.group(1));
                found.put(name, text);
            }
        });
        return found.isEmpty() ? List.of() : List.of(new SqlCallbacks(found));
    }

    @Override
    public void beforeUpgrade(EngineConnection connection, List<Script> scripts) {
        alone("before-upgrade", connection);
    }

    @Override
    public void beforeRevision(EngineConnection connection, Script script) {
        file("before-each", connection.dialect()).forEach(statement -> execute(statement, connection));
    }

    @Override
    public void afterRevision(EngineConnection connection, Script script) {
        file("after-each", connection.dialect()).forEach(statement -> execute(statement, connection));
    }

    @Override
    public void afterUpgrade(EngineConnection connection, List<Script> scripts) {
        alone("after-upgrade", connection);
    }

    private List<Recorded> file(String name, Dialect dialect) {
        String own = name + "." + dialect.name() + ".sql";
        String file = files.containsKey(own) ? own : name + ".sql";
        String text = files.get(file);
        return text == null
                ? List.of()
                : SqlFile.of(file, text, List.of(dialect.name()), true).operations();
    }

    /** In one transaction, unless a statement stands outside of one. */
    private void alone(String name, EngineConnection connection) {
        List<Recorded> statements = file(name, connection.dialect());
        boolean together = statements.stream().noneMatch(one -> sql(one).outsideTransaction());
        if (statements.isEmpty()) {
            return;
        }
        if (together) {
            connection.begin();
        }
        try {
            statements.forEach(statement -> execute(statement, connection));
        } catch (RuntimeException | Error e) {
            if (connection.inTransaction()) {
                connection.rollback();
            }
            throw e;
        }
        if (together) {
            connection.commit();
        }
    }

    private static void execute(Recorded statement, EngineConnection connection) {
        try {
            connection.execute(sql(statement).sql());
        } catch (EngineException e) {
            throw new MigrationException(
                    "MIG-083",
                    "The callback " + statement.place() + " failed, at \""
                            + sql(statement).describe() + "\": " + e.getMessage(),
                    e);
        }
    }

    private static ExecuteSql sql(Recorded statement) {
        Operation operation = statement.operation();
        return (ExecuteSql) (operation instanceof OnDialects limited ? limited.operation() : operation);
    }
}
