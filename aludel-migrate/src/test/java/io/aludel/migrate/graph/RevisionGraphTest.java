// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {
    private static final String A = "aaaa00000001";
    private static final String B = "bbbb00000002";
    private static final String C = "aaab00000003";
    private static final String D = "dddd00000004";
    private static final String E = "eeee00000005";
    private static final String X = "ffff00000001";
    private static final String Y = "ffff00000002";

    private static RevisionNode node(String id, String... parents) {
        return new RevisionNode(id, List.of(parents));
    }

    private static RevisionNode labelled(String label, String id, String... parents) {
        return new RevisionNode(id, List.of(parents), List.of(label), List.of(), List.of());
    }

    private static RevisionNode needing(String dependency, String id, String... parents) {
        return new RevisionNode(id, List.of(parents), List.of(), List.of(dependency), List.of());
    }

    private static RevisionGraph graph(RevisionNode... nodes) {
        return RevisionGraph.of(List.of(nodes));
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
        return assertThatThrownBy(call);
    }

    private final RevisionGraph line = graph(node(C, B), node(A), node(B, A));
    private final RevisionGraph forked = graph(node(A), node(B, A), node(C, A));
    private final RevisionGraph merged = graph(node(A), node(B, A), node(C, A), node(D, B, C));
    /** A, on it the branches "pets" (B, D) and "toys" (C); and "people", X and Y, on nothing. */
    private final RevisionGraph forest = graph(
            node(A),
            labelled("pets", B, A),
            node(D, B),
            labelled("toys", C, A),
            labelled("people", X),
            needing("pets", Y, X));

    private final Set<String> all = Set.of(A, B, C, D, X, Y);

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
        assertThat(forest.heads()).containsExactly(C, D, Y);
        assertThat(forest.roots()).containsExactly(A, X);
    }

    @Test
    void twoHeadsAreAnErrorThatNamesThem() {
        assertThat(forked.heads()).containsExactly(C, B);
        refused(() -> forked.pathUp(Set.of(), "head"))
                .isInstanceOfSatisfying(
                        MultipleHeadsException.class, e -> assertThat(e.heads()).containsExactly(C, B))
                .hasMessage("MIG-009: There are 2 heads: aaab00000003, bbbb00000002. Join them by `aludel merge`,"
                        + " say \"heads\" for all of them, or name the one that you want.");
        RevisionGraph twice = graph(labelled("pets", A), node(B, A), node(C, A));
        refused(() -> twice.pathUp(Set.of(), "pets@head"))
                .hasMessage("MIG-009: Branch \"pets\" has 2 heads: aaab00000003, bbbb00000002. Join them by"
                        + " `aludel merge`, say \"pets@heads\" for all of them, or name the one that you want.");
        assertThat(twice.pathUp(Set.of(), "pets@heads")).containsExactly(A, C, B);
    }

    @Test
    @Tag("M-53")
    void theWayUpIsWhatIsMissing() {
        assertThat(line.pathUp(Set.of(), "head")).containsExactly(A, B, C);
        assertThat(line.pathUp(Set.of(A), "head")).containsExactly(B, C);
        assertThat(line.pathUp(Set.of(A), "+1")).containsExactly(B);
        assertThat(line.pathUp(Set.of(), "+3")).containsExactly(A, B, C);
        assertThat(line.pathUp(Set.of(), B)).containsExactly(A, B);
        assertThat(line.pathUp(Set.of(A, B), "bbbb")).isEmpty();
        assertThat(line.pathUp(Set.of(), "head-1")).containsExactly(A, B);
        assertThat(line.pathUp(Set.of(), "aaaa+1")).containsExactly(A, B);
        assertThat(line.pathUp(Set.of(), "base+1")).containsExactly(A);
        assertThat(line.pathUp(Set.of(A), "current+1")).containsExactly(B);
        assertThat(merged.pathUp(Set.of(A, C), "head")).containsExactly(B, D);
    }

    @Test
    @Tag("M-54")
    void branchesAreGoneUpAllTogetherOneByOneOrSeveralAtOnce() {
        assertThat(forked.pathUp(Set.of(), "heads")).containsExactly(A, C, B);
        assertThat(forest.pathUp(Set.of(), "pets@head")).containsExactly(A, B, D);
        assertThat(forest.pathUp(Set.of(), "bbbb@head")).containsExactly(A, B, D);
        assertThat(forest.pathUp(Set.of(A, B), List.of("toys", "pets@head"))).containsExactly(C, D);
        assertThat(forest.pathUp(Set.of(A), "toys@+1")).containsExactly(C);
        assertThat(forest.pathUp(Set.of(), "toys@+2")).containsExactly(A, C);
        assertThat(forest.pathUp(Set.of(), "pets@dddd")).containsExactly(A, B, D);
        assertThat(forest.pathUp(Set.of(), "pets@dddd-1")).containsExactly(A, B);
        assertThat(merged.pathUp(Set.of(A, B, C), "+1")).containsExactly(D);
        assertThat(merged.pathUp(Set.of(A), "bbbb@+2")).containsExactly(C, B, D);
    }

    @Test
    @Tag("M-53")
    void theWayDownIsWhatStandsOnTheTargetNewestFirst() {
        assertThat(line.pathDown(Set.of(A, B, C), "base")).containsExactly(C, B, A);
        assertThat(line.pathDown(Set.of(A, B), "-1")).containsExactly(B);
        assertThat(line.pathDown(Set.of(A, B), "-2")).containsExactly(B, A);
        assertThat(line.pathDown(Set.of(A, B, C), A)).containsExactly(C, B);
        assertThat(line.pathDown(Set.of(A, B, C), "current-1")).containsExactly(C);
        assertThat(line.pathDown(Set.of(A, B, C), "aaaa+1")).containsExactly(C);
        assertThat(line.pathDown(Set.of(A, B, C), C)).isEmpty();
        assertThat(line.pathDown(Set.of(A, B, C), "head")).isEmpty();
        assertThat(line.pathDown(Set.of(), "base")).isEmpty();
    }

    @Test
    @Tag("M-54")
    void theWayDownOfAMergeTakesItApart() {
        assertThat(merged.pathDown(Set.of(A, B, C, D), B)).containsExactly(D);
        assertThat(merged.pathDown(Set.of(A, B, C, D), "-1")).containsExactly(D);
        assertThat(merged.pathDown(Set.of(A, B, C, D), "bbbb@-2")).containsExactly(D, B);
        assertThat(merged.pathDown(Set.of(A, B, C, D), A)).containsExactly(D, B, C);
        assertThat(merged.pathDown(Set.of(A, B, C, D), "bbbb@aaaa")).containsExactly(D, B);
    }

    @Test
    @Tag("M-54")
    void aBranchIsGoneDownWithoutTheOthersButForWhatDependsOnIt() {
        assertThat(forest.pathDown(all, "toys@base")).containsExactly(C);
        assertThat(forest.pathDown(all, "toys@-1")).containsExactly(C);
        assertThat(forest.pathDown(all, "people@base")).containsExactly(Y, X);
        assertThat(forest.pathDown(all, "people@-1")).containsExactly(Y);
        assertThat(forest.pathDown(all, "pets@-1")).containsExactly(D);
        assertThat(forest.pathDown(all, "pets@base")).containsExactly(Y, D, B);
        assertThat(forest.pathDown(all, "pets@aaaa")).containsExactly(Y, D, B);
        assertThat(forest.pathDown(all, X)).containsExactly(Y);
        assertThat(forest.pathDown(all, B)).containsExactly(D);
    }

    @Test
    @Tag("M-55")
    void whatARevisionDependsOnComesBeforeItOnceAndOnly() {
        assertThat(forest.pathUp(Set.of(), "people@head")).containsExactly(A, B, X, Y);
        assertThat(forest.pathUp(Set.of(X), "people@+1")).containsExactly(A, B, Y);
        assertThat(forest.dependencies(Y)).containsExactly(B);
        assertThat(forest.dependents(B)).containsExactly(Y);
        RevisionGraph ownAncestor = graph(node(A), node(B, A), needing(A, C, B));
        assertThat(ownAncestor.pathUp(Set.of(), "head")).containsExactly(A, B, C);
        assertThat(ownAncestor.pathDown(Set.of(A, B, C), "-3")).containsExactly(C, B, A);
        RevisionGraph crossed = graph(node(A), node(X), needing(X, B, A), needing(A, Y, X));
        assertThat(crossed.pathUp(Set.of(), B)).containsExactly(A, X, B);
        assertThat(crossed.pathUp(Set.of(), "heads")).containsExactly(A, X, B, Y);
        assertThat(crossed.pathUp(Set.of(A), "+1")).containsExactly(X);
        assertThat(crossed.pathDown(Set.of(A, X, B, Y), A)).containsExactly(B);
    }

    @Test
    @Tag("M-55")
    void aHeadThatAnotherOneBringsAlongIsNoEffectiveOne() {
        RevisionGraph brought = graph(node(A), node(X), needing(A, Y, X));

        assertThat(brought.heads()).containsExactly(A, Y);
        assertThat(brought.effectiveHeads()).containsExactly(Y);
        assertThat(brought.pathUp(Set.of(), "head")).containsExactly(A, X, Y);
        assertThat(brought.headsOf(Set.of(A, X, Y))).containsExactly(Y);
        assertThat(brought.headsOf(Set.of(A, X))).containsExactly(A, X);
        assertThat(brought.pathDown(Set.of(A, X, Y), "-1")).containsExactly(Y);
    }

    @Test
    void aBranchGoesBackToWhereAnotherOneLeaves() {
        assertThat(forest.branchLabels(A)).isEmpty();
        assertThat(forest.branchLabels(D)).containsExactly("pets");
        assertThat(graph(node(A), labelled("all", B, A), node(C, B)).branchLabels(A))
                .containsExactly("all");
        RevisionGraph met = graph(labelled("one", A), labelled("two", X), node(D, A, X));
        assertThat(met.branchLabels(D)).containsExactly("one", "two");
        assertThat(met.branchLabels(A)).containsExactly("one");
    }

    @Test
    @Tag("M-57")
    void partialIdsMustBeLongEnoughAndSayOneRevision() {
        assertThat(line.resolve("aaaa")).isEqualTo(A);
        refused(() -> line.resolve("aaa"))
                .hasMessage("MIG-010: \"aaa\" is no revision; give head, base, +1, -1, a label,"
                        + " or at least 4 digits of an id.");
        RevisionGraph alike = graph(node("aaaa00000001"), node("aaaa00000002", "aaaa00000001"));
        refused(() -> alike.resolve("aaaa0"))
                .hasMessage("MIG-033: \"aaaa0\" can mean aaaa00000001 or aaaa00000002; give more digits.");
        refused(() -> line.resolve("ffff"))
                .isInstanceOfSatisfying(
                        UnknownRevisionException.class,
                        e -> assertThat(e.requested()).isEqualTo("ffff"))
                .hasMessage("MIG-010: There is no revision or label \"ffff\" among the scripts.");
    }

    @Test
    @Tag("M-57")
    void labelsNameARevisionAndABranch() {
        assertThat(forest.resolve("pets")).isEqualTo(B);
        assertThat(forest.resolve("pets@head")).isEqualTo(D);
        assertThat(forest.resolveAll(all, "current")).containsExactly(C, D, Y);
        assertThat(forest.resolveAll(all, "pets@current")).containsExactly(D);
        assertThat(forest.resolveAll(all, "pets@-1")).containsExactly(B);
        assertThat(forest.resolveAll(all, "base")).isEmpty();
        refused(() -> forest.pathUp(Set.of(), "cats@head"))
                .hasMessage("MIG-010: There is no branch \"cats\": no script has that label or an id that begins so;"
                        + " labels are people, pets, toys.");
        refused(() -> line.pathUp(Set.of(), "cats@head")).hasMessageEndingWith("there are no labels at all.");
        refused(() -> forest.pathUp(Set.of(), "toys@dddd"))
                .hasMessage("MIG-035: Revision dddd00000004 is not on branch \"toys\". Leave the branch out, or name"
                        + " one that goes through it.");
        refused(() -> forest.resolve("pets@"))
                .hasMessage("MIG-010: \"pets@\" asks nothing of that branch; say pets@head or pets@base.");
        refused(() -> forest.resolve("a@b@c"))
                .hasMessage("MIG-010: \"a@b@c\" is no revision; one \"@\" stands between a branch and what is asked"
                        + " of it.");
        refused(() -> forest.resolve("")).hasMessage("MIG-010: The revision is empty; name one, or say head.");
        refused(() -> forest.resolve("base"))
                .hasMessage("MIG-034: \"base\" is where no revision has been applied; name a revision.");
    }

    @Test
    @Tag("M-53")
    void stepsPastTheEndAreErrors() {
        refused(() -> line.pathUp(Set.of(A), "+3"))
                .hasMessage("MIG-034: \"+3\" asks for 3 revisions, but only 2 are pending.");
        refused(() -> line.pathDown(Set.of(A), "-2"))
                .hasMessage("MIG-034: \"-2\" asks for 2 revisions, but only 1 is applied.");
        refused(() -> forest.pathUp(all, "toys@+1"))
                .hasMessage("MIG-034: \"toys@+1\" asks for 1 revision, but none is pending on branch \"toys\".");
        refused(() -> forest.pathDown(all, "toys@-2"))
                .hasMessage("MIG-034: \"toys@-2\" asks for 2 revisions, but only 1 is applied on branch \"toys\".");
        refused(() -> line.pathUp(Set.of(), "+0"))
                .hasMessage("MIG-010: \"+0\" has no number of steps; write +1, +2, … or -1, -2, …");
        refused(() -> line.pathUp(Set.of(), "head-x")).hasMessageStartingWith("MIG-010: \"head-x\" has no number");
        refused(() -> line.pathUp(Set.of(), "+99999999999")).hasMessageStartingWith("MIG-010: ");
        refused(() -> line.pathUp(Set.of(), "head+1"))
                .hasMessage("MIG-034: \"head+1\" goes above the newest revision; write fewer steps.");
        refused(() -> line.pathUp(Set.of(), "aaaa-2"))
                .hasMessage("MIG-034: \"aaaa-2\" goes below the first revision; write fewer steps.");
        refused(() -> line.pathDown(Set.of(A), "aaaa-1"))
                .hasMessage("MIG-034: \"aaaa-1\" is below the first revision; say base to undo all.");
        refused(() -> line.pathDown(Set.of(A), C))
                .hasMessage("MIG-010: Revision aaab00000003 is not applied, so there is no way down to it."
                        + " Did you mean upgrade?");
    }

    @Test
    @Tag("M-57")
    void theWrongWayIsAnError() {
        refused(() -> line.pathUp(Set.of(), "-1"))
                .hasMessage("MIG-034: \"-1\" is no target here: it leads down. Did you mean downgrade?");
        refused(() -> line.pathDown(Set.of(A), "+1"))
                .hasMessage("MIG-034: \"+1\" is no target here: it leads up. Did you mean upgrade?");
        refused(() -> line.pathUp(Set.of(), "base"))
                .hasMessage("MIG-034: \"base\" is no target here: no way up to it. Did you mean downgrade?");
    }

    @Test
    @Tag("M-57")
    void stepsThatCanMeanSeveralRevisionsAreErrorsThatSayWhatToWrite() {
        refused(() -> forked.pathUp(Set.of(A), "+1"))
                .hasMessage("MIG-033: \"+1\" can mean aaab00000003 or bbbb00000002; name the revision, or the branch:"
                        + " aaab00000003@+1 or bbbb00000002@+1.");
        refused(() -> forked.pathDown(Set.of(A, B, C), "-1"))
                .hasMessage("MIG-033: \"-1\" can mean aaab00000003 or bbbb00000002; name the revision, or the branch:"
                        + " aaab00000003@-1 or bbbb00000002@-1.");
        assertThat(forked.pathUp(Set.of(A), "aaab00000003@+1")).containsExactly(C);
        assertThat(forked.pathDown(Set.of(A, B, C), "aaab00000003@-1")).containsExactly(C);
        refused(() -> merged.pathDown(Set.of(A, B, C, D), "-2")).hasMessageStartingWith("MIG-033: \"-2\" can mean ");
        refused(() -> merged.pathUp(Set.of(), "head-1"))
                .hasMessage("MIG-033: \"head-1\" can mean bbbb00000002 or aaab00000003; name the revision.");
        refused(() -> forked.pathUp(Set.of(), "aaaa+1")).hasMessageStartingWith("MIG-033: \"aaaa+1\" can mean ");
        assertThat(forked.pathUp(Set.of(), "bbbb@aaaa+1")).containsExactly(A, B);
        refused(() -> forked.resolve(Set.of(A, B, C), "current")).hasMessageStartingWith("MIG-033: \"current\" ");
        refused(() -> forked.pathDown(Set.of(A, B, C), "heads")).isInstanceOf(MultipleHeadsException.class);
    }

    @Test
    @Tag("M-56")
    void unsoundGraphsAreRefusedBeforeAnythingRuns() {
        refused(() -> graph(node(A), node(A)))
                .hasMessage("MIG-006: Two revisions have the id aaaa00000001; give one of them another.");
        refused(() -> graph(node(B, A)))
                .hasMessage("MIG-007: Revision bbbb00000002 stands on aaaa00000001, which is not among the scripts."
                        + " Bring that script back, or correct the parent.");
        refused(() -> graph(node(A, B), node(B, A), node(C, A)))
                .hasMessage("MIG-008: Revisions stand on each other in a circle:"
                        + " aaaa00000001 -> bbbb00000002 -> aaaa00000001. Correct one of the parents.");
        refused(() -> graph(node(A, A)))
                .hasMessage("MIG-008: Revision aaaa00000001 stands on itself. Correct its parent.");
        refused(() -> node("XYZ"))
                .hasMessage("MIG-005: \"XYZ\" is no revision id; it needs twelve hexadecimal digits in lower case.");
    }

    @Test
    @Tag("M-56")
    void dependenciesThatCannotBeAreRefused() {
        refused(() -> graph(needing(B, A)))
                .hasMessage(
                        "MIG-031: Revision aaaa00000001 depends on \"bbbb00000002\", which is neither the id nor the"
                                + " label of a script. Bring that script back, or correct dependsOn.");
        refused(() -> graph(needing("cats", A))).hasMessageStartingWith("MIG-031: ");
        refused(() -> graph(needing(A, A)))
                .hasMessage("MIG-032: Revision aaaa00000001 depends on itself. Take that out of its dependsOn.");
        refused(() -> graph(needing(Y, A), node(X), node(Y, X), needing(A, D, Y), needing(B, E), needing(E, B)))
                .hasMessage("MIG-032: Revisions wait for each other in a circle, of which a part is dependsOn:"
                        + " bbbb00000002 -> eeee00000005 -> bbbb00000002. Take one of the dependencies away.");
        refused(() -> graph(needing(C, A), node(B, A), node(C, B))).hasMessageStartingWith("MIG-032: ");
    }

    @Test
    @Tag("M-56")
    void idsThatAreAlikeAreNoCircle() {
        assertThat(graph(
                                node("aaaa0000aaaa"),
                                node("0000aaaa0000", "aaaa0000aaaa"),
                                node("aaaaaaaa0000", "0000aaaa0000"))
                        .ids())
                .containsExactly("aaaa0000aaaa", "0000aaaa0000", "aaaaaaaa0000");
    }

    @Test
    @Tag("M-56")
    void labelsThatCannotBeToldFromOtherThingsAreRefused() {
        refused(() -> graph(labelled("pets", A), labelled("pets", B)))
                .hasMessage(
                        "MIG-030: Revisions aaaa00000001 and bbbb00000002 both have the label \"pets\". Take it from"
                                + " one of them; the revisions after it are of the same branch without saying so.");
        refused(() -> labelled("head", A))
                .hasMessage(
                        "MIG-030: Revision aaaa00000001 cannot have the label \"head\": it has a meaning of its own."
                                + " Choose another.");
        refused(() -> labelled("beef", A)).hasMessageContaining("it could be the beginning of an id");
        for (String label : List.of("", "a b", "a@b", "a-b", "a+b", "a:b", "1x", "a\n")) {
            refused(() -> labelled(label, A)).hasMessageContaining("it needs a letter, and then letters, digits");
        }
        assertThat(graph(labelled("Питомцы/v2.1_x", A)).resolve("Питомцы/v2.1_x@head"))
                .isEqualTo(A);
    }

    @Test
    @Tag("M-58")
    void aStampReplacesWhatItsBranchHasAndLeavesTheOthers() {
        assertThat(line.stamped(Set.of(), List.of("head"))).containsExactly(A, B, C);
        assertThat(line.stamped(Set.of(A, B, C), List.of(A))).containsExactly(A);
        assertThat(line.stamped(Set.of(A, B), List.of("-1"))).containsExactly(A);
        assertThat(line.stamped(Set.of(A, B), List.of("+1"))).containsExactly(A, B, C);
        assertThat(line.stamped(Set.of(A, B), List.of("base"))).isEmpty();
        assertThat(forked.stamped(Set.of(A, C), List.of(B))).containsExactly(A, C, B);
        assertThat(forked.stamped(Set.of(A, B, C), List.of(A))).containsExactly(A);
        assertThat(merged.stamped(Set.of(A, B, C, D), List.of(B))).containsExactly(A, B);
        assertThat(merged.stamped(Set.of(A, B, C, D), List.of(B, C))).containsExactly(A, C, B);
        assertThat(merged.stamped(Set.of(A, B), List.of(D))).containsExactly(A, C, B, D);
        assertThat(forest.stamped(all, List.of("toys@base"))).containsExactly(A, B, D, X, Y);
        assertThat(forest.stamped(all, List.of("people@base"))).containsExactly(A, C, B, D);
        assertThat(forest.stamped(Set.of(A, C), List.of("pets@head"))).containsExactly(A, C, B, D);
        assertThat(forest.stamped(Set.of(), List.of("heads"))).containsExactly(A, C, B, D, X, Y);
        assertThat(forest.stamped(Set.of(X, A, C), List.of("base", "toys"))).containsExactly(A, C);
    }

    @Test
    void aRangeIsWhatLeadsFromItsBeginningToItsEnd() {
        assertThat(line.range(Set.of(), ":")).containsExactly(A, B, C);
        assertThat(line.range(Set.of(), "bbbb:")).containsExactly(B, C);
        assertThat(line.range(Set.of(A, B), ":current")).containsExactly(A, B);
        assertThat(line.range(Set.of(A, B), "current:head")).containsExactly(B, C);
        assertThat(line.range(Set.of(), "-1:head")).containsExactly(B, C);
        assertThat(line.range(Set.of(), "aaaa:+1")).containsExactly(A, B);
        assertThat(merged.range(Set.of(), "bbbb:head")).containsExactly(C, B, D);
        assertThat(forest.range(Set.of(), "pets:pets@head")).containsExactly(B, D);
        refused(() -> line.range(Set.of(), "head"))
                .hasMessage("MIG-010: \"head\" is no range; write from:to, such as 8f2c:head or -3:current.");
        refused(() -> line.range(Set.of(), "head:aaaa"))
                .hasMessage("MIG-034: \"head:aaaa\" is no range: what it begins with does not come before what it ends"
                        + " with.");
    }

    @Test
    void tenThousandRevisionsAreSortedAndWalkedAtOnce() {
        List<RevisionNode> nodes = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            nodes.add(i == 0 ? node("%012x".formatted(0)) : node("%012x".formatted(i), "%012x".formatted(i - 1)));
        }

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            RevisionGraph deep = RevisionGraph.of(nodes);
            Set<String> applied = Set.copyOf(deep.pathUp(Set.of(), "head"));
            assertThat(applied).hasSize(10_000);
            assertThat(deep.pathDown(applied, "base")).hasSize(10_000);
            assertThat(deep.pathDown(applied, "-1")).hasSize(1);
            assertThat(deep.pathUp(Set.of(), "+20")).hasSize(20);
            assertThat(deep.head()).contains("%012x".formatted(9_999));
        });
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
