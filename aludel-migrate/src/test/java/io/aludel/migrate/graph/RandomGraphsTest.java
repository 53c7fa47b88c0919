// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Histories with branches, merges, roots and dependencies, by chance. */
class RandomGraphsTest {
    private static final int TRIALS = 4 * Integer.getInteger("aludel.trials", 50);

    private static void forEachSeed(BiConsumer<RevisionGraph, Random> trial) {
        for (int seed = 0; seed < TRIALS; seed++) {
            Random random = new Random(seed);
            try {
                trial.accept(graph(random), random);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("with random seed " + seed, e);
            }
        }
    }

    /** Each revision's parents and dependencies are earlier ones; their ids say nothing of the order. */
    private static RevisionGraph graph(Random random) {
        List<RevisionNode> nodes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int size = 1 + random.nextInt(25);
        while (nodes.size() < size) {
            String id = "%012x".formatted(random.nextLong() & 0xffff_ffff_ffffL);
            if (ids.add(id)) {
                List<String> parents = random.nextInt(8) == 0 ? List.of() : some(nodes, random, 3);
                List<String> dependencies = random.nextInt(4) == 0 ? some(nodes, random, 2) : List.of();
                nodes.add(new RevisionNode(id, parents, List.of(), dependencies, List.of()));
            }
        }
        Collections.shuffle(nodes, random);
        return RevisionGraph.of(nodes);
    }

    private static List<String> some(List<RevisionNode> nodes, Random random, int most) {
        Set<String> some = new TreeSet<>();
        for (int i = random.nextInt(most); i >= 0 && !nodes.isEmpty(); i--) {
            some.add(nodes.get(nodes.size() - 1 - random.nextInt(Math.min(nodes.size(), 6)))
                    .id());
        }
        return List.copyOf(some);
    }

    private static String any(RevisionGraph graph, Random random) {
        return graph.ids().get(random.nextInt(graph.ids().size()));
    }

    /** Applies a path step by step, as a database would have it. */
    private static void goUp(RevisionGraph graph, List<String> path, Set<String> applied) {
        for (String id : path) {
            assertThat(applied).containsAll(graph.node(id).parents()).containsAll(graph.dependencies(id));
            assertThat(applied.add(id)).isTrue();
        }
    }

    private static void goDown(RevisionGraph graph, List<String> path, Set<String> applied) {
        for (String id : path) {
            assertThat(applied.remove(id)).isTrue();
            assertThat(graph.children(id)).noneMatch(applied::contains);
            assertThat(graph.dependents(id)).noneMatch(applied::contains);
        }
    }

    @Test
    @Tag("M-55")
    void everyWayUpAndDownKeepsWhatARevisionNeeds() {
        forEachSeed((graph, random) -> {
            Set<String> all = Set.copyOf(graph.ids());
            Set<String> applied = new HashSet<>();

            String part = any(graph, random);
            goUp(graph, graph.pathUp(applied, part), applied);
            assertThat(applied).contains(part).isEqualTo(graph.before(List.of(part)));
            assertThat(graph.headsOf(applied)).containsExactly(part);
            goUp(graph, graph.pathUp(applied, "heads"), applied);
            assertThat(applied).isEqualTo(all);
            assertThat(graph.headsOf(applied)).isEqualTo(graph.effectiveHeads());
            assertThat(graph.pathUp(applied, "heads")).isEmpty();

            String stays = any(graph, random);
            goDown(graph, graph.pathDown(applied, stays), applied);
            assertThat(applied).contains(stays);
            assertThat(graph.children(stays)).noneMatch(applied::contains);
            goUp(graph, graph.pathUp(applied, "heads"), applied);
            assertThat(applied).isEqualTo(all);

            String branch = any(graph, random);
            goDown(graph, graph.pathDown(applied, branch + "@base"), applied);
            assertThat(applied).doesNotContain(branch);
            goUp(graph, graph.pathUp(applied, "heads"), applied);
            goDown(graph, graph.pathDown(applied, "base"), applied);
            assertThat(applied).isEmpty();
        });
    }

    @Test
    @Tag("M-58")
    void aStampLeadsToNoHistoryThatAnUpgradeCouldNotMake() {
        forEachSeed((graph, random) -> {
            Set<String> applied = Set.of();
            for (int i = 0; i < 6; i++) {
                String target = any(graph, random);
                boolean leaves = random.nextInt(4) == 0;
                List<String> stamped = graph.stamped(applied, List.of(leaves ? target + "@base" : target));
                goUp(graph, stamped, new HashSet<>());
                if (leaves) {
                    assertThat(stamped).doesNotContain(target);
                } else {
                    assertThat(graph.headsOf(Set.copyOf(stamped))).contains(target);
                }
                applied = Set.copyOf(stamped);
            }
        });
    }

    @Test
    @Tag("M-53")
    void stepsTogetherAreStepsOneByOne() {
        forEachSeed((graph, random) -> {
            Set<String> applied = new HashSet<>();
            List<String> path = new ArrayList<>();
            try {
                while (true) {
                    List<String> next = graph.pathUp(applied, "+1");
                    goUp(graph, next, applied);
                    path.addAll(next);
                }
            } catch (UnknownRevisionException ambiguousOrAtTheEnd) {
                assertThat(ambiguousOrAtTheEnd).hasMessageMatching("MIG-03[34]: .*");
            }
            if (!path.isEmpty()) {
                assertThat(graph.pathUp(Set.of(), "+" + path.size())).isEqualTo(path);
            }
        });
    }
}
