// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Test
    void selectsAllUnlessToldOtherwise() {
        assertThat(TestDatabase.parse("")).containsExactly(TestDatabase.values());
    }

    @Test
    void selectsByName() {
        assertThat(TestDatabase.parse("postgresql, sqlite"))
                .containsExactly(TestDatabase.SQLITE, TestDatabase.POSTGRESQL);
        assertThat(TestDatabase.parse("sqlite")).containsExactly(TestDatabase.SQLITE);
    }

    @Test
    void refusesANameItDoesNotKnow() {
        assertThatThrownBy(() -> TestDatabase.parse("sqlite,oracle"))
                .hasMessage(
                        "No test database \"oracle\" (in aludel.databases); there are [sqlite, h2, postgresql, mariadb].");
    }
}
