// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.name.TableName;
import io.aludel.core.type.SqlType;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Table PETS = Table.of(
            TableName.of("pets"),
            List.of(Column.identity("id", SqlType.bigint()), Column.notNull("name", SqlType.varchar(40))));

    @Test
    void isEqualWhateverOrderItsKeysAreGivenIn() {
        UniqueKey one = new UniqueKey("uq_a", List.of("id"));
        UniqueKey other = new UniqueKey("uq_b", List.of("name"));

        assertThat(PETS.withUniqueKeys(List.of(one, other))).isEqualTo(PETS.withUniqueKeys(List.of(other, one)));
    }

    @Test
    void differsWhenTheOrderOfItsColumnsDiffers() {
        assertThat(PETS.withColumns(
                        List.of(PETS.columns().get(1), PETS.columns().get(0))))
                .isNotEqualTo(PETS);
    }

    @Test
    void replacesAColumnInItsPlace() {
        Table changed = PETS.withColumn(Column.nullable("id", SqlType.integer()));

        assertThat(changed.columns()).extracting(Column::name).containsExactly("id", "name");
        assertThat(changed.requireColumn("id").type()).isEqualTo(SqlType.integer());
    }

    @Test
    void refusesAKeyOverAColumnItDoesNotHave() {
        List<Index> indexes = List.of(Index.of("ix_pets_age", "age"));

        assertThatThrownBy(() -> PETS.withIndexes(indexes))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The index \"ix_pets_age\" of table \"pets\" is over column \"age\","
                        + " which the table does not have.");
    }

    @Test
    void refusesTwoColumnsOfOneName() {
        List<Column> twice = List.of(Column.notNull("a", SqlType.text()), Column.nullable("a", SqlType.text()));

        assertThatThrownBy(() -> Table.of(TableName.of("t"), twice))
                .hasMessage("Table \"t\" has two columns \"a\"; rename one of them.");
    }

    @Test
    void namesWhatThereIsWhenAskedForAColumnThatIsNotThere() {
        assertThatThrownBy(() -> PETS.requireColumn("age"))
                .hasMessage("Table \"pets\" has no column \"age\"; it has: id, name.");
    }

    @Test
    void findsTheColumnThatTheDatabaseNumbers() {
        assertThat(PETS.identityColumn()).map(Column::name).contains("id");
    }
}
