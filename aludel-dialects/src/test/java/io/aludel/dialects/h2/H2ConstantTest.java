// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2ConstantTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "-1",
                "(-(1))",
                "'a'",
                "TRUE",
                "NULL",
                "DATE '2026-01-01'",
                "X'00ff'",
                "TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00'",
                "CAST('NaN' AS DOUBLE PRECISION)",
                "CAST(1 AS NUMERIC(10, 2))"
            })
    void knowsConstants(String sql) {
        assertThat(H2Constant.isConstant(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NEXT VALUE FOR \"s\"",
                "CURRENT_TIMESTAMP",
                "RANDOM_UUID()",
                "1 + 1",
                "CAST(RAND() AS INTEGER)",
                "",
                "'a' || 'b'",
                "CAST(1 AS \"D\")"
            })
    void knowsNothingElseForAConstant(String sql) {
        assertThat(H2Constant.isConstant(sql)).isFalse();
    }
}
