// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.OneLine;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How answers are printed. */
public enum AnswerFormat {
    /** For people: aligned columns. What a terminal would take for a command is shown by its escape. */
    TABLE {
        @Override
        public void print(Answer answer, PrintWriter out) {
            TextTable.lines(answer).forEach(out::println);
        }

        @Override
        public void printAll(List<Asked> all, PrintWriter out) {
            String between = "";
            for (Asked one : all) {
                out.print(between);
                out.println(OneLine.of(one.heading()));
                print(one.answer(), out);
                between = System.lineSeparator();
            }
        }
    },
    /** An array of objects, whose keys are the columns in their order; numbers are numbers, dates ISO texts; {@code []} without rows. */
    JSON {
        @Override
        public void print(Answer answer, PrintWriter out) {
            JsonText.print(answer, out);
        }

        @Override
        public void printAll(List<Asked> all, PrintWriter out) {
            JsonText.printAll(all, out);
        }
    },
    /** After RFC 4180, a header first, lines ending in a line feed. Values are exact, also where a spreadsheet would take them for formulas. */
    CSV {
        @Override
        public void print(Answer answer, PrintWriter out) {
            CsvText.print(answer, out);
        }

        @Override
        public void printAll(List<Asked> all, PrintWriter out) {
            CsvText.printAll(all, out);
        }
    };

    /** Prints one answer. */
    public abstract void print(Answer answer, PrintWriter out);

    /**
     * Prints several: as tables with headings; as a JSON array of objects with {@code question}, {@code title}, {@code about} and {@code
     * rows}; as blocks of CSV with an empty line between them, whose first column is {@code question}.
     */
    public abstract void printAll(List<Asked> all, PrintWriter out);

    /**
     * The format of this name, in whatever case.
     *
     * @throws GradebookException if there is none
     */
    public static AnswerFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new GradebookException(
                        "There is no format " + OneLine.quoted(name) + "; there are table, json and csv."));
    }

    /** As a user writes it: {@code table}, {@code json}, {@code csv}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
