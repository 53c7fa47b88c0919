// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody who can be asked while a command runs. */
@FunctionalInterface
interface Prompt {
    /** There is nobody: in a pipe, in a build. */
    Prompt NOBODY = question -> Optional.empty();

    /** The line that was typed; empty where nobody answers. */
    Optional<String> ask(String question);

    /** Whoever sits at the console, if there is one. */
    static Prompt at(@Nullable Console console) {
        return console == null ? NOBODY : question -> Optional.ofNullable(console.readLine("%s", question));
    }
}
