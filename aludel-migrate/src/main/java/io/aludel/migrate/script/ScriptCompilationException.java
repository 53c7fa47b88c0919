// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.migrate.MigrationException;
import java.util.List;
import java.util.stream.Collectors;

/** Scripts that do not compile. */
public class ScriptCompilationException extends MigrationException {
    private final transient List<Problem> problems;

    /** One complaint of the compiler's. Lines and columns are counted from 1. */
    public record Problem(String file, long line, long column, String message) {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column + ": " + message;
        }
    }

    ScriptCompilationException(List<Problem> problems) {
        super(
                "MIG-003",
                "The scripts do not compile:\n"
                        + problems.stream().map(problem -> "  " + problem).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
