// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.MARIADB;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aludel.core.dialect.Ddl;
import io.aludel.core.dialect.DdlStep;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Unreadable;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.CheckViolationException;
import io.aludel.engine.ConnectionFailureException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.engine.EngineSettings;
import io.aludel.engine.ScratchPlace;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.conformance.PetWorld;
import io.aludel.testkit.conformance.SchemaAssert;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What MariaDB shows of a schema otherwise than it is, or only to some, and where its words mean more than they say. */
@OnEveryDatabase(MARIADB)
class MariaDbReadingTest {
    private final FreshDatabase database;

    MariaDbReadingTest(FreshDatabase database) {
        this.database = database;
    }

    // texts

    /** In {@code information_schema} each of them is a question mark, or four. */
    @Test
    void readsCharactersBeyondThreeBytes() throws SQLException {
        Schema schema = roundTrip(
                "create table t (a varchar(10) default '🙈?', b varchar(10) check (b <> '🙈' and b <> '????'),"
                        + " c varchar(20) as (concat(a, '🙈')) stored, d text default '🙈', e text default (concat('🙈', '?')),"
                        + " f varchar(4) default '?', g varbinary(3) default x'ff003f', h varchar(10) default '''🙈\\\\',"
                        + " i char(3) character set latin1 default 'é?')",
                "create trigger tr before insert on t for each row set @seen = '🙈?Я'",
                "create procedure p() select '🙈' as monkey, '?' as mark /* 🙈 */");

        Table table = schema.requireTable(TableName.of("t"));
        assertThat(table.columns().stream()
                        .map(column -> column.defaultValue().toString())
                        .collect(joining()))
                .contains("'🙈?'", "concat('🙈','?')", "x'FF003F'", "'''🙈\\\\'", "'é?'");
        assertThat(table.checks().get(0).condition().toString()).contains("`b` <> '🙈' and `b` <> '????'");
    }

    /** Where a column must not be null its default is seen in a row only, which a scratch database never has. */
    @Test
    void readsADefaultOfAColumnThatIsNotNullWhereThereIsARow() throws SQLException {
        database.execute(
                "create table t (a varchar(10) not null default '🙈', b varchar(10) not null default '?') collate utf8mb4_nopad_bin",
                "insert into t values ()");
        Column monkey = Column.notNull("a", SqlType.varchar(10)).withDefault(value("🙈"));
        Column mark = Column.notNull("b", SqlType.varchar(10)).withDefault(value("?"));
        try (Engine engine = Engine.create(database.dsn());
                ScratchPlace place = engine.scratch()) {
            Schema model = Schema.of(Table.of(TableName.of("t"), List.of(monkey, mark)));

            SchemaAssert.assertSame(
                    engine.dialect().scratch().readBack(place, model), MariaDbRoundTripTest.read(engine));
        }
    }

    private static Default value(String text) {
        return new Default.Of(new Value(text, ValueType.STRING));
    }

    @Test
    void saysWhereNobodyKnowsWhatAQuestionMarkStandsFor() throws SQLException {
        database.execute(
                "create table t (a enum('🙈', 'x'))",
                "create table u (a varchar(9) as (concat('🙈', '????')), b varchar(9) as (concat('????', '🙈')))");
        assertThat(unreadable()).isEqualTo("""
                column "a" of table "t": It may hold characters beyond U+FFFF, which the server shows as question marks. #
                column "a" of table "u": It may hold characters beyond U+FFFF, which the server shows as question marks. #
                column "b" of table "u": It may hold characters beyond U+FFFF, which the server shows as question marks. #
                """.replace("#", "Make and change it by SQL of your own."));
    }

    /** In {@code information_schema} their strings have one backslash for two, and lack the character set before them. */
    @Test
    void readsTriggersAndRoutinesAsTheyWereWritten() throws SQLException {
        Schema schema = roundTrip(
                "create table t (a varchar(90))",
                "create trigger `for each row` before insert on t /* for each row ' */ for /* */ each -- it's\n row /* x */"
                        + " set new.a = '\\\\d\\n' -- '",
                "create trigger a_second before insert on t for each row follows `for each row`"
                        + " begin set new.a = concat(new.a, '\\\\'); end /* z */",
                "create procedure p(/* ) */ in `a)b` enum('x)', 'y'), out c varchar(3)) reads sql data deterministic"
                        + " sql security invoker comment 'it''s\n \\\\ x' /* lead */ select hex(_latin1 'é') as x, '\\\\' as y # '",
                "create function f(a int) returns enum('a\nb', 'c''d') no sql return 'c\\'d'");

        assertThat(schema.triggers().stream()
                        .map(trigger -> trigger.definition().text()))
                .containsExactly(
                        "create trigger a_second before insert on t for each row"
                                + " begin set new.a = concat(new.a, '\\\\'); end /* z */",
                        "create trigger `for each row` before insert on t for each row precedes a_second"
                                + " set new.a = '\\\\d\\n' -- '");
        assertThat(schema.routines().stream()
                        .map(routine -> routine.definition().text()))
                .allMatch(text -> text.endsWith("\nreturn 'c\\'d'")
                        || text.endsWith("\nselect hex(_latin1 'é') as x, '\\\\' as y # '"));
    }

    /** A statement is read by the session's mode, also where it sets another for itself. */
    @Test
    void makesByItsModeWhatIsReadOtherwiseInAnother() throws SQLException {
        Schema schema = roundTrip(
                "create table t (a int)",
                "set sql_mode = 'ANSI_QUOTES'",
                "create procedure quoted() select a from \"t\" where \"a\" = 'it''s \\\\'",
                "create definer=`so'me`@`ho\"st` trigger tr before insert on t for each row set new.\"a\" = 5",
                "set sql_mode = 'NO_BACKSLASH_ESCAPES'",
                "create procedure slash() select '\\', '🙈?'",
                "set sql_mode = 'IGNORE_SPACE'",
                "create procedure spaced() select count (*) from t",
                "set sql_mode = 'PIPES_AS_CONCAT'",
                "create procedure piped() select 'a' || 'b'");

        assertThat(schema.routines().get(0).definition().text())
                .isEqualTo("set statement sql_mode='PIPES_AS_CONCAT' for create procedure piped()\nselect 'a' || 'b'");
        assertThat(schema.routines().get(2).definition().text())
                .isEqualTo("set statement sql_mode='NO_BACKSLASH_ESCAPES' for execute immediate"
                        + " 'create procedure slash()\nselect ''\\\\'', ''🙈?'''");
    }

    // what else is made again

    @Test
    void makesTypesAndDefaultsAsTheyWere() throws SQLException {
        Schema schema = roundTrip("create table t (a float, b float(20) default 0.5, c double,"
                + " d timestamp default (current_timestamp + interval 1 day) on update current_timestamp,"
                + " e varchar(90) default (concat('x on update current_timestamp()', 'y')))");

        assertThat(schema.requireTable(TableName.of("t")).requireColumn("a").type())
                .isEqualTo(SqlType.nativeType("mariadb", "float"));
    }

    @Test
    void numbersAColumnOfWhichThereIsOnlyAnIndex() throws SQLException {
        roundTrip(
                "create table t (a int auto_increment comment 'n', b int primary key, key ix (a))",
                "create table u (g int primary key, a int auto_increment, key ix (g, a)) engine=myisam",
                "create table v (g int, a int auto_increment, primary key (g, a), key ix (a, g))");
    }

    /** Its definer has no host, which one of the two views shows as an empty one. */
    @Test
    void readsWhatBelongsToARole() throws SQLException {
        String role = database.name() + "_role";
        try {
            Schema schema = roundTrip(
                    "create role " + role,
                    "set role " + role,
                    "create definer=current_role view v as select 1 as a",
                    "create definer=current_role procedure p() select 1",
                    "set role none");

            assertThat(schema.views().get(0).options()).containsExactly("definer=`" + role + "`");
        } finally {
            database.execute("drop role " + role);
        }
    }

    // rights

    /** Keys are shown to whoever has any right on the table, columns not. */
    @Test
    void readsATableOfWhichColumnsAreHidden() throws SQLException {
        String user = database.name() + "_dropper";
        database.execute(
                "create table pets (id int primary key, name varchar(9), owner int, unique (owner), key (name),"
                        + " constraint fk foreign key (owner) references pets (id))",
                "create user " + user,
                "grant drop, trigger on " + database.name() + ".* to " + user,
                "grant select (name) on " + database.name() + ".pets to " + user);
        try (Engine engine = Engine.create(database.dsn().replace("//root@", "//" + user + "@"))) {
            assertThatThrownBy(() ->
                            engine.inTransaction(connection -> connection.update(PetWorld.sql("delete from pets"))))
                    .hasMessageContaining("DELETE command denied")
                    .hasMessageContaining(
                            " Have the owner grant it to the user of this connection, or connect as another user.");
            Schema schema = MariaDbRoundTripTest.read(engine);

            Table pets = schema.requireTable(TableName.of("pets"));
            assertThat(pets.columns()).extracting(Column::name).containsExactly("name");
            assertThat(pets.indexes()).hasSize(1);
            assertThat(pets.primaryKey()).isNull();
            assertThat(schema.unreadable())
                    .extracting(Unreadable::toString)
                    .contains("table \"pets\": Only those columns are shown on which there is a right; grant one on the"
                            + " table.");
        } finally {
            database.execute("drop user " + user);
        }
    }

    /** To its definer the catalogue tells a view's text, {@code show create view} does not. */
    @Test
    void saysThatItMayNotSeeAViewOfItsOwn() throws SQLException {
        String user = database.name() + "_definer";
        database.execute(
                "create table pets (id int primary key)",
                "create user " + user,
                "grant create view, drop on " + database.name() + ".* to " + user,
                "create definer=" + user + " view v as select id from pets");
        try (Engine engine = Engine.create(database.dsn().replace("//root@", "//" + user + "@"))) {
            assertThat(MariaDbRoundTripTest.read(engine).unreadable())
                    .extracting(Unreadable::toString)
                    .contains("view \"v\": The right to see its query is missing; grant SHOW VIEW and SELECT.");
        } finally {
            database.execute("drop user " + user);
        }
    }

    // changes

    /** It is a part of the column's definition: to modify the column without it drops it, to drop it as a constraint is an error. */
    @Test
    void keepsAndDropsACheckThatWasWrittenWithItsColumn() throws SQLException {
        database.execute(
                "create table t (a varchar(9) check (a <> 'x'), b varchar(9), constraint b check (b <> 'x'))",
                "insert into t values ('a', 'b')");
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            Ddl ddl = engine.dialect().ddl();
            for (String name : List.of("a", "b")) {
                Table before = MariaDbRoundTripTest.read(engine).requireTable(TableName.of("t"));
                Column column = before.requireColumn(name);
                execute(connection, ddl.alterColumn(before, column, column.withType(SqlType.varchar(20))));
                String insert = "insert into t (" + name + ") values ('x')";
                assertThatThrownBy(() -> connection.execute(insert)).isInstanceOf(CheckViolationException.class);
            }
            Table altered = MariaDbRoundTripTest.read(engine).requireTable(TableName.of("t"));
            assertThat(altered.checks()).extracting(Check::name).containsExactlyInAnyOrder("a", "b");

            database.execute(
                    "create table u (a varchar(9) check (a <> 'x'), b varchar(9), constraint b check (b <> 'x'))");
            for (String name : List.of("a", "b")) {
                Table before = MariaDbRoundTripTest.read(engine).requireTable(TableName.of("u"));
                Check check = before.checks().stream()
                        .filter(own -> own.name().equals(name))
                        .findFirst()
                        .orElseThrow();
                execute(connection, ddl.dropCheck(before, check));
            }
            assertThat(MariaDbRoundTripTest.read(engine)
                            .requireTable(TableName.of("u"))
                            .checks())
                    .isEmpty();
            connection.execute("insert into u values ('x', 'x')");
        }
    }

    private static void execute(EngineConnection connection, List<DdlStep> steps) {
        steps.forEach(step -> connection.execute(((DdlStep.Sql) step).sql()));
    }

    // errors

    /** The number of this error is, on MySQL, that of a connection that was closed. */
    @Test
    void doesNotTakeAMissingTriggerForALostConnection() throws SQLException {
        database.execute("create table t (a int)");
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            assertThatThrownBy(() -> connection.execute(
                            "create trigger tr before insert on t for each row follows other set new.a = 1"))
                    .isInstanceOf(EngineException.class)
                    .isNotInstanceOf(ConnectionFailureException.class)
                    .hasMessageContaining("Referenced trigger 'other'");
        }
    }

    /** Its name is told with the table before it. */
    @Test
    void tellsACheckThatWasWrittenWithItsColumn() throws SQLException {
        database.execute("create table t (a varchar(9) check (a <> 'x'))");
        Schema schema;
        try (Engine engine = Engine.create(database.dsn())) {
            schema = MariaDbRoundTripTest.read(engine);
        }
        try (Engine engine = Engine.create(database.dsn(), EngineSettings.DEFAULT.withSchema(schema));
                EngineConnection connection = engine.connect()) {
            CheckViolationException violation = catchThrowableOfType(
                    CheckViolationException.class, () -> connection.execute("insert into t values ('x')"));

            assertThat(violation.constraint()).isEqualTo("a");
            assertThat(violation.table()).isEqualTo("t");
        }
    }

    // helpers

    /** What the statements make, which is read, made elsewhere, read again and compared, in our words and the server's. */
    private Schema roundTrip(String... statements) throws SQLException {
        try (Engine from = Engine.create(database.dsn());
                FreshDatabase copy = MARIADB.fresh();
                Engine to = Engine.create(copy.dsn())) {
            // By a connection that is not used again: it may have another mode, or role, at the end.
            try (Engine maker = Engine.create(database.dsn());
                    EngineConnection connection = maker.connect()) {
                List.of(statements).forEach(connection::execute);
            }
            Schema schema = MariaDbRoundTripTest.read(from);
            assertThat(schema.unreadable()).isEmpty();
            to.createAll(schema);
            SchemaAssert.assertSame(MariaDbRoundTripTest.read(to), schema);
            assertThat(MariaDbWords.of(copy)).containsExactlyElementsOf(MariaDbWords.of(database));
            return schema;
        }
    }

    private String unreadable() {
        try (Engine engine = Engine.create(database.dsn())) {
            return MariaDbRoundTripTest.read(engine).unreadable().stream()
                    .map(Unreadable::toString)
                    .collect(joining("\n", "", "\n"));
        }
    }
}
