// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.RowChange;
import io.aludel.core.dialect.SqlError;
import io.aludel.core.dialect.SqlError.Kind;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViolationsTest {
    private static final Schema SCHEMA = Schema.of(table("animal", "name"), table("keeper", "animal.name"));

    private static Table table(String name, String key) {
        return Table.of(
                        TableName.of(name),
                        List.of(Column.notNull("id", SqlType.integer()), Column.notNull("name", SqlType.text())))
                .withPrimaryKey(new PrimaryKey("pk_" + name, List.of("id")))
                .withUniqueKeys(List.of(new UniqueKey(key, List.of("name"))));
    }

    /** As MySQL does. */
    @Test
    void knowsAKeyThatIsToldWithItsTable() {
        SqlError named = new SqlError(Kind.UNIQUE_VIOLATION, "name", "animal", List.of("name"));
        SqlError primary = new SqlError(Kind.UNIQUE_VIOLATION, "pk_keeper", "keeper", List.of("id"));

        assertThat(completed("animal.name", RowChange.insert(TableName.of("animal"))))
                .isEqualTo(named);
        assertThat(completed("keeper.PRIMARY", RowChange.insert(TableName.of("keeper"))))
                .isEqualTo(primary);
        assertThat(completed("keeper.PRIMARY", null)).isEqualTo(primary);
    }

    @Test
    void prefersAKeyThatHasThatName() {
        assertThat(completed("animal.name", RowChange.insert(TableName.of("keeper"))))
                .isEqualTo(new SqlError(Kind.UNIQUE_VIOLATION, "animal.name", "keeper", List.of("name")));
    }

    private static SqlError completed(String told, @Nullable RowChange change) {
        return new Violations(SCHEMA, new UnreachableDialect("x.Driver"))
                .complete(new SqlError(Kind.UNIQUE_VIOLATION, told), change);
    }
}
