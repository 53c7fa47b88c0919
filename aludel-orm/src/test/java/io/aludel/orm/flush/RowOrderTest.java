// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.flush.RowOrder.Dependency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowOrderTest {
    @Test
    void writesWhatIsNeededFirstAndTheRestTogether() {
        RowOrder<String> order = sort(List.of("leaf", "branch", "root", "other"), "leaf>branch", "branch>root");
        assertThat(order.levels()).containsExactly(List.of("root", "other"), List.of("branch"), List.of("leaf"));
        assertThat(order.postponed()).isEmpty();
    }

    @Test
    void needsNothingThatIsNotAmongTheRows() {
        assertThat(sort(List.of("a"), "a>elsewhere").levels()).containsExactly(List.of("a"));
    }

    @Test
    void postponesTheFirstDependencyOfACircleThatCanBe() {
        RowOrder<String> order = sort(List.of("a", "b", "c", "tail"), "a>b", "b?c", "c>a", "tail>c");
        assertThat(order.postponed()).containsExactly(new Dependency<>("b", "c", true, "b?c"));
        assertThat(order.levels()).containsExactly(List.of("b"), List.of("a"), List.of("c"), List.of("tail"));
    }

    @Test
    void postponesADependencyOnItself() {
        RowOrder<String> order = sort(List.of("a", "b"), "a?a", "b>a");
        assertThat(order.postponed()).hasSize(1);
        assertThat(order.levels()).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void breaksSeveralCircles() {
        RowOrder<String> order = sort(List.of("a", "b", "c", "d"), "a?b", "b?a", "c?d", "d?c", "b?c");
        assertThat(order.postponed()).hasSize(2);
        assertThat(order.levels().stream().flatMap(List::stream)).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void refusesACircleThatNothingBreaks() {
        assertThatThrownBy(() -> sort(List.of("in front", "a", "b"), "in front?a", "a>b", "b>a"))
                .isInstanceOfSatisfying(
                        RowOrder.CircleException.class,
                        e -> assertThat(e.circle()).extracting(Dependency::name).containsExactly("a>b", "b>a"));
    }

    /** Dependencies as text: {@code a>b} a needs b; {@code a?b} the same, but it can be postponed. */
    private static RowOrder<String> sort(List<String> rows, String... dependencies) {
        List<Dependency<String>> all = Stream.of(dependencies)
                .map(text -> {
                    String[] ends = text.split("[>?]");
                    return new Dependency<>(ends[0], ends[1], text.contains("?"), text);
                })
                .toList();
        return RowOrder.sort(
                rows,
                (String row) -> all.stream()
                        .filter(dependency -> dependency.row().equals(row))
                        .toList());
    }
}
