// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypeOrderTest {
    @Test
    void putsWhatIsDependedOnFirst() {
        assertThat(sort(
                        List.of("grade", "student", "group", "subject"),
                        Map.of("grade", List.of("student", "subject"), "student", List.of("group"))))
                .containsExactly(List.of("group"), List.of("student"), List.of("subject"), List.of("grade"));
    }

    @Test
    void keepsTypesThatDependOnEachOtherTogether() {
        assertThat(sort(
                        List.of("fan", "team", "player", "city"),
                        Map.of(
                                "fan", List.of("team"),
                                "team", List.of("player", "city"),
                                "player", List.of("team"))))
                .containsExactly(List.of("city"), List.of("team", "player"), List.of("fan"));
    }

    @Test
    void givesTheSameOrderForTheSameTypes() {
        List<String> types = List.of("a", "b", "c");
        assertThat(sort(types, Map.of("b", List.of("b")))).containsExactly(List.of("a"), List.of("b"), List.of("c"));
    }

    private static List<List<String>> sort(List<String> types, Map<String, List<String>> dependencies) {
        return TypeOrder.sort(types, type -> dependencies.getOrDefault(type, List.of()));
    }
}
