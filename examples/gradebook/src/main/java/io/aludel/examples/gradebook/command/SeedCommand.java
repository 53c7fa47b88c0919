// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.Seed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gradebook seed}. */
@Command(name = "seed", description = "Fill an empty gradebook with random rows.")
final class SeedCommand extends Verb {
    @Option(
            names = "--random-seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same number gives the same rows. Default: 1")
    private long randomSeed;

    @Override
    public Integer call() {
        return withGradebook(gradebook -> {
            Seed.Made made = gradebook.seed(randomSeed);
            out().println("Made " + made.groups() + " groups, " + made.students() + " students, " + made.lecturers()
                    + " lecturers, " + made.subjects() + " subjects and " + made.grades() + " grades in "
                    + gradebook.place() + ". Next: gradebook select 1");
        });
    }
}
