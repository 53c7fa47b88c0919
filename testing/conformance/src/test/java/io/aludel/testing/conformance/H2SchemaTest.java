// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.Ddl;
import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Scope;
import io.aludel.core.expr.RawSql;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.schema.Unreadable;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.dialects.h2.H2Dialect;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.ScratchPlace;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What H2's catalogue tells in ways of its own. */
class H2SchemaTest {
    @OnEveryDatabase(H2)
    void knowsRenamedColumnsInKeysByTheirPresentNames(FreshDatabase database) throws SQLException {
        database.execute(
                "create table a (x int, y int, z int, constraint pk primary key (x, y), constraint uq unique (z))",
                "create table b (p int, q int, r int, constraint fk foreign key (q, p) references a (x, y))",
                "create index ix on b (q, p, r desc)",
                "alter table a rename column y to w",
                "alter table a rename column z to v",
                "alter table b rename column p to o");

        Schema read = read(database, new ArrayList<>());

        Table a = read.requireTable(TableName.of("a"));
        assertThat(a.primaryKey()).isEqualTo(new PrimaryKey("pk", List.of("x", "w")));
        assertThat(a.uniqueKeys().get(0).columns()).containsExactly("v");
        Table b = read.requireTable(TableName.of("b"));
        assertThat(b.foreignKeys())
                .containsExactly(ForeignKey.of("fk", List.of("q", "o"), TableName.of("a"), List.of("x", "w")));
        assertThat(b.indexes()).extracting(Index::columnNames).containsExactly(List.of("q", "o", "r"));
    }

    /** Each name goes to what had the other one. */
    @OnEveryDatabase(H2)
    void knowsColumnsThatExchangedTheirNames(FreshDatabase database) throws SQLException {
        database.execute(
                "create table a (x int, y int, constraint uq unique (x, y))",
                "alter table a rename column x to z",
                "alter table a rename column y to x",
                "alter table a rename column z to y");

        Table a = read(database, new ArrayList<>()).requireTable(TableName.of("a"));

        assertThat(a.uniqueKeys().get(0).columns()).containsExactly("y", "x");
    }

    @OnEveryDatabase(H2)
    void doesNotGuessAnOrderThatH2DoesNotTell(FreshDatabase database) throws SQLException {
        database.execute(
                "create table a (x int, y int)",
                "create unique index ix on a (x, y)",
                "alter table a add constraint uq unique (y, x)");
        assertThat(read(database, new ArrayList<>())
                        .requireTable(TableName.of("a"))
                        .uniqueKeys()
                        .get(0)
                        .columns())
                .containsExactly("y", "x");
        database.execute("alter table a rename column x to z");

        Schema read = read(database, new ArrayList<>());
        assertThat(read.requireTable(TableName.of("a")).uniqueKeys()).isEmpty();
        assertThat(read.unreadable())
                .extracting(Unreadable::toString)
                .containsExactly(
                        "key \"uq\" of table \"a\": Columns of it were renamed, and H2 tells their order only after the"
                                + " database was closed. Close all connections to it, then try again.");
    }

    @OnEveryDatabase(H2)
    void readsBackWhatHasHostileNames(FreshDatabase database) {
        String hostile = "\"); drop all objects; -- 'Ünï\n\\ 🐘";
        TableName parent = TableName.of(hostile + " schema", hostile + "p");
        TableName child = TableName.of(hostile + " schema", "select");
        Table ofParents = Table.of(
                        parent,
                        List.of(
                                Column.identity(hostile + "id", SqlType.bigint())
                                        .withComment(hostile),
                                Column.notNull("SELECT", SqlType.varchar(100))
                                        .withDefault(new Default.Of(new Value(hostile, ValueType.STRING))),
                                Column.nullable("select", SqlType.text())))
                .withComment(hostile)
                .withPrimaryKey(new PrimaryKey(hostile + "pk", List.of(hostile + "id")))
                .withUniqueKeys(List.of(new UniqueKey(hostile + "uq", List.of("SELECT", hostile + "id"))))
                .withIndexes(List.of(Index.of(hostile + "ix", "select", "SELECT")));
        Table ofChildren = Table.of(
                        child,
                        List.of(Column.notNull("группа", SqlType.bigint()), Column.nullable("v", SqlType.text())))
                .withForeignKeys(
                        List.of(ForeignKey.of(hostile + "fk", List.of("группа"), parent, List.of(hostile + "id"))));
        Schema schema = Schema.of(
                List.of(ofParents, ofChildren),
                List.of(new Sequence(TableName.of(hostile + " schema", hostile), 5, 3)));
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            engine.createAll(schema);

            Schema read =
                    engine.dialect().introspector().read(connection.catalog(), Scope.of(Set.of(hostile + " schema")));

            assertThat(read.sequences()).isEqualTo(schema.sequences());
            assertThat(read.requireTable(child)).isEqualTo(ofChildren);
            Table again = read.requireTable(parent);
            assertThat(again.comment()).isEqualTo(hostile);
            assertThat(again.primaryKey()).isEqualTo(ofParents.primaryKey());
            assertThat(again.uniqueKeys()).isEqualTo(ofParents.uniqueKeys());
            assertThat(again.indexes().get(0).name()).isEqualTo(hostile + "ix");
            assertThat(again.indexes().get(0).columnNames()).containsExactly("select", "SELECT");
            assertThat(again.requireColumn(hostile + "id")).isEqualTo(ofParents.requireColumn(hostile + "id"));
            Ddl ddl = engine.dialect().ddl();
            Index index = ofParents.indexes().get(0);
            run(connection, ddl.dropIndex(ofParents, index));
            run(
                    connection,
                    ddl.dropForeignKey(ofChildren, ofChildren.foreignKeys().get(0)));
            run(connection, ddl.dropUniqueKey(ofParents, ofParents.uniqueKeys().get(0)));
            run(connection, ddl.renameColumn(ofParents, "select", hostile + "renamed"));
            run(connection, ddl.renameTable(ofParents, TableName.of(parent.schema(), hostile + "new")));
            assertThat(database.rows("select \"SELECT\" from final table (insert into "
                            + engine.dialect().quote(parent.schema()) + "."
                            + engine.dialect().quote(hostile + "new") + " default values)"))
                    .containsExactly(List.of(hostile));
            engine.dropAll(schema);
            run(connection, ddl.dropTable(ofParents.withName(TableName.of(parent.schema(), hostile + "new"))));
            assertThat(database.rows(
                            "select table_name from information_schema.tables where table_schema like '%schema'"
                                    + " and table_schema <> 'information_schema'"))
                    .isEmpty();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void run(EngineConnection connection, List<DdlStep> steps) {
        steps.forEach(step -> connection.execute(((DdlStep.Sql) step).sql()));
    }

    @OnEveryDatabase(H2)
    void readsWhatOthersHaveMade(FreshDatabase database) throws SQLException {
        database.execute(
                "create domain posint as int check (value > 0)",
                "create table t (a int not null, b posint default 3, c enum('x', 'O''y'), d int array, e tinyint,"
                        + " f varchar_ignorecase(9), g interval day to second, primary key (a), unique (b, a),"
                        + " check (a > e), foreign key (a) references t on delete set default on update cascade)",
                "create view v as select a from t",
                "create local temporary table gone (id int)",
                "create index ix on t (c desc nulls last, e)",
                "create table geo (g geometry)",
                "create spatial index ix_geo on geo (g)");

        Schema read = read(database, new ArrayList<>());

        assertThat(read.tables()).extracting(table -> table.name().name()).containsExactlyInAnyOrder("geo", "t");
        Table t = read.requireTable(TableName.of("t"));
        assertThat(t.columns())
                .extracting(
                        column -> column.name() + " " + new H2Dialect().types().declaration(column.type()))
                .containsExactly(
                        "a integer",
                        "b \"posint\"",
                        "c ENUM('x', 'O''y')",
                        "d integer array",
                        "e TINYINT",
                        "f VARCHAR_IGNORECASE(9)",
                        "g INTERVAL DAY TO SECOND");
        assertThat(t.primaryKey().columns()).containsExactly("a");
        assertThat(t.uniqueKeys().get(0).columns()).containsExactly("b", "a");
        assertThat(t.checks()).hasSize(1);
        ForeignKey key = t.foreignKeys().get(0);
        assertThat(key.onDelete()).isEqualTo(ForeignKey.Action.SET_DEFAULT);
        assertThat(key.onUpdate()).isEqualTo(ForeignKey.Action.CASCADE);
        assertThat(t.indexes()).extracting(Index::columnNames).containsExactly(List.of("c", "e"));
        assertThat(read.requireTable(TableName.of("geo")).indexes())
                .extracting(Index::method)
                .containsExactly("spatial");
        assertThat(new H2Dialect().introspector().isMadeUp(t, key.name())).isTrue();
    }

    /** H2 prints the default schema before what is of it, so that a scratch place has to have the same. */
    @OnEveryDatabase(H2)
    void saysTheSameInAScratchPlaceWhateverTheDefaultSchemaIsCalled(FreshDatabase database) throws SQLException {
        for (String schema : List.of("public", "app", "a\\ ;\"b=c';")) {
            String quoted = new H2Dialect().quote(schema);
            database.execute("create schema if not exists " + quoted, "create sequence " + quoted + ".seq cache 7");
            database.execute("create domain " + quoted + ".d as int check (value > 3)");
            database.execute("create table " + quoted + ".t (id int default next value for " + quoted + ".seq, d "
                    + quoted + ".d, check (id > 0))");
            try (Engine engine = Engine.create("jdbc:" + database.dsn() + ";DATABASE_TO_LOWER=TRUE;INIT=set schema "
                            + quoted.replace("\\", "\\\\").replace(";", "\\;"));
                    EngineConnection connection = engine.connect();
                    ScratchPlace place = connection.scratch()) {
                Schema live = engine.dialect()
                        .introspector()
                        .read(connection.catalog(), Scope.DEFAULT_SCHEMA.and(ObjectKind.DOMAIN));
                Table table = live.requireTable(TableName.of("t"));
                Schema model = live.withTables(List.of(table.withColumn(table.requireColumn("id")
                        .withDefault(new Default.Of(new RawSql("h2", "next value for \"seq\"", ValueType.INTEGER))))));

                assertThat(engine.dialect().scratch().readBack(place, model)).isEqualTo(live);
                assertThat(engine.dialect().scratch().readBack(place, live)).isEqualTo(live);
            }
        }
    }

    private static Schema read(FreshDatabase database, List<String> queries) {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            CatalogReader counted = (sql, parameters) -> {
                queries.add(sql);
                return connection.catalog().query(sql, parameters);
            };
            return engine.dialect().introspector().read(counted, Scope.DEFAULT_SCHEMA);
        }
    }
}
