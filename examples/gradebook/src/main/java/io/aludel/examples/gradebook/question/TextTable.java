// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows as a table of text, columns as wide as their widest value. */
public final class TextTable {
    private TextTable() {}

    /** The lines of the table; a single line saying so where there are no rows. */
    public static List<String> lines(Answer answer) {
        if (answer.rows().isEmpty()) {
            return List.of("(no rows)");
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(answer.columns());
        answer.rows()
                .forEach(row -> cells.add(row.stream().map(Object::toString).toList()));
        int[] widths = IntStream.range(0, answer.columns().size())
                .map(column -> cells.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        List<String> lines = new ArrayList<>();
        cells.forEach(row -> lines.add(line(row, widths)));
        lines.add(1, IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("  ")));
        return lines;
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> row.get(column) + " ".repeat(widths[column] - width(row.get(column))))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
