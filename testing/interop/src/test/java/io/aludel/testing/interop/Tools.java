// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.interop;

import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.run.LedgerTables;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** The other tools on a database of ours. */
final class Tools {
    interface LiquibaseWork {
        void with(Liquibase liquibase) throws LiquibaseException;
    }

    /** Held, as loggers that nobody holds are forgotten with their level. */
    private static final Logger QUIET = Logger.getLogger("liquibase");

    private Tools() {}

    static Flyway flyway(FreshDatabase database, Path folder) {
        FluentConfiguration configuration =
                Flyway.configure().dataSource(source(database)).locations("filesystem:" + folder);
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false); // or it waits for itself, where a script may not run in a transaction
        return configuration.load();
    }

    static void liquibase(FreshDatabase database, Path folder, String changelog, LiquibaseWork work) throws Exception {
        QUIET.setLevel(Level.WARNING);
        liquibase.Scope.child(
                liquibase.Scope.Attr.ui, new LoggerUIService(), () -> run(database, folder, changelog, work));
    }

    private static void run(FreshDatabase database, Path folder, String changelog, LiquibaseWork work)
            throws Exception {
        try (Connection connection = open(database);
                DirectoryResourceAccessor files = new DirectoryResourceAccessor(folder)) {
            Database there =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            try (Liquibase liquibase = new Liquibase(changelog, files, there)) {
                liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                work.with(liquibase);
            }
        }
    }

    /** All of the user's: no history of anybody. */
    static Schema schema(Engine engine) {
        try (EngineConnection connection = engine.connect()) {
            connection.begin(TransactionMode.READ_ONLY);
            Predicate<SchemaObject> theirs = object -> {
                String name = object.name().name().toLowerCase(Locale.ROOT);
                return name.startsWith("databasechangelog")
                        || name.startsWith("flyway_")
                        || LedgerTables.NAMES.contains(object.name());
            };
            return connection
                    .dialect()
                    .introspector()
                    .read(connection.catalog(), Scope.everything(Set.of()))
                    .only(theirs.negate());
        }
    }

    /** On MariaDB a trigger keeps the settings of the session that has made it, so that they must be the same to be compared. */
    private static Connection open(FreshDatabase database) throws SQLException {
        Connection connection = database.openConnection();
        if (database.database() == TestDatabase.MARIADB) {
            try (Engine engine = Engine.create(database.dsn());
                    Statement statement = connection.createStatement()) {
                for (String setting : engine.dialect().connectionSetup()) {
                    statement.execute(setting);
                }
            }
        }
        return connection;
    }

    private static DataSource source(FreshDatabase database) {
        return (DataSource) Proxy.newProxyInstance(
                Tools.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getConnection" -> open(database);
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "toString" -> "tested database";
                    case "getLogWriter" -> new PrintWriter(System.err);
                    case "isWrapperFor" -> false;
                    default -> throw new SQLException(method.getName());
                });
    }
}
