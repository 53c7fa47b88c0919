// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.Databases;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.command.Adopted;
import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.command.RevisionOptions;
import io.aludel.migrate.command.ScriptPlace;
import io.aludel.migrate.diff.DiffOptions;
import io.aludel.migrate.diff.TableFilter;
import io.aludel.migrate.op.IrreversibleException;
import io.aludel.migrate.run.LedgerTables;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.databases.TestDatabase;
import io.aludel.testkit.conformance.SchemaAssert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
    @TempDir
    private Path folder;

    private Migrations migrations(Engine engine) {
        return Migrations.of(engine, () -> Schema.EMPTY, new ScriptFolder(folder, List.of()));
    }

    private Adopted baseline(Migrations migrations, BaselineOptions how) {
        return migrations.baseline("as it was", RevisionOptions.ON_HEAD, new ScriptPlace(folder, "", ""), how);
    }

    /** All that is no tool's. */
    private static Schema owned(Engine engine, String... others) {
        Predicate<SchemaObject> theirs = object -> LedgerTables.NAMES.contains(object.name())
                || List.of(others).contains(object.name().name());
        return Databases.everything(engine).only(theirs.negate());
    }

    private long scripts() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).count();
        }
    }

    @OnEveryDatabase
    void makesAnEmptyDatabaseAsTheOldOneIs(FreshDatabase database) throws IOException {
        try (Engine old = Engine.create(database.dsn());
                FreshDatabase empty = database.database().fresh();
                Engine copy = Engine.create(empty.dsn())) {
            NastyDatabase.make(old, database);
            Schema before = Databases.everything(old);

            Adopted adopted = baseline(migrations(old), BaselineOptions.USUAL);
            List<?> applied = migrations(copy).upgrade("head");

            SchemaAssert.assertSame(owned(old), before);
            SchemaAssert.assertSame(owned(copy), before);
            assertThat(applied).hasSize(1);
            assertThat(adopted.leftOut()).isEmpty();
            assertThat(migrations(old).upgrade("head")).isEmpty();
            assertThat(migrations(old).current().pending()).isEmpty();
            assertThatThrownBy(() -> migrations(old).downgrade("base")).isInstanceOf(IrreversibleException.class);
            SchemaAssert.assertSame(owned(old), before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE, chinook-sqlite.sql, 11",
        "SQLITE, sakila-sqlite-schema.sql, 16",
        "POSTGRESQL, chinook-postgresql.sql, 11",
        "POSTGRESQL, northwind-postgresql.sql, 14",
        "POSTGRESQL, sakila-postgresql-schema.sql, 21",
        "MARIADB, chinook-mysql.sql, 11",
        "MARIADB, sakila-mysql-schema.sql, 16"
    })
    void makesAnEmptyDatabaseAsARealOneIs(TestDatabase kind, String file, int tables) throws IOException, SQLException {
        assumeTrue(TestDatabase.selected().contains(kind), "the database is not among those selected");
        try (FreshDatabase database = kind.fresh();
                FreshDatabase empty = kind.fresh();
                Engine old = Engine.create(database.dsn());
                Engine copy = Engine.create(empty.dsn())) {
            RealDatabase.load(database, file);
            Schema before = Databases.everything(old);

            Adopted adopted = baseline(migrations(old), BaselineOptions.USUAL.leavingOut());
            migrations(copy).upgrade("head");

            assertThat(before.tables()).hasSize(tables);
            assertThat(adopted.leftOut()).hasSameSizeAs(before.unreadable());
            SchemaAssert.assertSame(owned(copy), before.withUnreadable(List.of()));
        }
    }

    @OnEveryDatabase(TestDatabase.SQLITE)
    void comesBeforeAllRevisionsAndNeedsSomethingThere(FreshDatabase database) throws IOException {
        try (Engine engine = Engine.create(database.dsn())) {
            assertThatThrownBy(() -> baseline(migrations(engine), BaselineOptions.USUAL))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("There is nothing in ")
                    .hasMessageStartingWith("MIG-076: ");
            NastyDatabase.execute(engine, List.of("create table pet (id integer primary key)"));
            String first = baseline(migrations(engine), BaselineOptions.USUAL).revision();

            assertThatThrownBy(() -> baseline(migrations(engine), BaselineOptions.USUAL))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("A baseline comes before all revisions, but ")
                    .hasMessageContaining(first)
                    .hasMessageStartingWith("MIG-075: ");
            assertThat(scripts()).isEqualTo(1);
        }
    }

    @OnEveryDatabase(TestDatabase.SQLITE)
    void whatCannotBeReadIsRefusedByNameUnlessItMayBeLeftOut(FreshDatabase database) throws IOException {
        try (Engine engine = Engine.create(database.dsn())) {
            NastyDatabase.execute(
                    engine,
                    List.of(
                            "create table pet (id integer primary key)",
                            "create virtual table words using fts5(word)"));

            assertThatThrownBy(() -> baseline(migrations(engine), BaselineOptions.USUAL))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("\"words\"")
                    .hasMessageContaining("--partly")
                    .hasMessageStartingWith("MIG-078: ");
            assertThat(scripts()).isZero();
            assertThat(owned(engine).tables())
                    .isEqualTo(Databases.everything(engine).tables());

            Adopted adopted = baseline(migrations(engine), BaselineOptions.USUAL.leavingOut());

            assertThat(adopted.leftOut()).anySatisfy(left -> assertThat(left).contains("\"words\""));
            assertThat(Files.readString(adopted.file())).contains("\"pet\"").doesNotContain("words");
        }
    }

    @OnEveryDatabase({TestDatabase.SQLITE, TestDatabase.POSTGRESQL})
    void aKeyToATableThatDoesNotTakePartIsNotLostInSilence(FreshDatabase database) throws IOException {
        try (Engine engine = Engine.create(database.dsn())) {
            NastyDatabase.execute(
                    engine,
                    List.of(
                            "create table owner (id integer primary key)",
                            "create table pet (id integer primary key, owner_id integer, constraint fk_owner foreign key (owner_id) references owner (id))"));
            Migrations part = migrations(engine)
                    .comparing(DiffOptions.USUAL.with(new TableFilter(List.of(), List.of(), List.of("owner"))));

            assertThatThrownBy(() -> baseline(part, BaselineOptions.USUAL))
                    .hasMessageContaining("foreign key \"fk_owner\" of table \"pet\": it points at \"owner\"");
            Adopted adopted = baseline(part, BaselineOptions.USUAL.leavingOut());

            assertThat(adopted.leftOut()).hasSize(1);
            assertThat(Files.readString(adopted.file()))
                    .doesNotContain("fk_owner")
                    .doesNotContain("createTable(\"owner\"");
        }
    }

    @OnEveryDatabase
    void goesOnWhereFlywaysTableEnds(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn())) {
            NastyDatabase.execute(
                    engine,
                    List.of(
                            "create table pet (id integer primary key)",
                            "create table steps_of_flyway (installed_rank integer not null primary key, version varchar(50), description varchar(200) not null,"
                                    + " type varchar(20) not null, success boolean not null)",
                            "insert into steps_of_flyway values (1, null, '<< Flyway Schema Creation >>', 'SCHEMA', true)",
                            "insert into steps_of_flyway values (-1, null, '<< Flyway Schema History table created >>', 'TABLE', true)",
                            "insert into steps_of_flyway values (2, '1', 'pets', 'SQL', true)",
                            "insert into steps_of_flyway values (4, '2', 'owners', 'SQL', true)",
                            "insert into steps_of_flyway values (3, null, 'views', 'SQL', true)",
                            "insert into steps_of_flyway values (5, '2', 'owners', 'UNDO_SQL', true)",
                            "insert into steps_of_flyway values (10, '1.1', 'toys', 'SQL', false)"));
            BaselineOptions flyway =
                    BaselineOptions.USUAL.continuing(HistoryTool.FLYWAY).withHistoryTable("STEPS_of_flyway");

            assertThatThrownBy(() -> baseline(migrations(engine), flyway))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("Migration 1.1 toys has failed.")
                    .hasMessageStartingWith("MIG-077: ");
            NastyDatabase.execute(engine, List.of("delete from steps_of_flyway where installed_rank = 10"));
            Schema before = Databases.everything(engine);

            OtherHistory history =
                    baseline(migrations(engine), flyway).history().orElseThrow();

            assertThat(history.applied()).containsExactly("1 pets", "views (repeatable)");
            SchemaAssert.assertSame(owned(engine), before);
            assertThat(migrations(engine).check().operations()).hasSize(2); // both, as the name is no usual one
        }
    }

    @OnEveryDatabase
    void goesOnWhereLiquibasesTableEnds(FreshDatabase database) throws IOException {
        try (Engine engine = Engine.create(database.dsn())) {
            NastyDatabase.execute(
                    engine,
                    List.of(
                            "create table pet (id integer primary key)",
                            "create table DATABASECHANGELOG (ID varchar(255) not null, AUTHOR varchar(255) not null, FILENAME varchar(255) not null,"
                                    + " ORDEREXECUTED int not null, EXECTYPE varchar(10) not null, MD5SUM varchar(35))",
                            "create table DATABASECHANGELOGLOCK (ID int not null primary key, LOCKED boolean not null)",
                            "insert into DATABASECHANGELOGLOCK values (1, true)",
                            "insert into DATABASECHANGELOG values ('2', 'ada', 'b.xml', 2, 'RERAN', null)",
                            "insert into DATABASECHANGELOG values ('1', 'ada', 'a.xml', 1, 'EXECUTED', '9:x')"));
            BaselineOptions liquibase = BaselineOptions.USUAL.continuing(HistoryTool.LIQUIBASE);

            assertThatThrownBy(() -> baseline(migrations(engine), liquibase))
                    .hasMessageContaining("liquibase release-locks");
            NastyDatabase.execute(engine, List.of("update DATABASECHANGELOGLOCK set LOCKED = false"));
            Adopted adopted = baseline(migrations(engine), liquibase);

            assertThat(adopted.history().orElseThrow().last()).contains("ada:2 in b.xml");
            assertThat(adopted.present()).containsExactly(HistoryTool.LIQUIBASE);
            assertThat(Files.readString(adopted.file())).doesNotContainIgnoringCase("changelog");
        }
    }

    @OnEveryDatabase({TestDatabase.POSTGRESQL, TestDatabase.H2})
    void takesNamedSchemasThatAreAskedForAndNamesTheOthers(FreshDatabase database) throws IOException {
        try (Engine engine = Engine.create(database.dsn());
                FreshDatabase empty = database.database().fresh();
                Engine copy = Engine.create(empty.dsn())) {
            NastyDatabase.execute(
                    engine,
                    List.of(
                            "create schema app",
                            "create schema \"left alone\"",
                            "create table \"left alone\".x (y integer)",
                            "create table app.owner (id integer primary key)",
                            "create table pet (id integer primary key, owner_id integer references app.owner (id))",
                            "create view app.pets as select id from pet"));
            DiffOptions options = DiffOptions.USUAL.with(new TableFilter(List.of("app"), List.of(), List.of()));

            Adopted adopted = baseline(migrations(engine).comparing(options), BaselineOptions.USUAL);
            migrations(copy).upgrade("head");

            assertThat(adopted.otherSchemas()).containsExactly("left alone");
            assertThat(Files.readString(adopted.file())).doesNotContain("left alone");
            SchemaAssert.assertSame(app(copy), app(engine));
            assertThat(app(copy).objects()).hasSize(3);
        }
    }

    private static Schema app(Engine engine) {
        try (EngineConnection connection = engine.connect()) {
            connection.begin(TransactionMode.READ_ONLY);
            return connection
                    .dialect()
                    .introspector()
                    .read(connection.catalog(), Scope.everything(Set.of("app")))
                    .only(object -> !LedgerTables.NAMES.contains(object.name()));
        }
    }

    @OnEveryDatabase(TestDatabase.SQLITE)
    void saysWhereNoHistoryIs(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn())) {
            NastyDatabase.execute(engine, List.of("create table pet (id integer primary key)"));

            assertThatThrownBy(() -> baseline(migrations(engine), BaselineOptions.USUAL.continuing(HistoryTool.FLYWAY)))
                    .hasMessageContaining("There is no table \"flyway_schema_history\" in ");
            assertThatThrownBy(() -> baseline(
                            migrations(engine),
                            BaselineOptions.USUAL
                                    .continuing(HistoryTool.LIQUIBASE)
                                    .withHistoryTable("pet")))
                    .hasMessage(
                            "MIG-076: Table \"pet\" is not as Liquibase makes it. Name its table by --history-table.");
        }
    }
}
