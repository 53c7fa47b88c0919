// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import io.aludel.examples.gradebook.GradebookException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;

/** How answers are printed. */
public enum AnswerFormat {
    /** For people: aligned columns. What a terminal would take for a command is shown by its escape. */
    TABLE {
        @Override
        public void print(Answer answer, PrintWriter out) {
            TextTable.lines(answer).forEach(out::println);
        }
    },
    /** An array of objects, whose keys are the columns in their order; numbers are numbers, dates ISO texts; {@code []} without rows. */
    JSON {
        @Override
        public void print(Answer answer, PrintWriter out) {
            JsonText.print(answer, out);
        }
    },
    /** After RFC 4180, a header first, lines ending in a line feed. Values are exact, also where a spreadsheet would take them for formulas. */
    CSV {
        @Override
        public void print(Answer answer, PrintWriter out) {
            CsvText.print(answer, out);
        }
    };

    /** Prints one answer, with a line end after it. */
    public abstract void print(Answer answer, PrintWriter out);

    /**
     * The format of this name, in whatever case.
     *
     * @throws GradebookException if there is none
     */
    public static AnswerFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new GradebookException("There is no format \"" + name + "\"; there are table, json and csv."));
    }

    /** As a user writes it: {@code table}, {@code json}, {@code csv}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
