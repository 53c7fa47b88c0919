// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Partition;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is drawn of a schema, whatever it is drawn with. */
class DiagramTest {
    /** A chain of four, each with a column that is no key: a - b - c - d. */
    private static final Diagram CHAIN = Diagram.of(
            Schema.of(table("a"), pointing("b", "a", false), pointing("c", "b", false), pointing("d", "c", false)));

    private static Table table(String name, Column... more) {
        List<Column> columns = Stream.concat(Stream.of(Column.identity("id", SqlType.bigint())), Stream.of(more))
                .toList();
        return Table.of(TableName.of(name), columns).withPrimaryKey(new PrimaryKey("pk_" + name, List.of("id")));
    }

    private static Table pointing(String name, String target, boolean optional) {
        Column column =
                optional ? Column.nullable("other_id", SqlType.bigint()) : Column.notNull("other_id", SqlType.bigint());
        return table(name, column, Column.nullable("note", SqlType.text()))
                .withForeignKeys(
                        List.of(ForeignKey.of("fk_" + name, List.of("other_id"), TableName.of(target), List.of("id"))));
    }

    private static Relationship only(Table... tables) {
        List<Relationship> all = Diagram.of(Schema.of(tables)).relationships();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<String> names(Diagram diagram) {
        return diagram.tables().stream().map(table -> table.name().toString()).toList();
    }

    @Test
    void takesTheNumbersOfARelationshipFromItsColumns() {
        Table one = table("one");
        Table many = pointing("many", "one", false);

        assertThat(only(one, many).optional()).isFalse();
        assertThat(only(one, many).oneToOne()).isFalse();
        assertThat(only(one, pointing("many", "one", true)).optional()).isTrue();
        assertThat(only(one, many.withUniqueKeys(List.of(new UniqueKey("uk", List.of("other_id")))))
                        .oneToOne())
                .isTrue();
        assertThat(only(one, many.withPrimaryKey(new PrimaryKey("pk", List.of("other_id"))))
                        .oneToOne())
                .isTrue();
        assertThat(only(one, many.withIndexes(List.of(Index.unique("ix", "other_id"))))
                        .oneToOne())
                .isTrue();
    }

    @Test
    void callsNothingUniqueThatIsSoOnlyInPart() {
        Table one = table("one");
        Table many = pointing("many", "one", false);

        assertThat(only(one, many.withUniqueKeys(List.of(new UniqueKey("uk", List.of("other_id", "id")))))
                        .oneToOne())
                .isFalse();
        assertThat(only(one, many.withIndexes(List.of(Index.of("ix", "other_id"))))
                        .oneToOne())
                .isFalse();
        assertThat(only(
                                one,
                                many.withIndexes(List.of(Index.unique("ix", "other_id")
                                        .withPredicate(new RawSql(null, "note is null", ValueType.BOOLEAN)))))
                        .oneToOne())
                .isFalse();
    }

    @Test
    void marksColumnsByTheirKeys() {
        Table pet = pointing("pet", "person", true)
                .withUniqueKeys(
                        List.of(new UniqueKey("uk_1", List.of("note")), new UniqueKey("uk_2", List.of("id", "note"))));

        DiagramTable drawn = Diagram.of(Schema.of(pet)).tables().get(0);

        assertThat(drawn.columns())
                .containsExactly(
                        new DiagramColumn("id", "bigint", true, false, null, false),
                        new DiagramColumn("other_id", "bigint", false, false, TableName.of("person"), true),
                        new DiagramColumn("note", "text", false, true, null, true));
    }

    @Test
    void leavesOutRelationshipsToTablesThatAreNotDrawn() {
        assertThat(Diagram.of(Schema.of(pointing("pet", "person", true))).relationships())
                .isEmpty();
    }

    @Test
    void leavesPartitionsToTheirTable() {
        Table part = new Table(
                TableName.of("visit_2026"),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Partition(TableName.of("visit"), "for values in (2026)"),
                List.of(),
                null);

        assertThat(names(Diagram.of(Schema.of(table("visit"), part)))).containsExactly("visit");
    }

    @Test
    void choosesTablesByNameAndTheirNeighboursByDistance() {
        assertThat(names(CHAIN.withTables(List.of("b"), 0))).containsExactly("b");
        assertThat(CHAIN.withTables(List.of("b"), 0).relationships()).isEmpty();
        assertThat(names(CHAIN.withTables(List.of("b"), 1))).containsExactly("a", "b", "c");
        assertThat(names(CHAIN.withTables(List.of("d"), 2))).containsExactly("b", "c", "d");
        assertThat(names(CHAIN.withTables(List.of("a", "d"), 0))).containsExactly("a", "d");
        assertThat(names(CHAIN.withTables(List.of("?"), 0))).hasSize(4);
    }

    @Test
    void fitsPatternsToNamesWithAndWithoutTheirSchema() {
        Diagram diagram = Diagram.of(Schema.of(
                table("pet"), table("x.pet"), table("pet_toy"), table("toy").withName(TableName.of("app", "toy"))));

        assertThat(names(diagram.withTables(List.of("pet*"), 0))).containsExactly("pet", "pet_toy");
        assertThat(names(diagram.withTables(List.of("toy"), 0))).containsExactly("app.toy");
        assertThat(names(diagram.withTables(List.of("app.*"), 0))).containsExactly("app.toy");
        assertThat(names(diagram.withTables(List.of("x.pet"), 0))).containsExactly("x.pet");
    }

    @Test
    void refusesAPatternThatFitsNoTable() {
        assertThatThrownBy(() -> CHAIN.withTables(List.of("b", "e*"), 0))
                .isInstanceOf(DiagramException.class)
                .hasMessage("CLI-031: No table is called \"e*\"; there are: a, b, c, d.");
    }

    @Test
    void showsFewerColumnsOnRequest() {
        Diagram keys = CHAIN.withColumns(ColumnChoice.KEYS);

        assertThat(keys.tables().get(1).columns())
                .extracting(DiagramColumn::name)
                .containsExactly("id", "other_id");
        assertThat(CHAIN.withColumns(ColumnChoice.NONE).tables())
                .allMatch(table -> table.columns().isEmpty());
        assertThat(keys.relationships()).isEqualTo(CHAIN.relationships());
    }
}
