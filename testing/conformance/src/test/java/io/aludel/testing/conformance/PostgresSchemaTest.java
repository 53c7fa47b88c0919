// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.core.type.ValueType.BOOLEAN;
import static io.aludel.core.type.ValueType.INTEGER;
import static io.aludel.core.type.ValueType.STRING;
import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Scope;
import io.aludel.core.expr.Between;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.IsNull;
import io.aludel.core.expr.RawSql;
import io.aludel.core.expr.TextMatch;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Partition;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaException;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.NamedEnum;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.ScratchPlace;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What PostgreSQL makes of a schema, read from the catalogue and from the scratch place. */
@OnEveryDatabase(POSTGRESQL)
@Tag("server-version")
class PostgresSchemaTest {
    private static final String HOSTILE = "O'Brien \"и\" \\ Co.; -- Ж";

    private final FreshDatabase database;

    PostgresSchemaTest(FreshDatabase database) {
        this.database = database;
    }

    @Test
    void readsBackTheSameFromTheDatabaseAndFromScratch() {
        Schema model = everything();
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(model);

            Schema live = read(engine, Scope.DEFAULT_SCHEMA);
            assertThat(skeleton(live)).isEqualTo(skeleton(model));
            try (ScratchPlace place = engine.scratch()) {
                assertThat(engine.dialect().scratch().readBack(place, model)).isEqualTo(live);
            }
        }
    }

    /** What holds no expression, and so comes back as it was given. */
    private static Schema skeleton(Schema schema) {
        return Schema.of(
                schema.tables().stream()
                        .map(table -> table.withChecks(List.of())
                                .withIndexes(List.of())
                                .withColumns(table.columns().stream()
                                        .map(PostgresSchemaTest::skeleton)
                                        .toList()))
                        .toList(),
                schema.sequences());
    }

    private static Column skeleton(Column column) {
        return column.withDefault(Default.NONE)
                .withGeneration(
                        column.generation() instanceof Generation.Computed ? Generation.NONE : column.generation());
    }

    @Test
    void createsAgainWhatItHasRead() {
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(everything());
            Schema live = read(engine, Scope.DEFAULT_SCHEMA);
            engine.dropAll(live);
            assertThat(read(engine, Scope.DEFAULT_SCHEMA)).isEqualTo(Schema.EMPTY);

            engine.createAll(live);

            assertThat(read(engine, Scope.DEFAULT_SCHEMA)).isEqualTo(live);
        }
    }

    private static Schema everything() {
        ColumnRef value = column("value", INTEGER);
        Table groups = Table.of(
                        TableName.of("groups"),
                        List.of(
                                Column.identity("id", SqlType.bigint()),
                                Column.notNull("name", SqlType.varchar(40))
                                        .withComment("its 'short' name\nsecond line \\"),
                                Column.nullable("sorted", SqlType.text()).withCollation("C")))
                .withPrimaryKey(new PrimaryKey("pk_groups", List.of("id")))
                .withUniqueKeys(List.of(new UniqueKey("uq_groups_name", List.of("name"))))
                .withComment("Groups of 'students'");
        Table grades = Table.of(
                        TableName.of("grades"),
                        List.of(
                                Column.notNull("id", SqlType.integer())
                                        .withGeneration(new Generation.Identity(100, 5, true)),
                                Column.notNull("group_id", SqlType.bigint()),
                                Column.notNull("value", SqlType.integer()).withDefault(of(1, INTEGER)),
                                Column.nullable("doubled", SqlType.integer())
                                        .withGeneration(new Generation.Computed(raw("value * 2"), true)),
                                Column.nullable("note", SqlType.text())))
                .withPrimaryKey(new PrimaryKey("pk_grades", List.of("group_id", "id")))
                .withForeignKeys(List.of(
                        ForeignKey.of("fk_grades_group_id", List.of("group_id"), TableName.of("groups"), List.of("id"))
                                .onDelete(ForeignKey.Action.CASCADE)
                                .onUpdate(ForeignKey.Action.RESTRICT)))
                .withChecks(List.of(
                        new Check("ck_grades_value", new Between(value, number(1), number(12))),
                        new Check(
                                "ck_grades_note",
                                new TextMatch(
                                        TextMatch.Kind.CONTAINS,
                                        column("note", STRING),
                                        new Value("50%_\\'", STRING)))))
                .withIndexes(List.of(
                        Index.of("ix_grades_value", "value"),
                        new Index(
                                        "ix_grades_note",
                                        List.of(
                                                new Index.Part(
                                                        FunctionCall.of(Function.LOWER, STRING, column("note", STRING)),
                                                        false),
                                                new Index.Part(value, true)),
                                        true)
                                .withPredicate(new IsNull(column("note", STRING), true))));
        return Schema.of(
                List.of(groups, grades, circle("hens", "eggs"), circle("eggs", "hens"), types(), hostile()),
                List.of(new Sequence(TableName.of("numbers"), 7, 3)));
    }

    /** Two tables that point at each other, at the end of the transaction. */
    private static Table circle(String name, String other) {
        return Table.of(
                        TableName.of(name),
                        List.of(Column.notNull("id", SqlType.uuid()), Column.nullable("other_id", SqlType.uuid())))
                .withPrimaryKey(new PrimaryKey("pk_" + name, List.of("id")))
                .withForeignKeys(List.of(new ForeignKey(
                        "fk_" + name,
                        List.of("other_id"),
                        TableName.of(other),
                        List.of("id"),
                        ForeignKey.Action.SET_NULL,
                        ForeignKey.Action.NO_ACTION,
                        ForeignKey.Match.SIMPLE,
                        Deferral.DEFERRED,
                        true)));
    }

    private static Table types() {
        return Table.of(
                TableName.of("types"),
                List.of(
                        with("a", SqlType.bool(), true, BOOLEAN),
                        with("b", SqlType.smallint(), (short) -3, ValueType.SHORT),
                        with("c", SqlType.bigint(), Long.MIN_VALUE, ValueType.LONG),
                        with("d", SqlType.decimal(10, 2), new BigDecimal("-1.50"), ValueType.DECIMAL),
                        with("e", SqlType.real(), 1.5f, ValueType.FLOAT),
                        with("f", SqlType.doublePrecision(), Double.NEGATIVE_INFINITY, ValueType.DOUBLE),
                        with("g", SqlType.character(3), "abc", STRING),
                        with("h", SqlType.varchar(80), HOSTILE, STRING),
                        with("i", SqlType.text(), "", STRING),
                        with("j", SqlType.binary(), new byte[] {0, 39, 92, -1}, ValueType.BYTES),
                        with("k", SqlType.date(), LocalDate.of(-43, 3, 15), ValueType.LOCAL_DATE),
                        with("l", SqlType.time(), LocalTime.of(23, 59, 59, 999_999_999), ValueType.LOCAL_TIME),
                        with(
                                "m",
                                SqlType.timestamp(),
                                LocalDateTime.of(12026, 11, 20, 1, 2, 3, 4000),
                                ValueType.LOCAL_DATE_TIME),
                        with(
                                "n",
                                SqlType.timestampWithTimeZone(),
                                Instant.parse("2026-11-20T10:00:00.123456Z"),
                                ValueType.INSTANT),
                        with(
                                "o",
                                SqlType.uuid(),
                                UUID.fromString("3f06af63-a93c-11e4-9797-00505690773f"),
                                ValueType.UUID),
                        with("p", SqlType.json(), "{\"a\": 'x'}".replace('\'', '"'), STRING),
                        Column.nullable("q", SqlType.array(SqlType.integer())),
                        Column.nullable("r", SqlType.nativeType("postgresql", "timestamp(3) without time zone")),
                        Column.notNull("s", SqlType.timestampWithTimeZone())
                                .withDefault(
                                        new Default.Of(FunctionCall.of(Function.CURRENT_TIMESTAMP, ValueType.INSTANT))),
                        Column.notNull("t", SqlType.bigint()).withDefault(new Default.Of(raw("nextval('numbers')")))));
    }

    /** Names that would end a quoted name, a string or a statement where they are put in as they are. */
    private static Table hostile() {
        String column = HOSTILE + " column";
        return Table.of(
                        TableName.of(HOSTILE),
                        List.of(
                                Column.identity("order", SqlType.integer()),
                                Column.notNull(column, SqlType.text())
                                        .withDefault(of(HOSTILE, STRING))
                                        .withComment(HOSTILE),
                                Column.nullable("MixedCase", SqlType.text()),
                                Column.nullable("имя", SqlType.text()),
                                Column.nullable("select", SqlType.text())))
                .withPrimaryKey(new PrimaryKey("pk " + HOSTILE, List.of("order")))
                .withUniqueKeys(List.of(new UniqueKey("uq " + HOSTILE, List.of(column, "MixedCase"))))
                .withForeignKeys(List.of(
                        ForeignKey.of("fk " + HOSTILE, List.of("order"), TableName.of(HOSTILE), List.of("order"))))
                .withChecks(List.of(new Check(
                        "ck " + HOSTILE,
                        new Comparison(Comparison.Operator.NE, column("имя", STRING), new Value(HOSTILE, STRING)))))
                .withIndexes(List.of(Index.of("ix " + HOSTILE, column, "select")))
                .withComment(HOSTILE);
    }

    @Test
    void keepsOtherSchemasApartAndMapsTheirNamesBack() throws SQLException {
        String other = "O'x \"Y";
        database.execute(
                "create schema \"O'x \"\"Y\"",
                "create type \"O'x \"\"Y\".mood as enum ('ok', 'bad')",
                "create sequence \"O'x \"\"Y\".ids",
                "create function \"O'x \"\"Y\".fine(int) returns boolean immutable language sql as 'select $1 > 0'");
        Table people = Table.of(
                        TableName.of(other, "people"),
                        List.of(
                                Column.notNull("id", SqlType.bigint())
                                        .withDefault(new Default.Of(raw("nextval('\"O''x \"\"Y\".ids')"))),
                                Column.nullable("mood", SqlType.nativeType("postgresql", "\"O'x \"\"Y\".mood"))
                                        .withDefault(new Default.Of(raw("'ok'")))))
                .withPrimaryKey(new PrimaryKey("pk_people", List.of("id")))
                .withChecks(List.of(new Check("ck_people", raw("\"O'x \"\"Y\".fine(1)"))));
        Table pets = Table.of(
                        TableName.of("pets"),
                        List.of(Column.notNull("id", SqlType.bigint()), Column.notNull("owner_id", SqlType.bigint())))
                .withForeignKeys(List.of(
                        ForeignKey.of("fk_pets", List.of("owner_id"), TableName.of(other, "people"), List.of("id"))));
        Schema model = Schema.of(people, pets);
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(model);

            Schema live = read(engine, Scope.of(Set.of(other)));

            assertThat(live.tables().stream().map(Table::name))
                    .containsExactly(TableName.of("pets"), TableName.of(other, "people"));
            try (ScratchPlace place = engine.scratch()) {
                assertThat(engine.dialect().scratch().readBack(place, model).tables())
                        .isEqualTo(live.tables());
            }
        }
    }

    @Test
    void triesOutOneOfEverythingAndMapsItAllBack() throws IOException, SQLException {
        PostgresRoundTripTest.loadEverything(database);
        Scope scope = Scope.everything(Set.of("O'x \"Y", "empty"));
        try (Engine engine = Engine.create(database.dsn())) {
            Schema live = read(engine, scope);

            try (ScratchPlace place = engine.scratch()) {
                Schema said = engine.dialect().scratch().readBack(place, live);

                assertThat(said.tables()).isEqualTo(live.tables());
                assertThat(said.enumTypes()).isEqualTo(live.enumTypes());
                assertThat(said.domains()).isEqualTo(live.domains());
                assertThat(said.sequences()).isEqualTo(live.sequences());
            }
        }
    }

    /** The live types of those names are others. */
    @Test
    void triesOutTheTypesThatTheModelHas() throws SQLException {
        database.execute(
                "create schema app",
                "create type mood as enum ('x')",
                "create domain app.size as text",
                "create type app.colour as enum ('red')");
        Table pets = Table.of(
                        TableName.of("pets"),
                        List.of(
                                Column.nullable("a", SqlType.nativeType("postgresql", "public.mood"))
                                        .withDefault(new Default.Of(raw("'ok'::public.mood"))),
                                Column.nullable("b", new NamedEnum(null, "mood", List.of("ok", "bad"))),
                                Column.nullable("c", SqlType.nativeType("postgresql", "app.size")),
                                Column.nullable("d", SqlType.array(new NamedEnum("app", "colour", List.of("blue")))),
                                Column.nullable("e", SqlType.nativeType("postgresql", "public.mood[]"))))
                .withChecks(List.of(
                        new Check("ck_a", raw("a <> 'bad'::public.mood")), new Check("ck_c", raw("c > 1::app.size"))))
                .withIndexes(List.of(
                        new Index("ix", List.of(new Index.Part(raw("(a = 'bad'::public.mood)"), false)), false)
                                .withPredicate(raw("a > 'ok'::public.mood"))));
        Schema model = Schema.of(pets)
                .withEnumTypes(List.of(
                        EnumType.of(TableName.of("mood"), "ok", "bad"),
                        EnumType.of(TableName.of("app", "colour"), "blue")))
                .withDomains(List.of(Domain.of(TableName.of("app", "size"), SqlType.integer())
                        .withChecks(List.of(new Check("ck", raw("value > 0"))))));
        try (Engine engine = Engine.create(database.dsn());
                ScratchPlace place = engine.scratch()) {
            Schema said = engine.dialect().scratch().readBack(place, model);

            assertThat(said.enumTypes()).isEqualTo(model.enumTypes());
            assertThat(said.domains())
                    .extracting(domain -> domain.name() + " " + domain.type())
                    .containsExactly("app.size integer");
            Table read = said.requireTable(TableName.of("pets"));
            assertThat(read.columns().stream().map(column -> column.name() + " " + column.type()))
                    .containsExactly(
                            "a public.mood", "b public.mood", "c app.size", "d app.colour[]", "e public.mood[]");
            assertThat(read.requireColumn("a").defaultValue()).isEqualTo(new Default.Of(raw("'ok'::public.mood")));
            assertThat(read.checks())
                    .containsExactly(
                            new Check("ck_a", condition("(a <> 'bad'::public.mood)")),
                            new Check("ck_c", condition("((c)::integer > ((1)::app.size)::integer)")));
        }
        assertThat(database.rows("select enumlabel from pg_enum order by 1")).hasSize(2);
    }

    @Test
    void saysThatAPartIsTriedOutWithItsTable() {
        Table part = Table.of(TableName.of("part"), List.of())
                .withPartition(new Partition(TableName.of("whole"), "default"));
        try (Engine engine = Engine.create(database.dsn());
                ScratchPlace place = engine.scratch()) {
            assertThatThrownBy(() -> engine.dialect().scratch().readBack(place, Schema.of(part)))
                    .isInstanceOf(SchemaException.class)
                    .hasMessage("Table \"part\" is a part of \"whole\", and cannot be tried out without it.");
        }
    }

    @Test
    void mapsTheScratchSequenceOfADefaultBackIntoTheDefaultSchema() throws SQLException {
        Schema model = Schema.of(
                List.of(Table.of(
                        TableName.of("t"),
                        List.of(Column.notNull("id", SqlType.bigint())
                                .withDefault(new Default.Of(raw("nextval('\"It''s\"')")))))),
                List.of(new Sequence(TableName.of("It's"), 1, 1)));
        database.execute("create schema \"App's\"", "alter role current_user set search_path = \"App's\"");
        try (Engine engine = Engine.create(database.dsn())) {
            try (ScratchPlace place = engine.scratch()) {
                Column id = engine.dialect()
                        .scratch()
                        .readBack(place, model)
                        .requireTable(TableName.of("t"))
                        .requireColumn("id");

                assertThat(id.defaultValue())
                        .isEqualTo(new Default.Of(raw("nextval('\"App''s\".\"It''s\"'::regclass)")));
            }
        } finally {
            database.execute("alter role current_user reset search_path");
        }
    }

    @Test
    void leavesTheConnectionAsItWas() {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            connection.begin();
            connection.execute("set local search_path = public, pg_temp");
            connection.execute("set local jit = on");

            engine.dialect().introspector().read(connection.catalog(), Scope.DEFAULT_SCHEMA);

            assertThat(connection
                            .catalog()
                            .query("select current_setting('search_path') as path, current_setting('jit') as jit")
                            .get(0)
                            .values()
                            .values())
                    .containsExactly("public, pg_temp", "on");
            connection.rollback();
        }
    }

    @Test
    void leavesNothingOfAScratchPlace() throws SQLException {
        try (Engine engine = Engine.create(database.dsn())) {
            try (ScratchPlace place = engine.scratch()) {
                engine.dialect().scratch().readBack(place, everything());
            }

            assertThat(database.rows("select nspname from pg_namespace where nspname like 'aludel%'"))
                    .isEmpty();
        }
    }

    @Test
    void saysWhichSearchPathLeadsNowhere() {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            connection.begin();
            connection.execute("set local search_path = nowhere");

            assertThatThrownBy(() -> engine.dialect().introspector().read(connection.catalog(), Scope.DEFAULT_SCHEMA))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("\"nowhere\"");
            connection.rollback();
        }
    }

    @Test
    void readsTheSameOutsideATransaction() {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            engine.createAll(everything());
            Object path = path(connection);

            assertThat(engine.dialect().introspector().read(connection.catalog(), Scope.DEFAULT_SCHEMA))
                    .isEqualTo(read(engine, Scope.DEFAULT_SCHEMA));
            assertThat(path(connection)).isEqualTo(path);
        }
    }

    private static Object path(EngineConnection connection) {
        return connection
                .catalog()
                .query("select current_setting('search_path') as path")
                .get(0)
                .text("path");
    }

    @Test
    void readsOnlyTheTablesThatAreAskedFor() throws SQLException {
        database.execute("create table a (id int)", "create table b (id int)", "create sequence s");
        try (Engine engine = Engine.create(database.dsn())) {
            assertThat(read(engine, Scope.tables(TableName.of("b"))))
                    .isEqualTo(
                            Schema.of(Table.of(TableName.of("b"), List.of(Column.nullable("id", SqlType.integer())))));
        }
    }

    @Test
    void knowsWhichDefaultsAreTheSame() {
        Table table = Table.of(
                TableName.of("t"),
                List.of(
                        Column.nullable("n", SqlType.decimal(10, 2)),
                        Column.nullable("s", SqlType.varchar(20)),
                        Column.nullable("i", SqlType.integer()),
                        Column.nullable("a", SqlType.array(SqlType.integer())),
                        Column.nullable("d", SqlType.date()),
                        Column.nullable("m", SqlType.timestampWithTimeZone())));
        try (Engine engine = Engine.create(database.dsn());
                ScratchPlace place = engine.scratch()) {
            Defaults same = new Defaults(engine, place, table);

            assertThat(same.of("n", "1.5", "1.50")).isTrue();
            assertThat(same.of("n", "'1.5'::numeric", "1.500")).isTrue();
            assertThat(same.of("n", "1.5", "1.51")).isFalse();
            assertThat(same.of("s", "'a'::text", "'a'::character varying")).isTrue();
            assertThat(same.of("s", "'a'", "'A'")).isFalse();
            assertThat(same.of("s", "'now'", "'now'::text"))
                    .as("reads no clock as text, but who knows")
                    .isFalse();
            assertThat(same.of("i", "'-1'::integer", "(-1)")).isTrue();
            assertThat(same.of("i", "nextval('s')", "nextval('s'::regclass)")).isFalse();
            assertThat(same.of("i", "'x'", "1")).as("a text that is no number").isFalse();
            assertThat(same.of("i", "1", "'1'::integer"))
                    .as("the transaction goes on")
                    .isTrue();
            assertThat(same.of("a", "'{}'::integer[]", "ARRAY[]::integer[]")).isTrue();
            assertThat(same.of("m", "now()", "CURRENT_TIMESTAMP")).isTrue();
            assertThat(same.of("m", "now()", "clock_timestamp()")).isFalse();
            assertThat(same.of("d", "CURRENT_DATE", "('now'::text)::date")).isTrue();
            assertThat(same.of("d", "('now'::text)::date", "('today'::text)::date"))
                    .isFalse();
            assertThat(same.of("i", "null", "NULL::integer")).isTrue();
        }
    }

    private record Defaults(Engine engine, ScratchPlace place, Table table) {
        boolean of(String column, String one, String other) {
            Column base = table.requireColumn(column);
            return engine.dialect()
                    .scratch()
                    .sameDefault(
                            place,
                            table,
                            base.withDefault(new Default.Of(raw(one))),
                            base.withDefault(new Default.Of(raw(other))));
        }
    }

    @Test
    void knowsWhichExpressionsAreTheSame() {
        Table table = Table.of(
                TableName.of("t t"),
                List.of(
                        Column.nullable("x", SqlType.integer()),
                        Column.notNull("y", SqlType.integer()),
                        Column.nullable("s", SqlType.varchar(20))));
        try (Engine engine = Engine.create(database.dsn());
                ScratchPlace place = engine.scratch()) {
            engine.dialect().scratch().readBack(place, Schema.of(table));
            Expressions same = new Expressions(engine, place, table);

            assertThat(same.of("not (x is null)", "x is not null")).isTrue();
            assertThat(same.of("x between 1 and 5", "x >= 1 and x <= 5")).isTrue();
            assertThat(same.of("s in ('a', 'b')", "s = any (array['a'::varchar, 'b'::varchar]::text[])"))
                    .isTrue();
            assertThat(same.of("x > 0 or null", "x > 0"))
                    .as("a check takes the first always")
                    .isFalse();
            assertThat(same.of("y is not null", "true")).isFalse();
            assertThat(same.of("x in (1, 2)", "x = 1 or x = 2"))
                    .as("cannot be told")
                    .isFalse();
            assertThat(same.of("gone > 1", "x > 1")).as("unreadable").isFalse();
            assertThat(same.of("x > 1", "(x) > 1"))
                    .as("the transaction goes on")
                    .isTrue();
        }
    }

    private record Expressions(Engine engine, ScratchPlace place, Table table) {
        boolean of(String one, String other) {
            return engine.dialect().scratch().sameExpression(place, table, raw(one), raw(other));
        }
    }

    @Test
    void quotesEveryWordThatTheServerReserves() throws SQLException {
        try (Engine engine = Engine.create(database.dsn())) {
            List<String> bare = database.rows("select word from pg_get_keywords() where catcode in ('R', 'T')").stream()
                    .map(row -> row.get(0).toString())
                    .filter(word -> engine.dialect().quote(word).equals(word))
                    .toList();

            assertThat(bare).isEmpty();
        }
    }

    private static Schema read(Engine engine, Scope scope) {
        return engine.inTransaction(
                connection -> engine.dialect().introspector().read(connection.catalog(), scope));
    }

    private static RawSql condition(String sql) {
        return new RawSql("postgresql", sql, BOOLEAN);
    }

    private static RawSql raw(String sql) {
        return new RawSql("postgresql", sql, STRING);
    }

    private static ColumnRef column(String name, ValueType<?> type) {
        return new ColumnRef("", name, type);
    }

    private static Value number(int number) {
        return new Value(number, INTEGER);
    }

    private static <T> Default of(T value, BasicType<T> type) {
        return new Default.Of(new Value(value, type));
    }

    private static <T> Column with(String name, SqlType sqlType, T value, BasicType<T> type) {
        return Column.notNull(name, sqlType).withDefault(of(value, type));
    }
}
