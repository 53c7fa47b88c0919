// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.migrate.op.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Operations as they are found, given back in the order of their phases; within a phase as they were found. */
final class Changes {
    private final Map<Phase, List<Operation>> byPhase = new EnumMap<>(Phase.class);

    void add(Phase phase, Operation operation) {
        byPhase.computeIfAbsent(phase, key -> new ArrayList<>()).add(operation);
    }

    void addAll(Changes others) {
        others.byPhase.forEach((phase, operations) -> operations.forEach(operation -> add(phase, operation)));
    }

    boolean isEmpty() {
        return byPhase.isEmpty();
    }

    List<Operation> inOrder() {
        return byPhase.values().stream().flatMap(List::stream).toList();
    }

    /** Those up to that phase. */
    List<Operation> until(Phase last) {
        return inOrder(phase -> phase.compareTo(last) <= 0);
    }

    List<Operation> after(Phase last) {
        return inOrder(phase -> phase.compareTo(last) > 0);
    }

    private List<Operation> inOrder(Predicate<Phase> wanted) {
        return byPhase.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    /** The same without some. */
    Changes without(Predicate<Operation> left) {
        Changes others = new Changes();
        byPhase.forEach((phase, operations) -> operations.stream()
                .filter(operation -> !left.test(operation))
                .forEach(operation -> others.add(phase, operation)));
        return others;
    }
}
