// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.name.TableName;
import io.aludel.core.type.SqlType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final Definition TEXT = new Definition("plain", "select 1");
    private static final TableName A = TableName.of("a");
    private static final TableName B = TableName.of("b");

    @Test
    void isEqualWhateverOrderItIsGivenIn() {
        Schema one = everything(A, B);
        Schema other = everything(B, A);

        assertThat(one).isEqualTo(other);
        assertThat(one.objects().map(SchemaObject::describe))
                .containsExactly(
                        "enum type \"ea\"",
                        "enum type \"eb\"",
                        "domain \"da\"",
                        "domain \"db\"",
                        "sequence \"sa\"",
                        "sequence \"sb\"",
                        "table \"a\"",
                        "table \"b\"",
                        "view \"va\"",
                        "view \"vb\"",
                        "function \"ra()\"",
                        "function \"rb()\"",
                        "trigger \"tr\" of \"a\"",
                        "trigger \"tr\" of \"b\"");
        assertThat(one.unreadable())
                .extracting(Unreadable::toString)
                .containsExactly("table \"a\": torn", "index \"ix\" of table \"b\": torn");
    }

    private static Schema everything(TableName... names) {
        List<TableName> all = List.of(names);
        return Schema.EMPTY
                .withEnumTypes(all.stream()
                        .map(name -> EnumType.of(of("e", name), "x"))
                        .toList())
                .withDomains(all.stream()
                        .map(name -> Domain.of(of("d", name), SqlType.text()))
                        .toList())
                .withSequences(all.stream()
                        .map(name -> new Sequence(of("s", name), 1, 1))
                        .toList())
                .withTables(all.stream().map(SchemaTest::table).toList())
                .withViews(
                        all.stream().map(name -> View.of(of("v", name), TEXT)).toList())
                .withRoutines(all.stream()
                        .map(name -> new Routine(Routine.Kind.FUNCTION, of("r", name), "", TEXT, null))
                        .toList())
                .withTriggers(all.stream()
                        .map(name -> new Trigger(TableName.of("tr"), name, TEXT))
                        .toList())
                .withUnreadable(all.stream()
                        .map(name ->
                                new Unreadable(ObjectKind.TABLE, name, name.equals(A) ? null : "index \"ix\"", "torn"))
                        .toList());
    }

    private static TableName of(String prefix, TableName name) {
        return TableName.of(prefix + name.name());
    }

    private static Table table(TableName name) {
        return Table.of(name, List.of(Column.nullable("x", SqlType.text())));
    }

    @Test
    void knowsTheSchemasOfAllItsObjectsAndEmptyOnes() {
        Schema schema = Schema.of(table(TableName.of("zoo", "a")), table(A))
                .withSchemaNames(List.of("void"))
                .withViews(List.of(View.of(TableName.of("app", "v"), TEXT)));

        assertThat(schema.schemaNames()).containsExactly("app", "void", "zoo");
    }

    @Test
    void refusesTwoOfOneName() {
        View view = View.of(A, TEXT);
        assertThatThrownBy(() -> Schema.of(table(A)).withViews(List.of(view)))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Two tables are called \"a\"; rename one of them.");
        assertThatThrownBy(() -> Schema.EMPTY
                        .withEnumTypes(List.of(EnumType.of(A, "x")))
                        .withDomains(List.of(Domain.of(A, SqlType.text()))))
                .hasMessage("Two types are called \"a\"; rename one of them.");
        assertThatThrownBy(() -> Schema.EMPTY.withSequences(List.of(new Sequence(A, 1, 1), new Sequence(A, 2, 1))))
                .hasMessage("Two sequences are called \"a\"; rename one of them.");
        assertThat(Schema.EMPTY
                        .withRoutines(List.of(
                                new Routine(Routine.Kind.FUNCTION, A, "text", TEXT, null),
                                new Routine(Routine.Kind.FUNCTION, A, "integer", TEXT, null)))
                        .routines())
                .extracting(Routine::signature)
                .containsExactly("integer", "text");
    }

    @Test
    void findsWhatItHasByName() {
        Schema schema = everything(A, B);

        assertThat(schema.enumType(TableName.of("ea"))).contains(EnumType.of(TableName.of("ea"), "x"));
        assertThat(schema.domain(TableName.of("db"))).isPresent();
        assertThat(schema.view(TableName.of("va"))).isPresent();
        assertThat(schema.sequence(TableName.of("sb"))).isPresent();
        assertThat(schema.view(A)).isEmpty();
        assertThatThrownBy(() -> schema.requireTable(TableName.of("c")))
                .hasMessage("There is no table \"c\"; there are: a, b.");
    }

    @Test
    void keepsOnlyWhatIsWanted() {
        Schema schema = everything(A, B);

        Schema views = schema.only(object -> object.kind() == ObjectKind.VIEW);
        assertThat(views.objects().map(SchemaObject::kind).distinct()).containsExactly(ObjectKind.VIEW);
        assertThat(views.views()).hasSize(2);
        assertThat(views.unreadable()).hasSize(2);
        assertThat(schema.only(object -> true)).isEqualTo(schema);
    }

    @Test
    void replacesATableAndLeavesAllElse() {
        Schema schema = everything(A, B);
        Table other = table(A).withComment("new");

        assertThat(schema.with(other).requireTable(A)).isEqualTo(other);
        assertThat(schema.with(other).tables()).hasSize(2);
        assertThat(schema.without(A).tables()).containsExactly(table(B));
        assertThat(schema.without(A).triggers()).hasSize(2);
        assertThat(schema.withTables(List.of()).withTables(schema.tables())).isEqualTo(schema);
    }

    @Test
    void refusesDefinitionsAndTypesThatMakeNoSense() {
        assertThatThrownBy(() -> new Definition("plain", " "))
                .hasMessage("A definition for plain is empty; give its text.");
        assertThatThrownBy(() -> new Definition(null, "")).hasMessage("A definition is empty; give its text.");
        assertThatThrownBy(() -> EnumType.of(A, "x", "y", "x"))
                .hasMessage("Enum type \"a\" has the value \"x\" twice.");
        assertThatThrownBy(() -> new Exclusion("ex", null, List.of(), null, Deferral.DEFERRED))
                .hasMessage("Exclusion constraint \"ex\" compares nothing; give it an element.");
        assertThatThrownBy(() -> Numbering.of(1, 0)).hasMessage("A numbering increments by 0; use another step.");
        assertThatThrownBy(() -> Numbering.STANDARD.withCache(0))
                .hasMessage("A numbering has a cache of 0; it is 1 at least.");
    }

    @Test
    void aTextIsForOneDialectOrForAll() {
        assertThat(TEXT.isFor("plain")).isTrue();
        assertThat(TEXT.isFor("other")).isFalse();
        assertThat(new Definition(null, "x").isFor("other")).isTrue();
    }

    @Test
    void aNumberingIsChangedPartByPart() {
        assertThat(Numbering.of(5, 2).within(1L, null).withCache(7).withCycle(true))
                .isEqualTo(new Numbering(5, 2, 1L, null, 7, true));
        assertThat(new Numbering(5, 2, 1L, 9L, 7, true).within(null, 8L))
                .isEqualTo(new Numbering(5, 2, null, 8L, 7, true));
    }

    @Test
    void ordersChecksOfADomainAndIndexesOfAView() {
        Check b = new Check("b", new io.aludel.core.expr.RawSql(null, "x", io.aludel.core.type.ValueType.BOOLEAN));
        Check a = new Check("a", b.condition());

        assertThat(Domain.of(A, SqlType.text()).withChecks(List.of(b, a)).checks())
                .containsExactly(a, b);
        assertThat(View.of(A, TEXT)
                        .withIndexes(List.of(Index.of("y", "q"), Index.of("x", "q")))
                        .indexes())
                .extracting(Index::name)
                .containsExactly("x", "y");
        assertThat(Set.of(View.of(A, TEXT))).contains(View.of(A, TEXT));
    }
}
