// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.name.TableName;
import io.aludel.core.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableOrderTest {
    @Test
    void putsATableAfterThoseItPointsAtAndBreaksTiesByName() {
        TableOrder order =
                TableOrder.of(List.of(table("grades", "students", "subjects"), table("students"), table("subjects")));

        assertThat(names(order)).containsExactly("students", "subjects", "grades");
        assertThat(order.postponed()).isEmpty();
    }

    @Test
    void givesTheSameOrderWhateverOrderTheTablesComeIn() {
        List<Table> tables = List.of(table("c", "a"), table("b", "c"), table("a"));

        assertThat(names(TableOrder.of(tables)))
                .isEqualTo(names(TableOrder.of(List.of(tables.get(2), tables.get(1), tables.get(0)))));
    }

    @Test
    void postponesOneKeyOfACircleOnly() {
        TableOrder order = TableOrder.of(List.of(table("a", "b"), table("b", "a"), table("c", "a")));

        assertThat(names(order)).containsExactly("a", "b", "c");
        assertThat(order.postponed()).containsOnlyKeys(TableName.of("a"));
        assertThat(order.postponed().get(TableName.of("a"))).isEqualTo(Set.of("fk_a_b"));
    }

    @Test
    void keepsTheKeysOfATableThatMerelyDependsOnACircle() {
        TableOrder order = TableOrder.of(List.of(table("a", "x"), table("x", "y"), table("y", "x")));

        assertThat(names(order)).containsExactly("x", "a", "y");
        assertThat(order.postponed()).containsOnlyKeys(TableName.of("x"));
    }

    @Test
    void takesATableThatPointsAtItselfAsNoCircle() {
        TableOrder order = TableOrder.of(List.of(table("people", "people")));

        assertThat(order.postponed()).isEmpty();
    }

    @Test
    void ignoresTargetsThatAreNotGiven() {
        TableOrder order = TableOrder.of(List.of(table("pets", "elsewhere")));

        assertThat(names(order)).containsExactly("pets");
        assertThat(order.postponed()).isEmpty();
    }

    @Test
    void putsPartsAndHeirsAfterTheirTablesEvenInACircleOfKeys() {
        Table part = table("a_part", "whole").withPartition(new Partition(TableName.of("whole"), "default"));
        Table heir = table("an_heir").withOptions(List.of("unlogged", "inherits (public.\"whole\")"));
        TableOrder order = TableOrder.of(List.of(part, heir, table("whole", "b"), table("b", "a_part")));

        assertThat(names(order)).containsExactly("b", "whole", "a_part", "an_heir");
        assertThat(order.postponed()).isEqualTo(Map.of(TableName.of("b"), Set.of("fk_b_a_part")));
    }

    @Test
    void refusesTablesThatArePartsOfEachOther() {
        Table a = table("a").withPartition(new Partition(TableName.of("b"), "default"));
        Table b = table("b").withPartition(new Partition(TableName.of("a"), "default"));

        assertThatThrownBy(() -> TableOrder.of(List.of(a, b)))
                .isInstanceOf(SchemaException.class)
                .hasMessage("These tables are parts of each other: a, b.");
    }

    private static List<String> names(TableOrder order) {
        return order.tables().stream().map(table -> table.name().name()).toList();
    }

    private static Table table(String name, String... targets) {
        List<Column> columns = Stream.concat(Stream.of("id"), Stream.of(targets).map(target -> target + "_id"))
                .distinct()
                .map(column -> Column.notNull(column, SqlType.bigint()))
                .toList();
        List<ForeignKey> keys = Stream.of(targets)
                .map(target -> ForeignKey.of(
                        "fk_" + name + "_" + target, List.of(target + "_id"), TableName.of(target), List.of("id")))
                .toList();
        return Table.of(TableName.of(name), columns).withForeignKeys(keys);
    }
}
