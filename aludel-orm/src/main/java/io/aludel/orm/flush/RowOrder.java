// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.flush;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Sorts rows that may depend on each other: each level's rows depend on rows of earlier levels only. Where rows run in a circle, a dependency that
 * can be made up for afterwards is postponed. Kahn's sort, level by level, ties in the order of the input.
 *
 * @param levels the rows, those that can be written together in one level
 * @param postponed what is to be made up for
 */
record RowOrder<R>(List<List<R>> levels, List<Dependency<R>> postponed) {
    /**
     * A row needs another one first.
     *
     * @param postponable whether it can be left out at first, because the key takes NULL
     * @param name of the association, for messages
     */
    record Dependency<R>(R row, R needs, boolean postponable, String name) {}

    /**
     * Sorts.
     *
     * @param dependencies of a row; those on rows that are not among {@code rows} do not matter
     * @throws CircleException if rows run in a circle and nothing can be postponed
     */
    static <R> RowOrder<R> sort(List<R> rows, Function<R, List<Dependency<R>>> dependencies) {
        RowOrder<R> order = new Sorting<>(rows, dependencies).sort();
        if (order.postponed.isEmpty()) {
            return order;
        }
        // Once it is known what is left out, rows that waited for it may come in an earlier level.
        Set<Dependency<R>> leftOut = new HashSet<>(order.postponed);
        List<List<R>> levels = new Sorting<>(
                        rows,
                        (R row) -> dependencies.apply(row).stream()
                                .filter(dependency -> !leftOut.contains(dependency))
                                .toList())
                .sort()
                .levels;
        return new RowOrder<>(levels, order.postponed);
    }

    /** Rows that need each other, with nothing that could be postponed. */
    static final class CircleException extends RuntimeException {
        private final transient List<? extends Dependency<?>> circle;

        CircleException(List<? extends Dependency<?>> circle) {
            this.circle = circle;
        }

        List<? extends Dependency<?>> circle() {
            return circle;
        }
    }

    private static final class Sorting<R> {
        private final Set<R> remaining;
        private final Map<R, Set<Dependency<R>>> open = new HashMap<>();
        private final Map<R, List<Dependency<R>>> dependents = new HashMap<>();
        private final List<List<R>> levels = new ArrayList<>();
        private final List<Dependency<R>> postponed = new ArrayList<>();

        Sorting(List<R> rows, Function<R, List<Dependency<R>>> dependencies) {
            remaining = new LinkedHashSet<>(rows);
            for (R row : rows) {
                Set<Dependency<R>> needed = new LinkedHashSet<>();
                for (Dependency<R> dependency : dependencies.apply(row)) {
                    if (remaining.contains(dependency.needs) && needed.add(dependency)) {
                        dependents
                                .computeIfAbsent(dependency.needs, r -> new ArrayList<>())
                                .add(dependency);
                    }
                }
                open.put(row, needed);
            }
        }

        RowOrder<R> sort() {
            Set<R> ready = new LinkedHashSet<>();
            remaining.stream().filter(row -> open(row).isEmpty()).forEach(ready::add);
            while (!remaining.isEmpty()) {
                if (ready.isEmpty()) {
                    ready.addAll(postponeOne());
                } else {
                    ready = write(ready);
                }
            }
            return new RowOrder<>(levels, postponed);
        }

        /** Writes a level; those that can come next. */
        private Set<R> write(Set<R> ready) {
            // In the order of the input, whatever order they became ready in.
            List<R> level = ready.size() == 1
                    ? List.copyOf(ready)
                    : remaining.stream().filter(ready::contains).toList();
            levels.add(level);
            remaining.removeAll(ready);
            Set<R> next = new LinkedHashSet<>();
            for (R row : level) {
                for (Dependency<R> dependency : dependents.getOrDefault(row, List.of())) {
                    Set<Dependency<R>> needed = open(dependency.row);
                    if (needed.remove(dependency) && needed.isEmpty()) {
                        next.add(dependency.row);
                    }
                }
            }
            return next;
        }

        /** Follows dependencies from the first row until they come round, and postpones the first that can be. */
        private List<R> postponeOne() {
            List<Dependency<R>> path = new ArrayList<>();
            Map<R, Integer> seen = new HashMap<>();
            R row = remaining.iterator().next();
            while (!seen.containsKey(row)) {
                seen.put(row, path.size());
                Dependency<R> step = open(row).iterator().next();
                path.add(step);
                row = step.needs;
            }
            List<Dependency<R>> circle = path.subList(Objects.requireNonNull(seen.get(row)), path.size());
            Dependency<R> broken = circle.stream()
                    .filter(Dependency::postponable)
                    .findFirst()
                    .orElseThrow(() -> new CircleException(circle));
            postponed.add(broken);
            open(broken.row).remove(broken);
            return open(broken.row).isEmpty() ? List.of(broken.row) : List.of();
        }

        private Set<Dependency<R>> open(R row) {
            return Objects.requireNonNull(open.get(row));
        }
    }
}
