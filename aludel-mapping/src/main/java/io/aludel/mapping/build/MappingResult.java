// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.mapping.model.EntityModel;
import io.aludel.mapping.problem.MappingException;
import io.aludel.mapping.problem.MappingProblem;
import java.util.List;

/**
 * What came of reading classes.
 *
 * @param entities one for each class that could be read, in the order in which they were given; to be used only if there are no errors
 * @param problems class by class, errors and warnings
 */
public record MappingResult(List<EntityModel> entities, List<MappingProblem> problems) {
    public MappingResult {
        entities = List.copyOf(entities);
        problems = List.copyOf(problems);
    }

    public List<MappingProblem> errors() {
        return problems.stream().filter(MappingProblem::isError).toList();
    }

    public List<MappingProblem> warnings() {
        return problems.stream().filter(problem -> !problem.isError()).toList();
    }

    /**
     * The entities.
     *
     * @throws MappingException with all errors, if there is one
     */
    public List<EntityModel> orThrow() {
        if (!errors().isEmpty()) {
            throw new MappingException(errors());
        }
        return entities;
    }
}
