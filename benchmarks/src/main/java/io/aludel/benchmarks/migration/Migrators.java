// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks.migration;

import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.engine.Engine;
import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.graph.RevisionNode;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Script;
import io.aludel.testing.databases.FreshDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.flywaydb.core.Flyway;

/** All who apply scripts, plain JDBC first. */
final class Migrators {
    private Migrators() {}

    static List<Migrator> all() {
        return List.of(new PlainJdbc(), new Aludel(), new ByFlyway(), new ByLiquibase());
    }

    /** The statements, each script in a transaction. */
    private static final class PlainJdbc implements Migrator {
        @Override
        public String name() {
            return "jdbc";
        }

        @Override
        public void apply(Scripts scripts, FreshDatabase database) throws Exception {
            try (Connection connection = database.openConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                for (List<String> script : scripts.statements()) {
                    for (String sql : script) {
                        statement.execute(sql);
                    }
                    connection.commit();
                }
            }
        }
    }

    private static final class Aludel implements Migrator {
        @Override
        public String name() {
            return "aludel";
        }

        @Override
        public void apply(Scripts scripts, FreshDatabase database) {
            List<Script> revisions = new ArrayList<>();
            for (Table table : scripts.tables()) {
                String id = "%012x".formatted(revisions.size() + 1);
                List<String> parents = revisions.isEmpty()
                        ? List.of()
                        : List.of(revisions.get(revisions.size() - 1).id());
                revisions.add(new Script(new RevisionNode(id, parents), "table", id, new Creation(table)));
            }
            try (Engine engine = Engine.create(database.dsn())) {
                Migrations.of(engine, () -> Schema.EMPTY, () -> revisions).upgrade("head");
            }
        }
    }

    private record Creation(Table table) implements Migration {
        @Override
        public void up(Operations op) {
            String name = table.name().name();
            op.createTable(name, t -> {
                table.columns().forEach(column -> {
                    var described = t.column(column.name(), column.type());
                    if (!column.nullable()) {
                        described.notNull();
                    }
                    if (column.name().equals("id")) {
                        described.identity();
                    }
                });
                t.primaryKey("pk_" + name, "id");
            });
            op.createIndex("ix_" + name + "_name", name, "name");
        }

        @Override
        public void down(Operations op) {
            op.dropTable(table.name().name());
        }
    }

    private static final class ByFlyway implements Migrator {
        @Override
        public String name() {
            return "flyway";
        }

        @Override
        public void apply(Scripts scripts, FreshDatabase database) {
            Flyway.configure()
                    .dataSource(database.jdbcUrl(), null, null)
                    .locations("filesystem:" + scripts.flyway())
                    .load()
                    .migrate();
        }
    }

    private static final class ByLiquibase implements Migrator {
        @Override
        public String name() {
            return "liquibase";
        }

        @Override
        @SuppressWarnings("deprecation") // the way without it goes through global scopes
        public void apply(Scripts scripts, FreshDatabase database) throws Exception {
            try (Connection connection = database.openConnection()) {
                Database target =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                new Liquibase(
                                scripts.liquibase().getFileName().toString(),
                                new DirectoryResourceAccessor(
                                        scripts.liquibase().getParent()),
                                target)
                        .update(new Contexts(), new LabelExpression());
            }
        }
    }
}
