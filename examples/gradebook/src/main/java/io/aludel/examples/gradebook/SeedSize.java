// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import java.util.OptionalInt;

/**
 * How many rows to make, and which: the same random seed gives the same ones.
 *
 * @param students empty: 30 to 50
 * @param grades a student has 1 to so many of them
 */
public record SeedSize(OptionalInt students, int grades, long randomSeed) {
    public static final int MOST_STUDENTS = 1_000_000;
    public static final int MOST_GRADES = 1_000;
    /** As many as the homework wants a student to have at most. */
    public static final int USUAL_GRADES = 20;

    static final int FEWEST_STUDENTS = 30;
    static final int USUAL_STUDENTS = 50;

    public SeedSize {
        students.ifPresent(count -> require("students", count, MOST_STUDENTS));
        require("grades", grades, MOST_GRADES);
    }

    /** What the homework wants. */
    public static SeedSize homework(long randomSeed) {
        return new SeedSize(OptionalInt.empty(), USUAL_GRADES, randomSeed);
    }

    private static void require(String what, int count, int most) {
        if (count < 1 || count > most) {
            throw new GradebookException(
                    "There cannot be " + count + " " + what + "; give a number from 1 to " + most + ".");
        }
    }
}
