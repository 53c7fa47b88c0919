// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import picocli.CommandLine.Command;

/** {@code gradebook demo}. */
@Command(
        name = "demo",
        description =
                "Show the whole path on a fresh temporary database (or on --url): migrate, seed, ask, down and up, report.")
final class DemoCommand extends Verb {
    @Override
    public Integer call() {
        Demo demo = new Demo(out());
        main().url().ifPresentOrElse(demo::run, demo::runOnTemporaryDatabase);
        return Main.FINE;
    }
}
