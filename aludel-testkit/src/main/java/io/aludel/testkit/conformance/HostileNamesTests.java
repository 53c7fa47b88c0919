// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.count;
import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.AludelException;
import io.aludel.core.dialect.Ddl;
import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.Scope;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.DdlRunner;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testkit.TestedDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever a thing is called, and whatever a text holds: it has exactly that name and that text in the database, and nothing else happens. Each name
 * goes through every kind of DDL, in the place of a name and in the place of a value.
 */
abstract class HostileNamesTests extends ConformanceTests {
    /** Every database takes these. */
    private static final List<String> NAMES = List.of(
            "a\"; drop table witness; --",
            "a'; drop table witness; --",
            "a`; drop table witness; --",
            "a]; drop table witness; --",
            "a\\\"\\'\\`; drop table witness; --",
            "x\" (id int); drop table witness; create table \"y",
            "\"",
            "''",
            "\\",
            "/* ?, :name, $1 */ -- {d '2020-01-01'} %s $$",
            "new\nline\ttab",
            "Mixed Case",
            "UPPER",
            "select",
            "user",
            "value",
            "current_timestamp",
            "Имя 名前 ÀÉß'İı",
            "1st",
            "a.b",
            "x".repeat(60),
            "я".repeat(30));

    /** Some databases refuse these: then nothing has happened. */
    private static final List<String> ODD_NAMES = List.of(
            "trailing ",
            " leading",
            "😀",
            "bell\u0007",
            "\uFEFFmark",
            "x".repeat(64),
            "y".repeat(1_000),
            "я".repeat(60),
            " ");

    private static final TableName WITNESS = TableName.of("witness");

    private final Engine engine = newEngine();
    private final Dialect dialect;
    private final Ddl ddl;
    private EngineConnection connection;

    HostileNamesTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
        dialect = engine.dialect();
        ddl = dialect.ddl();
    }

    @BeforeEach
    void open() {
        connection = engine.connect();
        run(ddl.createAll(Schema.of(Table.of(WITNESS, List.of(Column.notNull("id", SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey("pk_witness", List.of("id"))))));
        connection.execute("insert into witness (id) values (7)");
    }

    @AfterEach
    void close() {
        connection.close();
    }

    /** With the name for everything that it has. Digits tell apart what must not have the same name. */
    private static Table named(String name) {
        return Table.of(
                        TableName.of(name),
                        List.of(
                                Column.notNull("id", SqlType.bigint()),
                                Column.notNull(name, SqlType.varchar(200))
                                        .withDefault(new Default.Of(text(name)))
                                        .withComment("of column " + name),
                                Column.nullable("link", SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey(name + "5", List.of("id")))
                .withUniqueKeys(List.of(unique(name, name)))
                .withForeignKeys(List.of(foreign(name)))
                .withChecks(List.of(check(name, name)))
                .withIndexes(List.of(Index.of(name + "4", "link", name)))
                .withComment("of table " + name);
    }

    private static UniqueKey unique(String name, String column) {
        return new UniqueKey(name + "1", List.of(column, "id"));
    }

    private static ForeignKey foreign(String name) {
        return ForeignKey.of(name + "2", List.of("link"), WITNESS, List.of("id"));
    }

    private static Check check(String name, String column) {
        return new Check(
                name + "3",
                new Comparison(
                        Comparison.Operator.NE, new ColumnRef("", column, ValueType.STRING), text("not " + name)));
    }

    private static Value text(String text) {
        return new Value(text, ValueType.STRING);
    }

    @Test
    void everythingIsCalledWhatItWasCalledAndTextsAreWhatTheyWere() {
        run(ddl.createAll(Schema.of(NAMES.stream().map(HostileNamesTests::named).toArray(Table[]::new))));

        Schema read = read();
        assertThat(read.tables()).hasSize(NAMES.size() + 1);
        for (String name : NAMES) {
            Table table = read.requireTable(TableName.of(name));
            assertThat(table.columns()).extracting(Column::name).containsExactly("id", name, "link");
            assertKeys(table, name, name);
            PrimaryKey key = table.primaryKey();
            assertThat(key.columns()).containsExactly("id");
            if (!dialect.introspector().isMadeUp(table, key.name())) {
                assertThat(key.name()).isEqualTo(name + "5");
            }
            if (dialect.capabilities().has(Feature.COMMENTS)) {
                assertThat(table.comment()).isEqualTo("of table " + name);
                assertThat(table.requireColumn(name).comment()).isEqualTo("of column " + name);
            }
        }
        assertTexts();
        assertThat(read()).isEqualTo(read);
    }

    private static void assertKeys(Table table, String name, String column) {
        assertThat(table.uniqueKeys()).containsExactly(unique(name, column));
        assertThat(table.foreignKeys()).containsExactly(foreign(name));
        assertThat(table.checks()).extracting(Check::name).containsExactly(name + "3");
        assertThat(table.indexes()).containsExactly(Index.of(name + "4", "link", column));
    }

    private void assertTexts() {
        for (String name : NAMES) {
            String table = dialect.quote(name);
            String column = dialect.quote(name);
            connection.execute("insert into " + table + " (id, link) values (1, 7)");
            assertThat(values("select " + column + " from " + table)).containsExactly(name);
            assertThatThrownBy(() -> connection.update(
                            sql("update " + table + " set " + column + " = ?", ValueType.STRING), "not " + name))
                    .as(name)
                    .isInstanceOf(AludelException.class);
            connection.update(
                    sql("update " + table + " set " + column + " = ?", ValueType.STRING), "not " + name + " ");
        }
    }

    @Test
    void changesReachWhatTheyNameAndNothingElse() {
        run(ddl.createAll(Schema.of(NAMES.stream().map(HostileNamesTests::named).toArray(Table[]::new))));
        NAMES.forEach(name -> connection.execute("insert into " + dialect.quote(name) + " (id) values (1)"));

        each((name, table) -> ddl.renameColumn(table, name, name + "7"));
        each((name, table) -> {
            assertKeys(table, name, name + "7");
            return ddl.addColumn(
                    table,
                    Column.notNull(name, SqlType.varchar(200))
                            .withDefault(new Default.Of(text("new " + name)))
                            .withComment("new " + name));
        });
        each((name, table) -> {
            assertThat(table.columns()).extracting(Column::name).containsExactly("id", name + "7", "link", name);
            assertThat(values("select " + dialect.quote(name) + " from " + dialect.quote(name)))
                    .containsExactly("new " + name);
            Column column = table.requireColumn(name);
            return ddl.alterColumn(
                    table,
                    column,
                    column.withType(SqlType.varchar(250))
                            .withDefault(new Default.Of(text("other " + name)))
                            .withComment("other " + name));
        });
        each((name, table) -> ddl.dropCheck(table, table.checks().get(0)));
        each((name, table) -> ddl.dropForeignKey(table, table.foreignKeys().get(0)));
        each((name, table) -> ddl.dropUniqueKey(table, table.uniqueKeys().get(0)));
        each((name, table) -> ddl.dropIndex(table, table.indexes().get(0)));
        each((name, table) -> {
            assertThat(table.checks()).isEmpty();
            assertThat(table.foreignKeys()).isEmpty();
            assertThat(table.uniqueKeys()).isEmpty();
            return ddl.addCheck(table, check(name, name));
        });
        each((name, table) -> ddl.addForeignKey(table, foreign(name)));
        each((name, table) -> ddl.addUniqueKey(table, unique(name, name)));
        each((name, table) ->
                table.indexes().isEmpty() ? ddl.createIndex(table, Index.of(name + "4", "link", name)) : List.of());
        each((name, table) -> {
            assertThat(table.checks()).extracting(Check::name).containsExactly(name + "3");
            assertThat(table.foreignKeys()).containsExactly(foreign(name));
            assertThat(table.uniqueKeys()).containsExactly(unique(name, name));
            connection.execute("insert into " + dialect.quote(name) + " (id) values (2)");
            assertThat(values("select " + dialect.quote(name) + " from " + dialect.quote(name) + " order by id"))
                    .containsExactly("new " + name, "other " + name);
            return ddl.dropColumn(table, table.requireColumn(name + "7"));
        });
        each((name, table) -> ddl.commentTable(table, "other " + name));
        each((name, table) -> {
            assertThat(table.columns()).extracting(Column::name).containsExactly("id", "link", name);
            if (dialect.capabilities().has(Feature.COMMENTS)) {
                assertThat(table.comment()).isEqualTo("other " + name);
                assertThat(table.requireColumn(name).comment()).isEqualTo("other " + name);
            }
            return ddl.renameTable(table, TableName.of(name + "8"));
        });

        Schema read = read();
        assertThat(read.tables())
                .extracting(table -> table.name().name())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("witness"), NAMES.stream().map(name -> name + "8"))
                                .toList());
        run(ddl.dropAll(read.without(WITNESS)));
        assertOnlyTheWitness();
    }

    @Test
    void viewsAreCalledWhatTheyWereCalled() {
        for (String name : NAMES) {
            View view = View.of(TableName.of(name), new Definition(dialect.name(), "select id from witness"))
                    .withColumns(List.of(name));
            run(ddl.createAll(Schema.EMPTY.withViews(List.of(view))));
            assertThat(connection.list(
                            sql("select " + dialect.quote(name) + " from " + dialect.quote(name)),
                            List.of(ValueType.LONG),
                            row -> row.getLong(0)))
                    .containsExactly(7L);
            run(ddl.dropAll(Schema.EMPTY.withViews(List.of(view))));
        }
        assertOnlyTheWitness();
    }

    @Test
    void sequencesAreCalledWhatTheyWereCalled() {
        assumeTrue(dialect.capabilities().has(Feature.SEQUENCES), "the database has sequences");
        List<Sequence> sequences = NAMES.stream()
                .map(name -> new Sequence(TableName.of(name), 3, 2))
                .toList();
        run(ddl.createAll(Schema.EMPTY.withSequences(sequences)));
        Schema read = read();
        assertThat(read.sequences())
                .extracting(sequence -> sequence.name().name())
                .containsExactlyInAnyOrderElementsOf(NAMES);
        for (Sequence sequence : read.sequences()) {
            run(ddl.alterSequence(sequence, sequence.withNumbering(Numbering.of(sequence.start(), 5))));
        }
        assertThat(read().sequences()).extracting(Sequence::increment).containsOnly(5L);
        run(ddl.dropAll(read.without(WITNESS)));
        assertOnlyTheWitness();
    }

    @Test
    void schemasAreCalledWhatTheyWereCalled() {
        assumeTrue(dialect.capabilities().has(Feature.SCHEMAS), "the database has schemas");
        List<Table> tables = NAMES.stream()
                .map(name -> named(name).withName(TableName.of(name, name)).withForeignKeys(List.of()))
                .toList();
        run(ddl.createAll(Schema.EMPTY.withTables(tables)));
        Schema read = read(Set.copyOf(NAMES));
        for (String name : NAMES) {
            Table table = read.requireTable(TableName.of(name, name));
            assertThat(table.uniqueKeys()).containsExactly(unique(name, name));
            assertThat(table.indexes()).containsExactly(Index.of(name + "4", "link", name));
        }
        run(ddl.dropAll(read.without(WITNESS)));
        NAMES.forEach(name -> run(ddl.dropSchema(name)));
        assertOnlyTheWitness();
    }

    @Test
    void whatADatabaseCannotCallSoIsNotMade() {
        for (String name : ODD_NAMES) {
            try {
                Table table = Table.of(
                        TableName.of(name),
                        List.of(Column.nullable(name, SqlType.bigint()).withComment(name)));
                run(ddl.createAll(Schema.of(table)));
                assertThat(read().requireTable(table.name()).columns())
                        .extracting(Column::name)
                        .containsExactly(name);
                run(ddl.dropAll(Schema.of(table)));
            } catch (AludelException | IllegalArgumentException refused) {
                assertThat(refused.getMessage()).as(name).isNotBlank();
            }
            assertOnlyTheWitness();
        }
    }

    @Test
    void noNameHoldsTheCharacterNul() {
        for (String name : List.of("a\0b", "\0", "a\0; drop table witness; --")) {
            assertThatThrownBy(() -> ddl.createAll(Schema.of(named(name))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ddl.dropTable(named(name))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** One change to each table, as it stands. */
    private void each(BiFunction<String, Table, List<DdlStep>> change) {
        Schema schema = read();
        List<DdlStep> steps = new ArrayList<>();
        for (String name : NAMES) {
            steps.addAll(change.apply(name, schema.requireTable(TableName.of(name))));
        }
        run(steps);
        assertThat(count(connection, "witness")).isEqualTo(1);
    }

    private void assertOnlyTheWitness() {
        assertThat(read().objects()).extracting(SchemaObject::describe).containsExactly("table \"witness\"");
        assertThat(count(connection, "witness")).isEqualTo(1);
    }

    private void run(List<DdlStep> steps) {
        new DdlRunner(connection).run(steps);
    }

    private Schema read() {
        return read(Set.of());
    }

    private Schema read(Set<String> schemas) {
        return dialect.introspector().read(connection.catalog(), Scope.of(schemas));
    }

    private List<String> values(String query) {
        return connection.list(sql(query), List.of(ValueType.STRING), row -> (String) row.get(0));
    }
}
