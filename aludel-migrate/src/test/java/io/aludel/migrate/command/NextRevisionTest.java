// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static io.aludel.migrate.command.TestHistory.id;
import static io.aludel.migrate.command.TestHistory.labelled;
import static io.aludel.migrate.command.TestHistory.names;
import static io.aludel.migrate.command.TestHistory.needing;
import static io.aludel.migrate.command.TestHistory.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.migrate.graph.MultipleHeadsException;
import io.aludel.migrate.graph.RevisionNode;
import io.aludel.migrate.run.Revisions;
import io.aludel.migrate.script.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextRevisionTest {
    private static final RevisionOptions ON_HEAD = RevisionOptions.ON_HEAD;

    /** a; on it b of the branch "pets", and c. */
    private static final Revisions FORKED = revisions(script("a", ""), labelled("pets", "b", "a"), script("c", "a"));

    private static Revisions revisions(Script... scripts) {
        return Revisions.of(List.of(scripts));
    }

    private static RevisionNode forked(RevisionOptions options) {
        return new NextRevision(FORKED, options).node();
    }

    private static String joined(Revisions revisions, String... heads) {
        return names(
                new NextRevision(revisions, ON_HEAD).joining(List.of(heads)).parents());
    }

    @Test
    void standsOnTheHeadOrOnWhatItIsTold() {
        assertThat(new NextRevision(revisions(), ON_HEAD).node().parents()).isEmpty();
        assertThat(new NextRevision(revisions(script("a", "")), ON_HEAD).node().parents())
                .containsExactly(id("a"));
        assertThat(forked(ON_HEAD.withHead("pets@head")).parents()).containsExactly(id("b"));
        assertThat(forked(ON_HEAD.withHead("base")).parents()).isEmpty();
        assertThat(forked(ON_HEAD.withHead("aaaa").splicing()).parents()).containsExactly(id("a"));
        assertThatThrownBy(() -> forked(ON_HEAD)).isInstanceOf(MultipleHeadsException.class);
        assertThatThrownBy(() -> forked(ON_HEAD.withHead("heads"))).isInstanceOf(MultipleHeadsException.class);
        assertThatThrownBy(() -> forked(ON_HEAD.withHead("current"))).hasMessageStartingWith("MIG-034: ");
        assertThatThrownBy(() -> forked(ON_HEAD.withHead("aaaa")))
                .hasMessage("MIG-037: Revision " + id("a") + " is no head: " + id("b") + ", " + id("c")
                        + " stand on it already. Stand on a head, or say --splice if another branch is what you want.");
    }

    @Test
    void hasTheIdLabelsAndDependenciesThatItIsGiven() {
        RevisionNode node = forked(ON_HEAD.withHead("cccc")
                .withId("0123456789ab")
                .withLabels("toys", "v2")
                .withDependencies("pets", "bbbb", "pets@head"));

        assertThat(node)
                .isEqualTo(new RevisionNode(
                        "0123456789ab", List.of(id("c")), List.of("toys", "v2"), List.of("pets", id("b")), List.of()));
        RevisionOptions onC = ON_HEAD.withHead("cccc");
        assertThatThrownBy(() -> forked(onC.withId(id("b")))).hasMessageStartingWith("MIG-006: ");
        assertThatThrownBy(() -> forked(onC.withId("b"))).hasMessageStartingWith("MIG-005: ");
        assertThatThrownBy(() -> forked(onC.withLabels("pets"))).hasMessageStartingWith("MIG-030: ");
        assertThatThrownBy(() -> forked(onC.withLabels("a b"))).hasMessageStartingWith("MIG-030: ");
        assertThatThrownBy(() -> forked(onC.withDependencies("cats"))).hasMessageStartingWith("MIG-010: ");
    }

    @Test
    void joinsAllHeadsOrThoseThatItIsTold() {
        Revisions three = revisions(script("a", ""), script("b", "a"), script("c", "a"), needing("b", "d", "a"));

        assertThat(joined(FORKED)).isEqualTo("b c");
        assertThat(joined(FORKED, "cccc", "pets@head")).isEqualTo("c b");
        assertThat(joined(three)).isEqualTo("b c d");
        assertThat(joined(three, "bbbb", "dddd")).isEqualTo("b d");
        assertThatThrownBy(() -> joined(three, "bbbb", "bbbb"))
                .hasMessageStartingWith("MIG-036: There is nothing to merge");
        assertThatThrownBy(() -> joined(three, "aaaa", "bbbb")).hasMessageStartingWith("MIG-037: ");
        assertThatThrownBy(() -> joined(revisions())).hasMessageContaining("there are no revisions");
    }
}
