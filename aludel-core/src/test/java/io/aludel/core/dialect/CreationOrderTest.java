// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreationOrderTest {
    private static final Table PET = Table.of(TableName.of("pet"), List.of(Column.notNull("id", SqlType.integer())));

    @Test
    void makesRoutinesBeforeTheTablesUnlessTheyMentionThem() {
        Schema schema = Schema.of(PET)
                .withRoutines(List.of(
                        function("a", "create function a() returns setof pet as $$ … $$"),
                        function("b", "create function b() returns integer as $$ select 1 from pet $$"),
                        function("c", "create function c(n integer default a())")));

        assertThat(before(schema)).containsExactly("b");
        assertThat(after(schema)).containsExactly("a", "c");
    }

    @Test
    void makesDomainsAfterTheRoutinesAndDomainsThatTheyNeed() {
        Schema schema = Schema.EMPTY
                .withDomains(List.of(
                        Domain.of(TableName.of("a"), SqlType.nativeType("plain", "public.b[]")),
                        Domain.of(TableName.of("b"), SqlType.integer())
                                .withDefault(new Default.Of(raw("next_number()"))),
                        Domain.of(TableName.of("is_fine"), SqlType.integer())
                                .withChecks(List.of(new Check("ck", raw("\"O'x\".\"IS_FINE\"(value)"))))))
                .withRoutines(List.of(
                        function("next_number", "create function next_number()"),
                        function("IS_FINE", "create function \"IS_FINE\"(integer)")));

        assertThat(before(schema)).containsExactly("IS_FINE", "is_fine", "next_number", "b", "a");
    }

    @Test
    void makesAggregatesAfterTheFunctionsOfTheirName() {
        Routine aggregate = new Routine(
                Routine.Kind.AGGREGATE,
                TableName.of("total"),
                "*",
                sql("create aggregate total(*) (sfunc = total)"),
                null);
        Schema schema = Schema.EMPTY.withRoutines(
                List.of(aggregate, function("total", "create function total(integer, integer)")));

        assertThat(CreationOrder.of(schema).beforeTables())
                .extracting(object -> ((Routine) object).type())
                .containsExactly(Routine.Kind.FUNCTION, Routine.Kind.AGGREGATE);
    }

    @Test
    void makesViewsAfterThoseThatTheyShow() {
        Schema schema = Schema.of(PET)
                .withViews(List.of(
                        view("a", "select * from public.\"B\" join c on true"),
                        view("B", "select f(id) from pet"),
                        view("c", "select id from ((only pet x join public.\"B\" y on true))")
                                .withMaterialized(true)
                                .withIndexes(List.of(
                                        new Index("ix", List.of(new Index.Part(raw("z_key(id)"), false)), false)))))
                .withRoutines(List.of(
                        function("f", "create function f(integer) returns pet"),
                        function("z_key", "create function z_key(pet)")));

        assertThat(after(schema)).containsExactly("f", "B", "z_key", "c", "a");
    }

    @Test
    void isNotLedAstrayByColumnsWithTheNamesOfViews() {
        Schema schema = Schema.of(PET)
                .withViews(List.of(
                        view("label", "select id as name from public.name"),
                        view("name", "select id as label, x.label from pet x")));

        assertThat(after(schema)).containsExactly("name", "label");
    }

    @Test
    void endsWhereViewsMentionEachOtherInACircle() {
        Schema schema = Schema.EMPTY.withViews(List.of(view("b", "select 1 from a"), view("a", "select 1 from b")));

        assertThat(after(schema)).containsExactly("a", "b");
    }

    private static List<String> before(Schema schema) {
        return names(CreationOrder.of(schema).beforeTables());
    }

    private static List<String> after(Schema schema) {
        return names(CreationOrder.of(schema).afterTables());
    }

    private static List<String> names(List<SchemaObject> objects) {
        return objects.stream().map(object -> object.name().name()).toList();
    }

    private static Routine function(String name, String text) {
        return new Routine(Routine.Kind.FUNCTION, TableName.of(name), "", sql(text), null);
    }

    private static View view(String name, String query) {
        return View.of(TableName.of(name), sql(query));
    }

    private static Definition sql(String text) {
        return new Definition("plain", text);
    }

    private static RawSql raw(String sql) {
        return new RawSql("plain", sql, ValueType.STRING);
    }
}
