// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamingConventionTest {
    private static final NamingConvention NAMES = NamingConvention.STANDARD;

    @Test
    void namesEachKindByTableAndColumns() {
        assertThat(NAMES.primaryKey("grades")).isEqualTo("pk_grades");
        assertThat(NAMES.foreignKey("grades", List.of("student_id"))).isEqualTo("fk_grades_student_id");
        assertThat(NAMES.unique("groups", List.of("name"))).isEqualTo("uq_groups_name");
        assertThat(NAMES.index("grades", List.of("student_id", "received_on")))
                .isEqualTo("ix_grades_student_id_received_on");
        assertThat(NAMES.check("grades", List.of("value"))).isEqualTo("ck_grades_value");
    }

    @Test
    void cutsALongNameToWhatEveryDatabaseKeepsAndKeepsTwoOfThemApart() {
        String prefix = "a".repeat(70);

        String one = NAMES.index("t", List.of(prefix + "1"));
        String other = NAMES.index("t", List.of(prefix + "2"));

        assertThat(one).hasSize(NamingConvention.MAX_BYTES).isNotEqualTo(other);
        assertThat(NAMES.index("t", List.of(prefix + "1"))).isEqualTo(one);
    }

    @Test
    void countsBytesAndNeverCutsACharacterInHalf() {
        String name = NamingConvention.shorten("ж".repeat(20) + "😀".repeat(20));

        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(NamingConvention.MAX_BYTES);
        assertThat(name).startsWith("ж".repeat(20) + "😀").doesNotContain("?");
        assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(name);
    }
}
