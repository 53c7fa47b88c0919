// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final TableName PET = TableName.of("zoo", "pet");

    @Test
    void readsTablesAndSequencesUnlessToldOtherwise() {
        Scope scope = Scope.of(Set.of("app"));

        assertThat(scope.schemas()).containsExactly("app");
        assertThat(scope.has(ObjectKind.TABLE)).isTrue();
        assertThat(scope.has(ObjectKind.SEQUENCE)).isTrue();
        assertThat(scope.has(ObjectKind.VIEW)).isFalse();
        assertThat(scope.hasName(PET)).isTrue();
        assertThat(scope.and(ObjectKind.VIEW).kinds())
                .containsExactlyInAnyOrder(ObjectKind.TABLE, ObjectKind.SEQUENCE, ObjectKind.VIEW);
        assertThat(scope.and(ObjectKind.VIEW).schemas()).containsExactly("app");
    }

    @Test
    void readsSomeTablesWhereverTheyAre() {
        Scope scope = Scope.tables(PET, TableName.of("toy"));

        assertThat(scope.schemas()).containsExactly("zoo");
        assertThat(scope.kinds()).containsExactly(ObjectKind.TABLE);
        assertThat(scope.hasName(PET)).isTrue();
        assertThat(scope.hasName(TableName.of("pet"))).isFalse();
        assertThat(scope.and(ObjectKind.TRIGGER).hasName(TableName.of("pet"))).isFalse();
    }

    @Test
    void readsEverything() {
        assertThat(Scope.everything(Set.of()).kinds()).containsExactlyInAnyOrder(ObjectKind.values());
    }

    @Test
    void isWhereASchemaWouldBeFound() {
        Schema schema = Schema.of(Table.of(PET, List.of(Column.nullable("x", SqlType.text()))))
                .withViews(List.of(View.of(TableName.of("v"), new Definition(null, "select 1"))));

        Scope scope = Scope.around(schema);

        assertThat(scope.schemas()).containsExactly("zoo");
        assertThat(scope.kinds()).contains(ObjectKind.TABLE, ObjectKind.VIEW).doesNotContain(ObjectKind.TRIGGER);
        assertThat(scope.names()).isNull();
    }
}
