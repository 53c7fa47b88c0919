// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import static io.aludel.core.type.SqlType.bigint;
import static io.aludel.core.type.SqlType.date;
import static io.aludel.core.type.SqlType.decimal;
import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.smallint;
import static io.aludel.core.type.SqlType.text;
import static io.aludel.core.type.SqlType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.type.SqlType;
import org.junit.jupiter.api.Test;

/** Which changes of a type are said to lose values. */
class TypeWideningTest {
    private static boolean isDestructive(SqlType from, SqlType to) {
        return new AlterColumn(TableName.of("t"), Column.nullable("c", from), Column.nullable("c", to)).isDestructive();
    }

    @Test
    void whatHoldsEveryValueLosesNone() {
        assertThat(isDestructive(date(), date())).isFalse();
        assertThat(isDestructive(smallint(), bigint())).isFalse();
        assertThat(isDestructive(varchar(20), varchar(20))).isFalse();
        assertThat(isDestructive(varchar(20), varchar(21))).isFalse();
        assertThat(isDestructive(varchar(20), text())).isFalse();
        assertThat(isDestructive(decimal(10, 2), decimal(12, 4))).isFalse();
    }

    @Test
    void everythingElseMayLoseSome() {
        assertThat(isDestructive(bigint(), integer())).isTrue();
        assertThat(isDestructive(varchar(20), varchar(19))).isTrue();
        assertThat(isDestructive(text(), varchar(2000))).isTrue();
        assertThat(isDestructive(decimal(10, 2), decimal(10, 1))).isTrue();
        assertThat(isDestructive(decimal(10, 2), decimal(10, 3)))
                .as("fewer digits before the point")
                .isTrue();
        assertThat(isDestructive(integer(), text())).isTrue();
        assertThat(isDestructive(date(), text())).isTrue();
    }
}
