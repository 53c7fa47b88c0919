// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;

/** Kahn's sort; ties are broken by id, so that the same revisions always give the same order. */
final class KahnSort {
    private final Map<String, List<String>> needs;
    private final List<String> sorted = new ArrayList<>();

    /**
     * Sorts.
     *
     * @param needs what comes before each, all of which must be keys themselves
     */
    KahnSort(Map<String, List<String>> needs) {
        this.needs = needs;
        Map<String, Integer> missing = new HashMap<>();
        PriorityQueue<String> ready = new PriorityQueue<>();
        needs.forEach((id, before) -> {
            missing.put(id, before.size());
            if (before.isEmpty()) {
                ready.add(id);
            }
        });
        Map<String, List<String>> neededBy = reversed(needs);
        while (!ready.isEmpty()) {
            String next = ready.remove();
            sorted.add(next);
            for (String later : Objects.requireNonNull(neededBy.get(next))) {
                if (missing.merge(later, -1, Integer::sum) == 0) {
                    ready.add(later);
                }
            }
        }
    }

    /** Who needs each, in the order of the keys. */
    static Map<String, List<String>> reversed(Map<String, List<String>> needs) {
        Map<String, List<String>> neededBy = new HashMap<>();
        needs.keySet().forEach(id -> neededBy.put(id, new ArrayList<>()));
        needs.forEach((id, before) ->
                before.forEach(one -> Objects.requireNonNull(neededBy.get(one)).add(id)));
        return neededBy;
    }

    /** Each after what it needs; without those that a circle keeps from it. */
    List<String> sorted() {
        return sorted;
    }

    /** A circle among those that could not be sorted, its first one also at the end; empty where all could. */
    List<String> circle() {
        Set<String> waiting = new LinkedHashSet<>(needs.keySet());
        sorted.forEach(waiting::remove);
        if (waiting.isEmpty()) {
            return List.of();
        }
        // Each that waits needs one that waits: walking on must come back to where it has been.
        Set<String> walk = new LinkedHashSet<>();
        String at = waiting.iterator().next();
        while (walk.add(at)) {
            at = Objects.requireNonNull(needs.get(at)).stream()
                    .filter(waiting::contains)
                    .findFirst()
                    .orElseThrow();
        }
        List<String> circle = new ArrayList<>(walk);
        circle = new ArrayList<>(circle.subList(circle.indexOf(at), circle.size()));
        circle.add(at);
        return circle;
    }
}
