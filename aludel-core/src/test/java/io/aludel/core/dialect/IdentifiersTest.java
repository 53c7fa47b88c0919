// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    @ParameterizedTest
    @ValueSource(strings = {"students", "full_name", "_", "a1", "action", "query"})
    void leavesPortableNamesBare(String name) {
        assertThat(Identifiers.quoteIfNeeded(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "value", "values", "user", "order", "key", "index", "check", "ilike", "year"})
    void quotesWhatAnyDatabaseReserves(String name) {
        assertThat(Identifiers.quoteIfNeeded(name)).isEqualTo('"' + name + '"');
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"Grades,\"Grades\"", "1a,\"1a\"", "a b,\"a b\"", "имя,\"имя\"", "a\"b,\"a\"\"b\"", "\",\"\"\"\""})
    void quotesEveryOtherName(String name, String quoted) {
        assertThat(Identifiers.quoteIfNeeded(name)).isEqualTo(quoted);
    }

    @Test
    void refusesNamesThatNoDatabaseTakes() {
        assertThatThrownBy(() -> Identifiers.quote(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A name in SQL is empty; give it one.");
        assertThatThrownBy(() -> Identifiers.quoteIfNeeded("a\0b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The name \"a\\0b\" holds the character NUL, which no database takes; choose another.");
    }
}
