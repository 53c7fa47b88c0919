// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.problem;

import io.aludel.core.AludelException;
import java.util.List;
import java.util.stream.Collectors;

/** Classes that cannot be mapped as they stand, with every mistake in them; or a use of the model that does not fit it. */
public class MappingException extends AludelException {
    private final List<MappingProblem> problems;

    /** An error in the use of a model. */
    public MappingException(String message) {
        super(message);
        problems = List.of();
    }

    /** An error in the use of a model, caused by another one. */
    public MappingException(String message, Throwable cause) {
        super(null, message, cause);
        problems = List.of();
    }

    /** The mistakes in classes; at least one. */
    public MappingException(List<MappingProblem> problems) {
        super(describe(problems));
        this.problems = List.copyOf(problems);
    }

    /** The mistakes, class by class; empty where the classes are fine but their use is not. */
    public List<MappingProblem> problems() {
        return problems;
    }

    private static String describe(List<MappingProblem> problems) {
        String heading = problems.size() == 1
                ? "There is a mistake in the mapping:"
                : "There are " + problems.size() + " mistakes in the mapping:";
        return problems.stream()
                .map(problem -> "\n  " + problem)
                .collect(Collectors.joining("", heading, "\nEach code is explained in docs/errors.md."));
    }
}
