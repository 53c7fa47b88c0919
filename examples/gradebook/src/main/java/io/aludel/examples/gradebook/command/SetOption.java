// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.edit.Assignments;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --set}, for the verbs that write: a field with {@code @Mixin}. */
final class SetOption {
    @Option(
            names = "--set",
            arity = "1..*",
            paramLabel = "KEY=VALUE",
            description = {
                "What to set; several with blanks between them, or --set again:",
                "  group: name",
                "  student: name, group",
                "  lecturer: name",
                "  subject: name, lecturer",
                "  grade: student, subject, grade, received_on",
                "Another row is meant by its name or its id; all digits are an id. Grades are 1 to 12, dates YYYY-MM-DD."
            })
    private List<String> pairs = new ArrayList<>();

    Assignments assignments() {
        return Assignments.parse(pairs);
    }
}
