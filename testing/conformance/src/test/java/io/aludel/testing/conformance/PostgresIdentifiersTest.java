// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.core.type.ValueType.BOOLEAN;
import static io.aludel.core.type.ValueType.STRING;
import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Identifiers;
import io.aludel.core.dialect.Scope;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.IsNull;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.Partition;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import io.aludel.engine.DdlRunner;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.ScratchPlace;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.conformance.SchemaAssert;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Objects of every kind, called by what would end a quoted name, a string or a statement, or is a word of the language. */
@OnEveryDatabase(POSTGRESQL)
class PostgresIdentifiersTest {
    private static final List<String> NAMES = List.of(
            "a\"; drop table x; --",
            "a'; drop table x; --",
            "\"\"'' \\",
            "$$; drop table x; $$",
            "/* x */ $1 ? :x %s {0}",
            " blank at both ends ",
            "two\nlines\tand a tab",
            "a.b",
            "select",
            "MixedCase",
            "имя таблицы",
            "数据库 🐘",
            "n".repeat(60),
            "ж".repeat(30));

    private final FreshDatabase database;

    PostgresIdentifiersTest(FreshDatabase database) {
        this.database = database;
    }

    @Test
    void takesAnyNameForAnythingAndGivesItBack() throws SQLException {
        database.execute("create table x (id int)");
        Schema model =
                NAMES.stream().map(PostgresIdentifiersTest::named).reduce(Schema.EMPTY, PostgresIdentifiersTest::both);
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(model);

            Schema live = read(engine);

            assertThat(live.unreadable()).isEmpty();
            assertThat(live.schemaNames())
                    .containsExactlyElementsOf(NAMES.stream().sorted().toList());
            assertThat(described(live)).isEqualTo(described(model));
            assertThat(live.enumTypes()).isEqualTo(model.enumTypes());
            assertThat(live.sequences()).isEqualTo(model.sequences());
            for (Table table : model.tables()) {
                Table found = live.requireTable(table.name());
                assertThat(bare(found)).isEqualTo(bare(table));
                assertThat(found.indexes().stream().map(Index::name))
                        .isEqualTo(table.indexes().stream().map(Index::name).toList());
                assertThat(found.checks().stream().map(Check::name))
                        .isEqualTo(table.checks().stream().map(Check::name).toList());
            }
            try (ScratchPlace place = engine.scratch()) {
                assertThat(engine.dialect().scratch().readBack(place, live).tables())
                        .isEqualTo(live.tables());
            }
            createdElsewhere(live);

            engine.dropAll(model);
            assertThat(read(engine).objects()).isEmpty();
            try (EngineConnection connection = engine.connect()) {
                for (String name : NAMES) {
                    new DdlRunner(connection).run(connection.dialect().ddl().dropSchema(name));
                }
                assertThat(connection.dialect().introspector().schemaNames(connection.catalog()))
                        .containsExactly("public");
            }
        }
        assertThat(database.rows("select * from x")).isEmpty();
    }

    private static void createdElsewhere(Schema live) {
        try (FreshDatabase copy = POSTGRESQL.fresh();
                Engine engine = Engine.create(copy.dsn())) {
            engine.createAll(live);
            SchemaAssert.assertSame(read(engine), live);
        }
    }

    private static Schema read(Engine engine) {
        return engine.inTransaction(connection ->
                        engine.dialect().introspector().read(connection.catalog(), Scope.everything(Set.copyOf(NAMES))))
                .without(TableName.of("x"));
    }

    private static Set<String> described(Schema schema) {
        return schema.objects().map(SchemaObject::describe).collect(toSet());
    }

    /** Without what the server says in its own words. */
    private static Table bare(Table table) {
        return table.withChecks(List.of())
                .withIndexes(List.of())
                .withExclusions(List.of())
                .withOptions(List.of())
                .withColumns(table.columns().stream()
                        .map(column -> column.withType(SqlType.integer()))
                        .toList());
    }

    /** One of everything in a schema of that name; each is called by it too, as far as they do not share their names. */
    private static Schema named(String name) {
        TableName table = TableName.of(name, name);
        TableName function = TableName.of(name, name);
        TableName view = TableName.of(name, name + "v");
        TableName divided = TableName.of(name, name + "d");
        TableName sequence = TableName.of(name, name + "s");
        Table main = Table.of(
                        table,
                        List.of(
                                Column.notNull(name, SqlType.integer()).withComment(name),
                                Column.nullable("b", SqlType.nativeType("postgresql", quoted(name, name + "e")))
                                        .withComment(null)))
                .withPrimaryKey(new PrimaryKey(name + "p", List.of(name)))
                .withUniqueKeys(
                        List.of(new UniqueKey(name + "u", List.of(name), List.of("b"), true, Deferral.DEFERRED)))
                .withForeignKeys(List.of(ForeignKey.of(name, List.of(name), table, List.of(name))))
                .withChecks(List.of(new Check(name + "c", new IsNull(new ColumnRef("", name, STRING), true))))
                .withExclusions(List.of(new Exclusion(
                        name + "x",
                        "btree",
                        List.of(new Exclusion.Element(Index.Part.column(name), "=")),
                        null,
                        Deferral.NOT_DEFERRABLE)))
                .withIndexes(List.of(Index.of(name + "i", name).withInclude(List.of("b"))))
                .withComment(name);
        Table whole = Table.of(divided, List.of(Column.nullable(name, SqlType.integer())))
                .withOptions(List.of("partition by list (" + Identifiers.quote(name) + ")"));
        Table part = Table.of(TableName.of(name, name + "t"), List.of())
                .withPartition(new Partition(divided, "DEFAULT"))
                .withIndexes(List.of(Index.of(name + "j", name)));
        String call = "create function " + quoted(name, name)
                + "() returns trigger language plpgsql as 'begin return new; end'";
        return Schema.of(main, whole, part)
                .withEnumTypes(List.of(
                        EnumType.of(TableName.of(name, name + "e"), name).withComment(name)))
                .withDomains(List.of(Domain.of(TableName.of(name, name + "o"), SqlType.integer())
                        .withChecks(List.of(new Check(name, new RawSql("postgresql", "value > 0", BOOLEAN))))
                        .withComment(name)))
                .withSequences(List.of(
                        new Sequence(sequence, null, Numbering.STANDARD, new Sequence.Owner(table, name), name)))
                .withViews(List.of(
                        View.of(view, sql("select * from " + quoted(name, name)))
                                .withComment(name),
                        View.of(TableName.of(name, name + "m"), sql("select * from " + quoted(name, name + "v")))
                                .withMaterialized(true)
                                .withIndexes(List.of(Index.unique(name + "k", name)))
                                .withComment(name)))
                .withRoutines(List.of(new Routine(Routine.Kind.FUNCTION, function, "", sql(call), name)))
                .withTriggers(List.of(new Trigger(
                        TableName.of(name, name),
                        table,
                        sql("create trigger " + Identifiers.quote(name) + " before insert on " + quoted(name, name)
                                + " for each row execute function " + quoted(name, name) + "()"))));
    }

    private static String quoted(String schema, String name) {
        return Identifiers.quote(schema) + "." + Identifiers.quote(name);
    }

    private static Definition sql(String text) {
        return new Definition("postgresql", text);
    }

    private static Schema both(Schema one, Schema other) {
        return new Schema(
                List.of(),
                and(one.enumTypes(), other.enumTypes()),
                and(one.domains(), other.domains()),
                and(one.sequences(), other.sequences()),
                and(one.tables(), other.tables()),
                and(one.views(), other.views()),
                and(one.routines(), other.routines()),
                and(one.triggers(), other.triggers()),
                List.of());
    }

    private static <T> List<T> and(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
