// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Feature;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.migrate.op.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Schemas by chance, all of the same few names, so that two of them differ in many ways at once. The same seed gives the same schemas. */
public final class RandomSchemas {
    private static final List<List<SqlType>> NUMBERS = List.of(
            List.of(SqlType.smallint(), SqlType.integer(), SqlType.bigint(), SqlType.decimal(10, 2)),
            List.of(SqlType.varchar(20), SqlType.varchar(60), SqlType.text()));

    private final Random random;
    private final Capabilities database;

    /** Schemas that a database with these capabilities can have. */
    public RandomSchemas(long seed, Capabilities database) {
        this.random = new Random(seed);
        this.database = database;
    }

    /** Up to five tables, which point at each other and at themselves. */
    public Schema next() {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            if (chance(75)) {
                tables.add(table("t" + i));
            }
        }
        return Schema.of(tables.stream().map(table -> pointing(table, tables)).toArray(Table[]::new));
    }

    private Table table(String name) {
        List<Column> columns = new ArrayList<>();
        boolean numbered = chance(60);
        columns.add(numbered ? Column.identity("id", SqlType.bigint()) : Column.notNull("id", SqlType.bigint()));
        for (int i = 0; i < 6; i++) {
            if (chance(65)) {
                columns.add(column(i));
            }
        }
        Table table = Table.of(TableName.of(name), columns);
        if (numbered || chance(70)) {
            table = table.withPrimaryKey(new PrimaryKey("pk_" + name, List.of("id")));
        } else if (columns.size() > 2) {
            Column second = columns.get(1).withNullable(false);
            if (second.type().equals(SqlType.text()) && !database.has(Feature.TEXT_PRIMARY_KEYS)) {
                second = second.withType(SqlType.varchar(60));
            }
            table = table.withColumn(second).withPrimaryKey(new PrimaryKey("pk_" + name, List.of("id", second.name())));
        }
        return indexed(checked(unique(table)));
    }

    private Column column(int number) {
        List<SqlType> types = NUMBERS.get(number % 2);
        Column column = Column.nullable("c" + number, types.get(random.nextInt(types.size())))
                .withNullable(chance(50));
        if (chance(70)) {
            return column;
        }
        Object value = number % 2 == 0 ? random.nextInt(3) : "it's " + random.nextInt(3);
        return column.withDefault(new Default.Of(Term.value(value).expression()));
    }

    private Table unique(Table table) {
        List<UniqueKey> keys = new ArrayList<>();
        keys.add(new UniqueKey("uq_" + table.name() + "_id", List.of("id")));
        for (int i = 0; i < 2; i++) {
            List<String> columns = some(table);
            if (chance(40) && keys.stream().noneMatch(key -> key.columns().equals(columns))) {
                keys.add(new UniqueKey("shared_" + table.name() + "_" + i, columns));
            }
        }
        boolean identifierIsPrimary =
                table.primaryKey() != null && table.primaryKey().columns().equals(List.of("id"));
        return table.withUniqueKeys(identifierIsPrimary || chance(20) ? keys.subList(1, keys.size()) : keys);
    }

    private Table checked(Table table) {
        List<Check> checks = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean identity = column.generation() instanceof Generation.Identity;
            if (chance(25) && (!identity || database.has(Feature.CHECKS_ON_IDENTITY))) {
                Term term = Term.column(column.name());
                boolean number = !isText(column.name());
                List<Term> conditions = number
                        ? List.of(
                                term.between(0, random.nextInt(9)),
                                term.plus(1).gt(new BigDecimal("0.5")),
                                term.in(1, 2, 3).or(term.isNull()))
                        : List.of(
                                term.ne("it's " + random.nextInt(3)),
                                term.length().lt(30).and(term.like("%a_")),
                                Term.coalesce(term, "x").startsWith("50%"));
                checks.add(new Check(
                        "ck_" + table.name() + "_" + column.name(),
                        conditions.get(random.nextInt(3)).expression()));
            }
        }
        return table.withChecks(checks);
    }

    private Table indexed(Table table) {
        List<Index> indexes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String name = "shared_" + table.name() + "_" + i;
            boolean free =
                    table.uniqueKeys().stream().noneMatch(key -> key.name().equals(name));
            if (free && chance(50)) {
                List<Index.Part> parts = fitting(some(table)).stream()
                        .map(Term::column)
                        .map(term -> chance(20) ? term.desc().part() : term.part())
                        .toList();
                boolean unique = chance(30);
                Expression predicate = chance(80)
                        ? null
                        : Term.column("id").gt(random.nextInt(3)).expression();
                indexes.add(new Index(name, parts, unique)
                        .withPredicate(database.has(Feature.PARTIAL_INDEX) ? predicate : null));
            }
        }
        return table.withIndexes(indexes);
    }

    private Table pointing(Table table, List<Table> tables) {
        List<ForeignKey> keys = new ArrayList<>();
        List<Table> targets = tables.stream().filter(RandomSchemas::hasUniqueId).toList();
        for (int i = 0; i < 3 && !targets.isEmpty(); i++) {
            String from = "c" + 2 * i;
            if (table.column(from).isPresent() && chance(60)) {
                Table target = targets.get(random.nextInt(targets.size()));
                keys.add(ForeignKey.of("fk_" + table.name() + "_" + i, List.of(from), target.name(), List.of("id"))
                        .onDelete(ForeignKey.Action.values()[random.nextInt(2)]));
            }
        }
        Table result = table;
        for (ForeignKey key : keys) {
            Column column = table.requireColumn(key.columns().get(0));
            result = result.withColumn(column.withType(SqlType.bigint()));
        }
        return result.withForeignKeys(keys);
    }

    private static boolean hasUniqueId(Table table) {
        return Stream.concat(
                        table.uniqueKeys().stream().map(UniqueKey::columns),
                        Stream.ofNullable(table.primaryKey()).map(PrimaryKey::columns))
                .anyMatch(List.of("id")::equals);
    }

    private List<String> some(Table table) {
        int size = table.columns().size();
        return IntStream.range(0, 1 + random.nextInt(2))
                .mapToObj(i -> table.columns().get(random.nextInt(size)).name())
                .distinct()
                .toList();
    }

    /** Of texts the first only, where several may be too long for an index. */
    private List<String> fitting(List<String> columns) {
        return columns.stream().allMatch(RandomSchemas::isText) && !database.has(Feature.WIDE_INDEXES)
                ? columns.subList(0, 1)
                : columns;
    }

    private static boolean isText(String column) {
        return !column.equals("id") && (column.charAt(1) - '0') % 2 == 1;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
