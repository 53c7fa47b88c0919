// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.edit.Editable;
import io.aludel.examples.gradebook.edit.Models;
import picocli.CommandLine.Parameters;

/** MODEL, for the verbs that edit: a field with {@code @Mixin}. */
final class ModelParameter {
    @Parameters(paramLabel = "MODEL", description = "group, student, lecturer, subject or grade.")
    private String name = "";

    /**
     * The model that was named.
     *
     * @throws GradebookException if there is none of that name
     */
    Editable<?> model() {
        return Models.named(name);
    }
}
