// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.SqlError.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlErrorTest {
    @ParameterizedTest
    @CsvSource({
        "23505, UNIQUE_VIOLATION",
        "40P01, DEADLOCK",
        "55P03, LOCK_TIMEOUT",
        "57014, CANCELLED",
        "57P01, CONNECTION_FAILURE",
        "57P05, CONNECTION_FAILURE",
        "25P03, CONNECTION_FAILURE",
        "08006, CONNECTION_FAILURE",
        "25006, READ_ONLY",
        "53100, STORAGE_FULL",
        "58030, STORAGE_FAILURE",
        "XX001, UNREADABLE",
        "42601, OTHER",
        ", OTHER"
    })
    void knowsWhatStatesMean(String state, Kind kind) {
        assertThat(SqlError.ofState(state)).isEqualTo(SqlError.of(kind));
    }
}
