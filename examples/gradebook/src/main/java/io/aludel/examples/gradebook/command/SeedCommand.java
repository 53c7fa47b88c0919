// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.OneLine;
import io.aludel.examples.gradebook.Seed;
import io.aludel.examples.gradebook.SeedSize;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code gradebook seed}. */
@Command(
        name = "seed",
        description =
                "Fill an empty gradebook with random rows, all in one transaction: either all are there, or none.")
final class SeedCommand extends Verb {
    @Option(
            names = "--students",
            paramLabel = "N",
            converter = Students.class,
            description = "How many, from 1 to " + SeedSize.MOST_STUDENTS + ". Default: 30 to 50.")
    private @Nullable Integer students;

    @Option(
            names = "--grades",
            paramLabel = "N",
            converter = Grades.class,
            defaultValue = "" + SeedSize.USUAL_GRADES,
            description = "A student has 1 to N of them; N is from 1 to " + SeedSize.MOST_GRADES + ". Default: "
                    + SeedSize.USUAL_GRADES + ".")
    private int grades;

    @Option(
            names = "--random-seed",
            paramLabel = "S",
            converter = RandomSeed.class,
            defaultValue = "1",
            description = "The same number gives the same rows. Default: 1.")
    private long randomSeed;

    @Option(names = "--reset", description = "Delete the rows that there are, in the same transaction.")
    private boolean reset;

    @Override
    public Integer call() {
        OptionalInt wanted = students == null ? OptionalInt.empty() : OptionalInt.of(students);
        SeedSize size = new SeedSize(wanted, grades, randomSeed);
        return withGradebook(gradebook -> {
            Seed.Made made;
            try (ShownProgress progress = ShownProgress.on(err(), main().isTerminal())) {
                made = reset ? gradebook.reseed(size, progress) : gradebook.seed(size, progress);
            }
            printAdvice("Made " + made.inWords() + " in " + gradebook.place() + ". Next: gradebook select 1");
        });
    }

    private static long number(String text, long least, long most) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new TypeConversionException(
                OneLine.quoted(text) + " is no whole number from " + least + " to " + most + ".");
    }

    private static final class Students implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) number(text, 1, SeedSize.MOST_STUDENTS);
        }
    }

    private static final class Grades implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) number(text, 1, SeedSize.MOST_GRADES);
        }
    }

    private static final class RandomSeed implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return number(text, Long.MIN_VALUE, Long.MAX_VALUE);
        }
    }
}
