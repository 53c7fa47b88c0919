// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                " null | null",
                "[1, true ,\tfalse,null] | [1,true,false,null]",
                "[] | []",
                "[ ] | []",
                "{ } | {}",
                "{\"b\": 1, \"a\": {\"z\":[], \"y\":{}}} | {\"a\":{\"y\":{},\"z\":[]},\"b\":1}",
                "{\"a\":1,\"a\":2} | {\"a\":2}",
                "{\"🐘\":1,\"\uffee\":2} | {\"\uffee\":2,\"🐘\":1}",
                "[-0, 0.0, 1.50, 1e2, 1E-2, -12.3400e+1] | [0,0,1.5,100,0.01,-123.4]",
                "12345678901234567890.12345678901234567890 | 12345678901234567890.1234567890123456789",
                "\"\\u0416\\/\\\"\\\\\\b\\f\\n\\r\\t\\u001F\\uD83D\\uDC18\" | \"Ж/\\\"\\\\\\b\\f\\n\\r\\t\\u001f🐘\""
            })
    void givesEqualDocumentsOneText(String given, String text) {
        assertThat(Json.of(given).text()).isEqualTo(text);
        assertThat(Json.of(text)).isEqualTo(Json.of(given)).hasSameHashCodeAs(Json.of(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nul",
                "truex",
                "[1,]",
                "[1 2]",
                "{\"a\"}",
                "{\"a\":1,}",
                "{a:1}",
                "01",
                "1.",
                ".5",
                "-",
                "1e",
                "+1",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\n\"",
                "[",
                "{\"a\":",
                "1 2",
                "NaN",
                "\"\\u0000\"",
                "\"\\uD83D\"",
                "'a'",
                "\uffff"
            })
    void refusesWhatIsNoDocument(String text) {
        assertThatThrownBy(() -> Json.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The text is no JSON document that every database keeps: ");
    }

    @Test
    void saysWhere() {
        assertThatThrownBy(() -> Json.of("{\"a\": [1, }"))
                .hasMessage(
                        "The text is no JSON document that every database keeps: Expected a value at character 11.");
        assertThatThrownBy(() -> Json.of("1e1000"))
                .hasMessage(
                        "The text is no JSON document that every database keeps: A number of more than 1000 digits at character 1.");
        assertThatThrownBy(() -> Json.of("[1,1e99999999999]")).hasMessageContaining("at character 4");
        assertThat(Json.of("[".repeat(500) + "]".repeat(500)).text()).hasSize(1_000);
        assertThatThrownBy(() -> Json.of("[".repeat(100_000))).hasMessageContaining("More than 500 levels");
    }
}
