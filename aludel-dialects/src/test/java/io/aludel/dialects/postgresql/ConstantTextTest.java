// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "-1.50",
                "(- (1))",
                "'it''s'",
                "E'a\\\\b'::text",
                "true",
                "NULL::character varying",
                "'{}'::integer[]",
                "'2026-01-01 00:00:00'::timestamp(3) without time zone",
                "('1'::text)::numeric(10,2)",
                "ARRAY['a'::character varying(3), 'b'::character varying]::text[]",
                "ARRAY[]::integer[][]",
                "'ok'::app.\"Mood\"",
                "'1 day'::interval day to second",
                "'snow'::text"
            })
    void knowsConstants(String sql) {
        assertThat(ConstantText.isConstant(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nextval('s'::regclass)",
                "now()",
                "CURRENT_DATE",
                "1 + 1",
                "'a' || 'b'",
                "('now'::text)::date",
                "'Tomorrow 10:00'::timestamp",
                "1; drop table t",
                "(1",
                "'open",
                "1::numeric(nextval('s'))",
                "1::",
                "",
                "array 1",
                "value"
            })
    void doubtsAllElse(String sql) {
        assertThat(ConstantText.isConstant(sql)).isFalse();
    }
}
