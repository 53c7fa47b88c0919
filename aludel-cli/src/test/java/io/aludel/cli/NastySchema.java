// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static io.aludel.core.schema.ForeignKey.Action.CASCADE;
import static io.aludel.core.schema.ForeignKey.Action.SET_NULL;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Feature;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.NamedEnum;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Tables with everything that a database has and whose names are as bad as they may be. */
final class NastySchema {
    private final Capabilities database;
    private final List<Table> tables = new ArrayList<>();

    private NastySchema(Capabilities database) {
        this.database = database;
    }

    static Schema of(Capabilities database) {
        NastySchema nasty = new NastySchema(database);
        nasty.shop();
        nasty.keys();
        nasty.names();
        if (database.has(Feature.ARRAYS)) {
            nasty.add(id("lists")
                    .column(Column.nullable("numbers", SqlType.array(SqlType.integer())))
                    .column(Column.notNull("words", SqlType.array(SqlType.varchar(20)))));
        }
        if (database.has(Feature.ENUM_TYPES)) {
            nasty.add(id("moods")
                    .column(Column.nullable("mood", new NamedEnum(null, "mood", List.of("SAD", "GLAD"))))
                    .column(Column.notNull("rating", new NamedEnum(null, "film-rating", List.of("G", "PG-13", "18")))));
        }
        Schema schema = Schema.of(nasty.tables.toArray(Table[]::new));
        if (database.has(Feature.ENUM_TYPES)) {
            schema = schema.withEnumTypes(List.of(
                    EnumType.of(TableName.of("mood"), "SAD", "GLAD"),
                    EnumType.of(TableName.of("film-rating"), "G", "PG-13", "18")));
        }
        return database.has(Feature.SEQUENCES)
                ? schema.withSequences(List.of(new Sequence(TableName.of("alone"), 5, 2)))
                : schema;
    }

    private void shop() {
        add(id("customers")
                .column(Column.notNull("full_name", SqlType.varchar(40)).withComment("as \"it\" is\nwritten"))
                .column(Column.notNull("email", SqlType.varchar(255)))
                .column(Column.notNull("balance", SqlType.decimal(10, 2)).withDefault(of("0")))
                .column(Column.notNull("active", SqlType.bool()).withDefault(of("true")))
                .column(Column.nullable("born", SqlType.date()))
                .column(Column.notNull("created", SqlType.timestamp()).withDefault(of("current_timestamp")))
                .column(Column.nullable("note", SqlType.text()))
                .column(Column.nullable("kind", SqlType.character(3)).withDefault(of("'n''w'")))
                .column(Column.nullable("photo", SqlType.binary()))
                .column(Column.notNull("score", SqlType.doublePrecision()))
                .column(Column.nullable("facts", SqlType.json()))
                .column(Column.nullable("token", SqlType.uuid()))
                .column(Column.nullable("long_text", SqlType.varchar(database.has(Feature.WIDE_ROWS) ? 20_000 : 200)))
                .unique(new UniqueKey("uq_mail", List.of("email")))
                .unique(new UniqueKey("uq_customers_token", List.of("token")))
                .unique(new UniqueKey("two_together", List.of("born", "kind")))
                .check(new Check("ck_customers_balance", raw("balance >= 0")))
                .check(new Check("kinds", raw("kind in ('a', 'b''c') or kind is null")))
                .index(new Index("by_name", List.of(key("full_name", true), key("born", false)), false))
                .index(Index.of("ix_customers_born", "born")));
        Fluent orders = id("orders")
                .column(Column.notNull("customer_id", SqlType.bigint()))
                .column(Column.nullable("billing_customer_id", SqlType.bigint()))
                .column(Column.nullable("customer", SqlType.varchar(255)))
                .column(Column.notNull("price", SqlType.integer()))
                .column(Column.notNull("pieces", SqlType.integer()).withDefault(of("1")))
                .column(Column.nullable("total", SqlType.integer())
                        .withGeneration(new Generation.Computed(raw("price * pieces"), true)))
                .key(ForeignKey.of(
                                "fk_orders_customer_id",
                                List.of("customer_id"),
                                TableName.of("customers"),
                                List.of("id"))
                        .onDelete(CASCADE))
                .key(ForeignKey.of("billed", List.of("billing_customer_id"), TableName.of("customers"), List.of("id"))
                        .onDelete(SET_NULL))
                .key("customer", "customers", "email");
        if (database.has(Feature.VIRTUAL_COLUMNS)) {
            orders.column(Column.nullable("half", SqlType.integer())
                    .withGeneration(new Generation.Computed(raw("price + 1"), false)));
        }
        indexes(orders);
        add(orders);
        add(new Fluent(Table.of(
                                TableName.of("order_items"),
                                List.of(
                                        Column.notNull("order_id", SqlType.bigint()),
                                        Column.notNull("line", SqlType.integer())))
                        .withPrimaryKey(new PrimaryKey("pk_order_items", List.of("order_id", "line"))))
                .key("order_id", "orders", "id"));
    }

    private void indexes(Fluent orders) {
        if (database.has(Feature.PARTIAL_INDEX)) {
            orders.index(Index.of("dear", "price").withPredicate(raw("price > 100")));
        }
        if (database.has(Feature.EXPRESSION_INDEX)) {
            orders.index(new Index(
                    "by_sum", List.of(new Index.Part(raw("(price + pieces)"), true), key("price", false)), false));
        }
        if (database.has(Feature.INDEX_INCLUDE)) {
            orders.index(Index.unique("with_more", "pieces", "id").withInclude(List.of("price")));
        }
        if (database.has(Feature.INDEX_METHODS) && database.has(Feature.INDEX_NULLS_ORDER)) {
            orders.index(new Index("nulls_early", List.of(key("customer", false).withNulls(Index.Nulls.FIRST)), false));
        }
        if (database.has(Feature.UNIQUE_INDEXES)) {
            orders.index(Index.unique("no_constraint", "customer", "id"));
        }
    }

    private void keys() {
        add(id("passports")
                .column(Column.notNull("customer_id", SqlType.bigint()))
                .column(Column.nullable("issuer_id", SqlType.bigint()))
                .unique(new UniqueKey("uq_passports_customer_id", List.of("customer_id")))
                .unique(new UniqueKey("issued_once", List.of("issuer_id")))
                .key("customer_id", "customers", "id")
                .key("issuer_id", "customers", "id"));
        add(id("employees")
                .column(Column.nullable("boss_id", SqlType.bigint()))
                .column(Column.notNull("deputy", SqlType.bigint()).withDefault(of("1")))
                .key("boss_id", "employees", "id")
                .key("deputy", "employees", "id"));
        add(new Fluent(Table.of(TableName.of("profiles"), List.of(Column.notNull("id", SqlType.bigint())))
                        .withPrimaryKey(new PrimaryKey(
                                database.has(Feature.NAMED_PRIMARY_KEYS) ? "TheKey" : "pk_profiles", List.of("id"))))
                .key("id", "customers", "id"));
        ForeignKey several = ForeignKey.of(
                "several", List.of("order_id", "line"), TableName.of("order_items"), List.of("order_id", "line"));
        add(id("refunds")
                .column(Column.nullable("order_id", SqlType.bigint()))
                .column(Column.nullable("line", SqlType.integer()))
                .key(
                        database.has(Feature.DEFERRABLE_KEYS)
                                ? several.withDeferral(Deferral.DEFERRED)
                                : several.onDelete(CASCADE)));
        Fluent numbered = new Fluent(Table.of(
                        TableName.of("numbered"),
                        List.of(Column.notNull("id", SqlType.integer())
                                .withGeneration(
                                        database.has(Feature.IDENTITY_OPTIONS)
                                                ? new Generation.Identity(
                                                        Numbering.of(100, 10).withCache(5), true)
                                                : Generation.Identity.STANDARD)))
                .withPrimaryKey(new PrimaryKey("pk_numbered", List.of("id"))));
        if (database.has(Feature.DEFERRABLE_UNIQUE_KEYS)) {
            numbered.column(Column.nullable("place", SqlType.integer()))
                    .unique(new UniqueKey("later", List.of("place")).withDeferral(Deferral.DEFERRED));
        }
        if (database.has(Feature.NULLS_NOT_DISTINCT)) {
            numbered.column(Column.nullable("one_null", SqlType.integer()))
                    .unique(new UniqueKey("one_null_only", List.of("one_null")).withNullsDistinct(false));
        }
        if (database.has(Feature.UNVALIDATED_CONSTRAINTS)) {
            numbered.column(Column.nullable("unproven", SqlType.integer()))
                    .check(new Check("not_yet", raw("unproven > 0"), false));
        }
        add(numbered);
        if (database.has(Feature.EXCLUSION_CONSTRAINTS)) {
            Table bookings = id("bookings")
                    .column(Column.nullable("room", SqlType.integer()))
                    .table()
                    .withExclusions(List.of(new Exclusion(
                            "no_two",
                            "btree",
                            List.of(new Exclusion.Element(Index.Part.column("room"), "=")),
                            null,
                            Deferral.NOT_DEFERRABLE)));
            tables.add(bookings);
        }
        tables.add(Table.of(TableName.of("no_key"), List.of(Column.nullable("value", SqlType.integer()))));
    }

    private void names() {
        add(id("class")
                .column(Column.nullable("class", SqlType.integer()))
                .column(Column.nullable("class value", SqlType.date()))
                .column(Column.nullable("hash_code", SqlType.integer()))
                .column(Column.nullable("2fast", SqlType.integer()))
                .column(Column.nullable("with space", SqlType.integer()))
                .column(Column.nullable("With_Space", SqlType.integer()))
                .column(Column.nullable("quo\"te", SqlType.integer()))
                .column(Column.nullable("back`tick", SqlType.integer()))
                .column(Column.nullable("Größe", SqlType.integer()))
                .column(Column.nullable("select", SqlType.integer()))
                .column(Column.nullable("desc", SqlType.integer()))
                .column(Column.nullable("URLPath2", SqlType.varchar(9)))
                .column(Column.nullable("line_2", SqlType.varchar(9)))
                .column(Column.nullable("!!!", SqlType.varchar(9)))
                .column(Column.nullable("Äther Id", SqlType.bigint()))
                .index(Index.of("ix \"bad\" name", "with space", "quo\"te", "desc", "class value"))
                .unique(new UniqueKey("\"quoted\"", List.of("Größe", "select")))
                .key("Äther Id", "Äther 2", "Äther Id"));
        add(new Fluent(Table.of(TableName.of("Äther 2"), List.of(Column.identity("Äther Id", SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey("pk_Äther 2", List.of("Äther Id")))));
        for (String name : List.of("columns", "strings", "q_orders", "lists of \"it\"", "people", "addresses", "2nd")) {
            add(id(name));
        }
    }

    private static Fluent id(String table) {
        return new Fluent(Table.of(TableName.of(table), List.of(Column.identity("id", SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey("pk_" + table.replace("\"", ""), List.of("id"))));
    }

    private void add(Fluent table) {
        tables.add(table.table());
    }

    private static Index.Part key(String column, boolean descending) {
        return new Index.Part(Index.Part.column(column).expression(), descending);
    }

    private static Default of(String sql) {
        return new Default.Of(raw(sql));
    }

    private static Expression raw(String sql) {
        return new RawSql(null, sql, ValueType.STRING);
    }

    /** A table to which one thing after the other is added. */
    private static final class Fluent {
        private Table table;

        Fluent(Table table) {
            this.table = table;
        }

        Table table() {
            return table;
        }

        Fluent column(Column column) {
            table = table.withColumns(more(table.columns(), column));
            return this;
        }

        Fluent unique(UniqueKey key) {
            table = table.withUniqueKeys(more(table.uniqueKeys(), key));
            return this;
        }

        Fluent key(ForeignKey key) {
            table = table.withForeignKeys(more(table.foreignKeys(), key));
            return this;
        }

        Fluent key(String column, String target, String referenced) {
            return key(ForeignKey.of(
                    "of_" + table.name().name() + "_" + column,
                    List.of(column),
                    TableName.of(target),
                    List.of(referenced)));
        }

        Fluent check(Check check) {
            table = table.withChecks(more(table.checks(), check));
            return this;
        }

        Fluent index(Index index) {
            table = table.withIndexes(more(table.indexes(), index));
            return this;
        }

        private static <T> List<T> more(List<T> all, T one) {
            List<T> more = new ArrayList<>(all);
            more.add(one);
            return more;
        }
    }
}
