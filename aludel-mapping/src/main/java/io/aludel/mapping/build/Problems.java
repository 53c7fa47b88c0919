// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.problem.MappingProblem;
import io.aludel.mapping.problem.MappingProblem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects mistakes while classes are read; hands them out class by class. */
final class Problems {
    private final Map<String, List<MappingProblem>> byClass = new LinkedHashMap<>();

    void error(MappingCode code, String className, @Nullable String member, String message) {
        add(new MappingProblem(code, Severity.ERROR, className, member, message));
    }

    void warning(MappingCode code, String className, @Nullable String member, String message) {
        add(new MappingProblem(code, Severity.WARNING, className, member, message));
    }

    boolean hasErrors(String className) {
        return byClass.getOrDefault(className, List.of()).stream().anyMatch(MappingProblem::isError);
    }

    List<MappingProblem> all() {
        return byClass.values().stream().flatMap(List::stream).distinct().toList();
    }

    private void add(MappingProblem problem) {
        byClass.computeIfAbsent(problem.className(), name -> new ArrayList<>()).add(problem);
    }
}
