// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.migrate.op.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
}
