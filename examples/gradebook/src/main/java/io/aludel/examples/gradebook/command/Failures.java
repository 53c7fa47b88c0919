// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.core.AludelException;
import io.aludel.core.dialect.Confidential;
import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.OneLine;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command that was not done; each gives the exit code. */
final class Failures {
    private Failures() {}

    /** Wrong usage: what is wrong, and where to read on. */
    static int misused(ParameterException failure, Advice advice) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(advice.in(Confidential.hidden(unknownCommand(failure).orElse(failure.getMessage()))));
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Try \"" + command.getCommandSpec().qualifiedName() + " --help\".");
        return Main.ERROR;
    }

    /** What stands where a command should, and is none. */
    private static Optional<String> unknownCommand(ParameterException failure) {
        return failure instanceof UnmatchedArgumentException unmatched
                        && unmatched.getCommandLine().getParent() == null
                        && !unmatched.isUnknownOption()
                ? Optional.of("There is no command "
                        + OneLine.quoted(unmatched.getUnmatched().get(0)) + ".")
                : Optional.empty();
    }

    /** What the user can mend is said in one message; everything else is a fault of ours and shows where it happened. */
    static int failed(Exception failure, PrintWriter err, Advice advice, boolean verbose) {
        boolean isExpected = failure instanceof AludelException || failure instanceof GradebookException;
        err.println(
                isExpected
                        ? advice.in(String.valueOf(failure.getMessage()))
                        : "This is a fault of the gradebook's, not yours. Please report it with all that follows.");
        if (verbose || !isExpected) {
            failure.printStackTrace(err);
        }
        return Main.ERROR;
    }
}
