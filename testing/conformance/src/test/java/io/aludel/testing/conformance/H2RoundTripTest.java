// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.Scope;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.Unreadable;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.conformance.SchemaAssert;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.h2.api.Aggregate;
import org.junit.jupiter.api.Test;

/** A schema that has one of everything is read, made in another database, and read again. */
@OnEveryDatabase(H2)
class H2RoundTripTest {
    private static final String OTHER = "O'x \"Y";
    private static final Scope ALL = Scope.everything(Set.of(OTHER, "empty"));

    private final FreshDatabase database;

    H2RoundTripTest(FreshDatabase database) {
        this.database = database;
    }

    @Test
    void readsWhatItHasMadeElsewhereAsItWas() throws IOException, SQLException {
        database.execute(everything());
        try (Engine from = Engine.create(database.dsn());
                FreshDatabase copy = H2.fresh();
                Engine to = Engine.create(copy.dsn())) {
            Schema schema = read(from, ALL);
            assertThat(schema.unreadable()).isEmpty();
            assertThat(schema.schemaNames()).containsExactly(OTHER, "empty");

            to.createAll(schema);

            SchemaAssert.assertSame(read(to, ALL), schema);
            to.dropAll(schema);
            assertThat(read(to, ALL).objects().map(SchemaObject::describe)).isEmpty();
        }
    }

    @Test
    void readsWhatIsThere() throws IOException, SQLException {
        database.execute(everything());
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            Schema schema = read(engine, ALL);

            assertThat(engine.dialect().introspector().schemaNames(connection.catalog()))
                    .containsExactly(OTHER, "empty", "public");
            assertThat(schema.sequences())
                    .extracting(
                            sequence -> sequence.name().toString(),
                            sequence -> sequence.type() == null
                                    ? null
                                    : engine.dialect().types().declaration(sequence.type()),
                            sequence -> sequence.numbering())
                    .containsExactlyInAnyOrder(
                            tuple("plain", null, Numbering.STANDARD),
                            tuple("down", null, Numbering.of(-5, -1)),
                            tuple("below", null, Numbering.of(-50, 1)),
                            tuple("above", null, Numbering.of(50, -2).within(-100L, null)),
                            tuple("few", "smallint", new Numbering(10, 5, 5L, 100L, 3, true)),
                            tuple("tiny", "TINYINT", Numbering.STANDARD),
                            tuple("whole", "integer", Numbering.of(4, 1).within(-2147483648L, null)),
                            tuple("decimal", "numeric(10, 0)", Numbering.STANDARD),
                            tuple("wide", "numeric(30, 0)", Numbering.of(-1, -1)),
                            tuple("float", "double precision", Numbering.STANDARD),
                            tuple(OTHER + ".seq 'q'", null, Numbering.STANDARD));
            Domain small = schema.domain(TableName.of(OTHER, "small")).orElseThrow();
            assertThat(small.type()).isEqualTo(SqlType.nativeType("h2", "\"posint\""));
            assertThat(small.checks()).extracting(check -> check.name()).containsExactly("ck_small");
            Table child = schema.requireTable(TableName.of("child"));
            assertThat(child.indexes())
                    .extracting(Index::name, Index::method, Index::unique, Index::nullsDistinct, Index::include)
                    .containsExactly(
                            tuple("ix_hash", "hash", false, true, List.of()),
                            tuple("ix_include", null, true, true, List.of("y", "id")),
                            tuple("ix_unique", null, true, false, List.of()),
                            tuple("ix_unique_hash", "hash", true, true, List.of()));
            Table other = schema.requireTable(TableName.of(OTHER, "t \"1\""));
            assertThat(other.indexes().get(0).parts())
                    .extracting(Index.Part::descending, Index.Part::nulls)
                    .containsExactly(
                            tuple(true, Index.Nulls.USUAL),
                            tuple(false, Index.Nulls.USUAL),
                            tuple(false, Index.Nulls.LAST),
                            tuple(true, Index.Nulls.FIRST));
            assertThat(other.uniqueKeys())
                    .extracting(key -> key.name(), key -> key.nullsDistinct())
                    .containsExactly(tuple("uq_nulls", false), tuple("uq_plain", true));
            View shown = schema.view(TableName.of("shown")).orElseThrow();
            assertThat(shown.columns()).containsExactly("number", "the text");
            assertThat(shown.query().text()).isEqualTo("""
                    SELECT
                        "k"."id",
                        "k"."v" || ''''
                    FROM "public"."kinds" "k"
                    WHERE "k"."i" > 3""");
            assertThat(shown.comment()).isEqualTo("it's shown");
            assertThat(schema.routines())
                    .extracting(Routine::type, routine -> routine.definition().text(), Routine::comment)
                    .contains(
                            tuple(
                                    Routine.Kind.FUNCTION,
                                    "create alias \"root\" for 'java.lang.Math.sqrt'",
                                    "the square's"),
                            tuple(
                                    Routine.Kind.AGGREGATE,
                                    "create aggregate \"joined\" for '" + Joined.class.getName() + "'",
                                    null));
            assertThat(schema.triggers())
                    .extracting(Trigger::table, trigger -> trigger.definition().text())
                    .contains(
                            tuple(
                                    TableName.of("child"),
                                    "create trigger \"before_all\" before insert, update, delete on \"child\" for each"
                                            + " row call '" + Silent.class.getName() + "'"),
                            tuple(
                                    other.name(),
                                    "create trigger \"O'x \"\"Y\".\"after \"\"1\"\"\" after update, rollback on"
                                            + " \"O'x \"\"Y\".\"t \"\"1\"\"\" for each row queue 7 nowait call '"
                                            + Silent.class.getName() + "'"));
        }
    }

    @Test
    void readsByNameAndKindWhatItReadsOfAll() throws IOException, SQLException {
        database.execute(everything());
        try (Engine engine = Engine.create(database.dsn())) {
            Schema all = read(engine, ALL);
            TableName child = TableName.of("child");
            Scope named = new Scope(Set.of(OTHER), Set.of(child, TableName.of("shown")), ALL.kinds());

            Schema some = read(engine, named);

            assertThat(some.tables()).containsExactly(all.requireTable(child));
            assertThat(some.views())
                    .containsExactly(all.view(TableName.of("shown")).orElseThrow());
            assertThat(some.triggers())
                    .extracting(trigger -> trigger.name().name())
                    .containsExactly("before_all", "instead");
            assertThat(some.objects()).hasSize(4);
            for (Table table : all.tables()) {
                assertThat(read(engine, Scope.tables(table.name())).tables()).containsExactly(table);
            }
            for (ObjectKind kind : ObjectKind.values()) {
                Schema ofKind = read(engine, new Scope(Set.of(OTHER, "empty"), null, Set.of(kind)));
                assertThat(ofKind.objects())
                        .containsExactlyElementsOf(all.objects()
                                .filter(object -> object.kind() == kind)
                                .toList());
            }
        }
    }

    @Test
    void tellsWhatItCannotRead() throws SQLException {
        database.execute(
                "create table t (id int primary key, a int default 3 default on null, b timestamp on update now(),"
                        + " c int invisible, d int, constraint uq unique nulls all distinct (a, d))",
                "create unique nulls all distinct index ix on t (d, a)",
                "create global temporary table gone (id int)",
                "create local temporary table mine (id int)",
                "create linked table link('org.h2.Driver', 'jdbc:h2:mem:', 'sa', '', 'INFORMATION_SCHEMA.USERS')",
                "create materialized view kept as select id from t",
                "create force view broken as select * from nosuch",
                "create domain stamped as timestamp on update now()",
                "create constant five value 5",
                "create synonym other for t",
                "create trigger trg after insert on t as 'org.h2.api.Trigger f() { return (c, a, b) -> {}; }'");
        try (Engine engine = Engine.create(database.dsn())) {
            Schema read = read(engine, ALL);

            assertThat(read.unreadable())
                    .extracting(Unreadable::toString)
                    .containsExactlyInAnyOrder(
                            "column \"a\" of table \"t\": It takes its default for NULL. Make and change it by SQL of"
                                    + " your own.",
                            "column \"b\" of table \"t\": It changes its value on update. Make and change it by SQL of"
                                    + " your own.",
                            "column \"c\" of table \"t\": It is invisible. Make and change it by SQL of your own.",
                            "unique constraint \"uq\" of table \"t\": NULLs are distinct in it only where all of its columns"
                                    + " are NULL (nulls all distinct). Make and change it by SQL of your own.",
                            "index \"ix\" of table \"t\": NULLs are distinct in it only where all of its columns are NULL"
                                    + " (nulls all distinct). Make and change it by SQL of your own.",
                            "table \"gone\": It is temporary, and H2 does not tell what becomes of its rows at a commit."
                                    + " Make and change it by SQL of your own.",
                            "table \"link\": Its rows are elsewhere (org.h2.table.TableLink), and H2 does not tell where."
                                    + " Make and change it by SQL of your own.",
                            "view \"kept\": It is materialized, and H2 does not tell its query. Make and change it by SQL"
                                    + " of your own.",
                            "view \"broken\": It is invalid: what it shows is gone. Mend or drop it.",
                            "domain \"stamped\": It changes its value on update. Make and change it by SQL of your own.",
                            "constant \"five\" of schema \"public\": It has no place in a schema here. Make and change it by"
                                    + " SQL of your own.",
                            "synonym \"other\" of schema \"public\": It has no place in a schema here. Make and change it by"
                                    + " SQL of your own.",
                            "trigger \"trg\": H2 does not tell its source. Let it call a class, or make and change it by SQL"
                                    + " of your own.");
            assertThat(read.tables()).extracting(table -> table.name().name()).containsExactly("t");
            assertThat(read.views()).isEmpty();
        }
    }

    /** Who has no rights sees all that there is, but for what is written in Java. */
    @Test
    void tellsWhatItMayNotSee() throws IOException, SQLException {
        database.execute(everything());
        database.execute("create user nobody password 'p'");
        try (Engine admin = Engine.create(database.dsn());
                Engine engine =
                        Engine.create("jdbc:" + database.dsn() + ";DATABASE_TO_LOWER=TRUE;USER=nobody;PASSWORD=p")) {
            Schema all = read(admin, ALL);

            Schema read = read(engine, ALL);

            assertThat(read.unreadable())
                    .extracting(Unreadable::toString)
                    .containsExactly("routine \"" + OTHER + ".plus_one\": H2 shows its source to administrators only."
                            + " Read the schema as one of them.");
            SchemaAssert.assertSame(
                    read.withUnreadable(List.of()),
                    all.withRoutines(all.routines().stream()
                            .filter(routine -> routine.name().schema() == null)
                            .toList()));
        }
    }

    @Test
    void asksTheSameNumberOfQueriesForAThousandTables() throws SQLException {
        int few = queries(ALL).size();
        int fewNamed = queries(Scope.tables(TableName.of("t7"))).size();
        List<String> tables = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            tables.add("create table t" + i + " (id int primary key, n varchar(3) unique, p int"
                    + (i == 0 ? "" : " references t0") + ", check (id > 0))");
        }
        database.execute(tables.toArray(String[]::new));

        List<String> queries = queries(ALL);

        assertThat(queries).hasSize(few).hasSizeLessThanOrEqualTo(20).noneMatch(sql -> sql.contains(" join "));
        assertThat(queries(Scope.tables(TableName.of("t7")))).hasSize(fewNamed).hasSizeLessThanOrEqualTo(12);
    }

    private List<String> queries(Scope scope) {
        List<String> queries = new ArrayList<>();
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            CatalogReader counted = (sql, parameters) -> {
                queries.add(sql);
                return connection.catalog().query(sql, parameters);
            };
            engine.dialect().introspector().read(counted, scope);
        }
        return queries;
    }

    private static Schema read(Engine engine, Scope scope) {
        return engine.inTransaction(
                connection -> engine.dialect().introspector().read(connection.catalog(), scope));
    }

    private static String everything() throws IOException {
        try (InputStream in = Objects.requireNonNull(H2RoundTripTest.class.getResourceAsStream("/h2-everything.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A trigger that does nothing. */
    public static final class Silent implements org.h2.api.Trigger {
        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {}
    }

    /** An aggregate of nothing. */
    public static final class Joined implements Aggregate {
        @Override
        public int getInternalType(int[] types) {
            return types[0];
        }

        @Override
        public void add(Object value) {}

        @Override
        public Object getResult() {
            return 1;
        }
    }
}
