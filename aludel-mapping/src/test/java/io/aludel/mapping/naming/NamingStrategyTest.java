// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingStrategyTest {
    @ParameterizedTest
    @CsvSource({
        "name, name",
        "fullName, full_name",
        "receivedOn, received_on",
        "URLPath, url_path",
        "homeURL, home_url",
        "address2Line, address2_line",
        "School_Class, school_class",
        "SchoolClass, school_class",
        "x, x",
        "ÜberName, über_name"
    })
    void partsWordsByUnderscores(String java, String database) {
        assertThat(NamingStrategy.SNAKE_CASE.column(java)).isEqualTo(database);
        assertThat(NamingStrategy.SNAKE_CASE.table(java)).isEqualTo(database);
    }

    @Test
    void namesAForeignKeysColumnAfterBothEnds() {
        assertThat(NamingStrategy.SNAKE_CASE.joinColumn("headTeacher", "id")).isEqualTo("head_teacher_id");
    }

    @Test
    void keepsNamesAsWrittenWhenAsked() {
        assertThat(NamingStrategy.AS_WRITTEN.column("fullName")).isEqualTo("fullName");
    }
}
