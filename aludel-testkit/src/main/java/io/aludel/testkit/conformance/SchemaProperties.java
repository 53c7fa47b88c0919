// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A schema that every database can have, and one by one what only some have: all that can be said without words of one database. */
final class SchemaProperties {
    static final String OTHER = "O'x \"Y";
    static final TableName KINDS = TableName.of("kinds");
    static final TableName OWNER = TableName.of("owner");
    static final TableName PET = TableName.of("pet");

    static final Schema BASE = Schema.of(kinds(), owner(), pet());

    private SchemaProperties() {}

    /** A property that takes a feature, and how a schema gets it. */
    record Property(Feature feature, UnaryOperator<Schema> add) {
        /** Comments are left out, and a unique index is read back as a constraint, where the feature is missing. All else is refused there. */
        private static final Set<Feature> NOT_REFUSED =
                Set.of(Feature.COMMENTS, Feature.VIEW_COMMENTS, Feature.UNIQUE_INDEXES);

        boolean isOf(Dialect dialect) {
            return dialect.capabilities().has(feature);
        }

        boolean isRefusedBy(Dialect dialect) {
            boolean comment =
                    feature == Feature.VIEW_COMMENTS && !dialect.capabilities().has(Feature.COMMENTS);
            return !isOf(dialect) && !comment && !NOT_REFUSED.contains(feature);
        }
    }

    private static Property property(Feature feature, UnaryOperator<Schema> add) {
        return new Property(feature, add);
    }

    /** A property of the table of owners, or of the pets. */
    private static Property of(TableName table, Feature feature, UnaryOperator<Table> add) {
        return property(feature, schema -> schema.with(add.apply(schema.requireTable(table))));
    }

    static List<Property> all(String dialect) {
        return List.of(
                of(OWNER, Feature.ARRAYS, table -> with(table, Column.nullable("many", SqlType.array(SqlType.text())))),
                of(
                        OWNER,
                        Feature.IDENTITY_OPTIONS,
                        table -> table.withColumn(Column.identity("id", SqlType.bigint())
                                .withGeneration(new Generation.Identity(100, 5, false)))),
                of(
                        OWNER,
                        Feature.VIRTUAL_COLUMNS,
                        table -> with(
                                table,
                                Column.nullable("triple", SqlType.bigint())
                                        .withGeneration(new Generation.Computed(times(number("size"), 3), false)))),
                of(
                        OWNER,
                        Feature.DEFERRABLE_UNIQUE_KEYS,
                        table -> with(
                                table,
                                new UniqueKey("uq_later", List.of("size", "name")).withDeferral(Deferral.DEFERRED))),
                of(
                        OWNER,
                        Feature.NULLS_NOT_DISTINCT,
                        table -> with(
                                table, new UniqueKey("uq_nulls", List.of("born", "size")).withNullsDistinct(false))),
                of(
                        OWNER,
                        Feature.UNIQUE_INDEXES,
                        table -> with(table, Index.unique("ix_unique", "size", "born", "name"))),
                of(
                        OWNER,
                        Feature.EXPRESSION_INDEX,
                        table -> with(
                                table,
                                new Index(
                                        "ix_expression",
                                        List.of(
                                                new Index.Part(times(number("size"), 5), true),
                                                Index.Part.column("size")),
                                        false))),
                of(
                        OWNER,
                        Feature.PARTIAL_INDEX,
                        table -> with(
                                table, Index.of("ix_partial", "size").withPredicate(not(text("name"), "it's \"x\"")))),
                of(
                        OWNER,
                        Feature.INDEX_INCLUDE,
                        table -> with(table, Index.unique("ix_include", "size").withInclude(List.of("born", "name")))),
                of(
                        OWNER,
                        Feature.INDEX_NULLS_ORDER,
                        table -> with(
                                table,
                                new Index(
                                        "ix_nulls",
                                        List.of(
                                                new Index.Part(number("size"), false).withNulls(Index.Nulls.FIRST),
                                                new Index.Part(text("name"), true).withNulls(Index.Nulls.LAST)),
                                        false))),
                of(
                        PET,
                        Feature.UNVALIDATED_CONSTRAINTS,
                        table -> table.withChecks(List.of(
                                new Check("ck_new", not(text("name"), "new")).withValidated(false),
                                table.checks().get(0)))),
                of(
                        PET,
                        Feature.DEFERRABLE_KEYS,
                        table -> table.withForeignKeys(Stream.of(
                                        table.foreignKeys().stream(),
                                        Stream.of(
                                                ForeignKey.of("fk_pet_later", List.of("other_id"), OWNER, List.of("id"))
                                                        .withDeferral(Deferral.DEFERRED)))
                                .flatMap(keys -> keys)
                                .toList())),
                of(
                        PET,
                        Feature.MATCH_FULL,
                        table -> table.withForeignKeys(table.foreignKeys().stream()
                                .map(key -> key.columns().size() > 1 ? key.withMatch(ForeignKey.Match.FULL) : key)
                                .toList())),
                of(
                        PET,
                        Feature.COMMENTS,
                        table -> table.withComment("It's \"a\" \\ pet;\n-- всегда")
                                .withColumn(table.requireColumn("name").withComment("its 'name' %s ?"))),
                property(
                        Feature.SCHEMAS,
                        schema -> schema.withTables(Stream.concat(
                                        schema.tables().stream(),
                                        Stream.of(pet().withName(TableName.of(OTHER, "Pet \"2\""))
                                                .withForeignKeys(List.of(ForeignKey.of(
                                                                "fk_elsewhere",
                                                                List.of("owner_id"),
                                                                OWNER,
                                                                List.of("id"))
                                                        .onDelete(ForeignKey.Action.CASCADE)))))
                                .toList())),
                property(
                        Feature.SEQUENCES,
                        schema -> schema.withSequences(List.of(
                                new Sequence(TableName.of("plain"), 1, 1),
                                new Sequence(TableName.of("down"), -2, -2),
                                new Sequence(TableName.of("Some \"numbers\""), 7, 3)
                                        .withNumbering(Numbering.of(7, 3)
                                                .within(5L, 900L)
                                                .withCache(4)
                                                .withCycle(true))))),
                property(
                        Feature.ENUM_TYPES,
                        schema -> schema.withEnumTypes(
                                        List.of(EnumType.of(TableName.of("mood"), "sad", "it's \"fine\" \\", "весело")))
                                .with(with(
                                        schema.requireTable(OWNER),
                                        Column.nullable("feels", SqlType.nativeType(dialect, "mood"))))),
                property(
                        Feature.DOMAINS,
                        schema -> schema.withDomains(List.of(Domain.of(TableName.of("code"), SqlType.varchar(8))
                                .withDefault(new Default.Of(new Value("it's", ValueType.STRING)))))),
                property(
                        Feature.VIEW_COMMENTS,
                        schema -> schema.withViews(List.of(view(dialect).withComment("It's \"shown\"")))),
                property(
                        Feature.MATERIALIZED_VIEWS,
                        schema -> schema.withViews(Stream.concat(
                                        schema.views().stream(),
                                        Stream.of(new View(
                                                TableName.of("kept"),
                                                List.of(),
                                                new Definition(dialect, "select id, name from owner"),
                                                true,
                                                List.of(),
                                                List.of(Index.of("ix_kept", "name")),
                                                null)))
                                .toList())));
    }

    static View view(String dialect) {
        return View.of(
                        TableName.of("shown"),
                        new Definition(dialect, "select id, name from owner where size > 3 and name <> 'it''s'"))
                .withColumns(List.of("number", "Its \"name\""));
    }

    private static Table kinds() {
        List<SqlType> types = List.of(
                SqlType.bool(),
                SqlType.smallint(),
                SqlType.integer(),
                SqlType.bigint(),
                SqlType.decimal(12, 3),
                SqlType.decimal(9, 0),
                SqlType.real(),
                SqlType.doublePrecision(),
                SqlType.character(3),
                SqlType.varchar(40),
                SqlType.text(),
                SqlType.binary(),
                SqlType.date(),
                SqlType.time(),
                SqlType.timestamp(),
                SqlType.timestampWithTimeZone(),
                SqlType.uuid(),
                SqlType.json());
        List<Column> columns = new ArrayList<>();
        columns.add(Column.notNull("first", SqlType.integer()));
        columns.add(Column.notNull("second", SqlType.varchar(20)));
        for (SqlType type : types) {
            columns.add(Column.nullable("c" + columns.size(), type));
            columns.add(Column.notNull("c" + columns.size(), type));
        }
        return Table.of(KINDS, columns).withPrimaryKey(new PrimaryKey("pk_kinds", List.of("second", "first")));
    }

    private static Table owner() {
        return Table.of(
                        OWNER,
                        List.of(
                                Column.identity("id", SqlType.bigint()),
                                Column.notNull("name", SqlType.varchar(60))
                                        .withDefault(new Default.Of(new Value("it's \"x\" \\ %", ValueType.STRING))),
                                Column.nullable("born", SqlType.date()),
                                Column.nullable("size", SqlType.integer())
                                        .withDefault(new Default.Of(new Value(-7, ValueType.INTEGER))),
                                Column.nullable("Double \"size\"", SqlType.bigint())
                                        .withGeneration(new Generation.Computed(times(number("size"), 2), true))))
                .withPrimaryKey(new PrimaryKey("pk_owner", List.of("id")))
                .withUniqueKeys(List.of(
                        new UniqueKey("uq_owner", List.of("name", "born")), new UniqueKey("uq_size", List.of("size"))))
                .withChecks(List.of(
                        new Check("ck_name", not(text("name"), "it's \"y\" \\ %")),
                        new Check(
                                "ck_size",
                                new Comparison(
                                        Comparison.Operator.GT, number("size"), new Value(-100, ValueType.INTEGER)))))
                .withIndexes(List.of(
                        Index.of("ix_name", "name", "size"),
                        new Index(
                                "Ix \"born\"",
                                List.of(
                                        new Index.Part(new ColumnRef("", "born", ValueType.LOCAL_DATE), true),
                                        new Index.Part(number("size"), false)),
                                false)));
    }

    private static Table pet() {
        return Table.of(
                        PET,
                        List.of(
                                Column.identity("id", SqlType.integer()),
                                Column.notNull("name", SqlType.text()),
                                Column.nullable("owner_id", SqlType.bigint()),
                                Column.nullable("other_id", SqlType.bigint()),
                                Column.nullable("parent_id", SqlType.integer()),
                                Column.nullable("kind_first", SqlType.integer()),
                                Column.nullable("kind_second", SqlType.varchar(20))))
                .withPrimaryKey(new PrimaryKey("pk_pet", List.of("id")))
                .withChecks(List.of(new Check("ck_pet", not(text("name"), ""))))
                .withForeignKeys(List.of(
                        ForeignKey.of("fk_pet_owner", List.of("owner_id"), OWNER, List.of("id"))
                                .onDelete(ForeignKey.Action.CASCADE)
                                .onUpdate(ForeignKey.Action.CASCADE),
                        ForeignKey.of("fk_pet_parent", List.of("parent_id"), PET, List.of("id"))
                                .onDelete(ForeignKey.Action.SET_NULL),
                        ForeignKey.of(
                                "fk_pet_kind",
                                List.of("kind_second", "kind_first"),
                                KINDS,
                                List.of("second", "first"))));
    }

    /** The tables of {@link #BASE} under other names, which no constraint or index shares either. */
    static List<Table> numbered(int number) {
        return BASE.tables().stream()
                .map(table -> Table.of(other(table.name(), number), table.columns())
                        .withPrimaryKey(
                                table.primaryKey().withName(table.primaryKey().name() + number))
                        .withChecks(table.checks().stream()
                                .map(check -> new Check(check.name() + number, check.condition()))
                                .toList())
                        .withIndexes(table.indexes().stream()
                                .map(index -> index.withName(index.name() + number))
                                .toList())
                        .withForeignKeys(table.foreignKeys().stream()
                                .map(key -> ForeignKey.of(
                                        key.name() + number,
                                        key.columns(),
                                        other(key.target(), number),
                                        key.targetColumns()))
                                .toList()))
                .toList();
    }

    private static TableName other(TableName name, int number) {
        return TableName.of(name.name() + number);
    }

    private static Table with(Table table, Column column) {
        return table.withColumns(
                Stream.concat(table.columns().stream(), Stream.of(column)).toList());
    }

    private static Table with(Table table, UniqueKey key) {
        return table.withUniqueKeys(
                Stream.concat(table.uniqueKeys().stream(), Stream.of(key)).toList());
    }

    private static Table with(Table table, Index index) {
        return table.withIndexes(
                Stream.concat(table.indexes().stream(), Stream.of(index)).toList());
    }

    private static ColumnRef text(String column) {
        return new ColumnRef("", column, ValueType.STRING);
    }

    private static ColumnRef number(String column) {
        return new ColumnRef("", column, ValueType.INTEGER);
    }

    private static Expression times(Expression number, int times) {
        return new Arithmetic(
                Arithmetic.Operator.TIMES, number, new Value(times, ValueType.INTEGER), ValueType.INTEGER);
    }

    private static Comparison not(Expression column, String text) {
        return new Comparison(Comparison.Operator.NE, column, new Value(text, ValueType.STRING));
    }
}
