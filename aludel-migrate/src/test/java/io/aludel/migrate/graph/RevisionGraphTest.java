// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {
    private static final String A = "aaaa00000001";
    private static final String B = "bbbb00000002";
    private static final String C = "aaab00000003";
    private static final String D = "dddd00000004";

    private static RevisionNode node(String id, String... parents) {
        return new RevisionNode(id, List.of(parents));
    }

    private static RevisionGraph graph(RevisionNode... nodes) {
        return RevisionGraph.of(List.of(nodes));
    }

    private final RevisionGraph line = graph(node(C, B), node(A), node(B, A));
    private final RevisionGraph forked = graph(node(A), node(B, A), node(C, A));
    private final RevisionGraph merged = graph(node(A), node(B, A), node(C, A), node(D, B, C));

    @Test
    void parentsComeFirst() {
        assertThat(line.ids()).containsExactly(A, B, C);
        assertThat(merged.ids()).containsExactly(A, C, B, D);
    }

    @Test
    void theHeadIsWhatNothingStandsOn() {
        assertThat(line.head()).contains(C);
        assertThat(merged.head()).contains(D);
        assertThat(RevisionGraph.of(List.of()).head()).isEmpty();
    }

    @Test
    void twoHeadsAreAnErrorThatNamesThem() {
        assertThat(forked.heads()).containsExactly(C, B);
        assertThatThrownBy(() -> forked.pathUp(Set.of(), "head"))
                .isInstanceOfSatisfying(
                        MultipleHeadsException.class, e -> assertThat(e.heads()).containsExactly(C, B))
                .hasMessage(
                        "MIG-009: There are 2 heads: aaab00000003, bbbb00000002. Two revisions have the same parent;"
                                + " give the one that came later the other as its parent, or name the revision you want.");
    }

    @Test
    void theWayUpIsWhatIsMissing() {
        assertThat(line.pathUp(Set.of(), "head")).containsExactly(A, B, C);
        assertThat(line.pathUp(Set.of(A), "head")).containsExactly(B, C);
        assertThat(line.pathUp(Set.of(A), "+1")).containsExactly(B);
        assertThat(line.pathUp(Set.of(), B)).containsExactly(A, B);
        assertThat(line.pathUp(Set.of(A, B), "bbbb")).isEmpty();
        assertThat(merged.pathUp(Set.of(A, C), "head")).containsExactly(B, D);
    }

    @Test
    void theWayDownIsWhatStandsOnTheTargetNewestFirst() {
        assertThat(line.pathDown(Set.of(A, B, C), "base")).containsExactly(C, B, A);
        assertThat(line.pathDown(Set.of(A, B), "-1")).containsExactly(B);
        assertThat(line.pathDown(Set.of(A, B, C), A)).containsExactly(C, B);
        assertThat(line.pathDown(Set.of(A, B, C), C)).isEmpty();
        assertThat(merged.pathDown(Set.of(A, B, C, D), B)).containsExactly(D);
    }

    @Test
    void partialIdsMustBeLongEnoughAndSayOneRevision() {
        assertThat(line.resolve("aaaa")).isEqualTo(A);
        assertThatThrownBy(() -> line.resolve("aaa"))
                .hasMessage("MIG-010: \"aaa\" is no revision; give head, base, +1, -1, or at least 4 digits of an id.");
        RevisionGraph alike = graph(node("aaaa00000001"), node("aaaa00000002", "aaaa00000001"));
        assertThatThrownBy(() -> alike.resolve("aaaa0"))
                .hasMessage("MIG-010: \"aaaa0\" can mean aaaa00000001 or aaaa00000002; give more digits.");
        assertThatThrownBy(() -> line.resolve("ffff"))
                .isInstanceOfSatisfying(
                        UnknownRevisionException.class,
                        e -> assertThat(e.requested()).isEqualTo("ffff"))
                .hasMessage("MIG-010: There is no revision \"ffff\" among the scripts.");
    }

    @Test
    void stepsPastTheEndAreErrors() {
        assertThatThrownBy(() -> line.pathUp(Set.of(A), "+3"))
                .hasMessage("MIG-010: \"+3\" asks for 3 revisions, but only 2 are pending.");
        assertThatThrownBy(() -> line.pathDown(Set.of(A), "-2"))
                .hasMessage("MIG-010: \"-2\" asks for 2 revisions, but only 1 is applied.");
        assertThatThrownBy(() -> line.pathUp(Set.of(), "+0"))
                .hasMessage("MIG-010: \"+0\" is no number of steps; write +1, +2, … or -1, -2, …");
        assertThatThrownBy(() -> line.pathDown(Set.of(A), C))
                .hasMessage("MIG-010: Revision aaab00000003 is not applied, so there is no way down to it."
                        + " Did you mean upgrade?");
    }

    @Test
    void unsoundGraphsAreRefusedBeforeAnythingRuns() {
        assertThatThrownBy(() -> graph(node(A), node(A)))
                .hasMessage("MIG-006: Two revisions have the id aaaa00000001; give one of them another.");
        assertThatThrownBy(() -> graph(node(B, A)))
                .hasMessage("MIG-007: Revision bbbb00000002 stands on aaaa00000001, which is not among the scripts."
                        + " Bring that script back, or correct the parent.");
        assertThatThrownBy(() -> graph(node(A, B), node(B, A), node(C, A)))
                .hasMessage("MIG-008: Revisions stand on each other in a circle:"
                        + " aaaa00000001 -> bbbb00000002 -> aaaa00000001. Correct one of the parents.");
        assertThatThrownBy(() -> graph(node(A, A)))
                .hasMessage("MIG-008: Revisions stand on each other in a circle: aaaa00000001 -> aaaa00000001."
                        + " Correct one of the parents.");
        assertThatThrownBy(() -> node("XYZ"))
                .hasMessage("MIG-005: \"XYZ\" is no revision id; it needs twelve hexadecimal digits in lower case.");
    }

    @Test
    void newIdsAreValidAndNotAlike() {
        assertThat(Stream.generate(RevisionNode::newId)
                        .limit(100)
                        .map(id -> node(id).id())
                        .distinct())
                .hasSize(100);
    }
}
