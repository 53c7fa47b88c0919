// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import io.aludel.examples.gradebook.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.utils.WCWidth;

/**
 * Rows as a table of text: columns as wide as their widest value, numbers at the right. Widths are those of a terminal, code point by code
 * point: two for East Asian letters and emoji, none for combining marks. Where a terminal joins several emoji to one, the column is off.
 */
public final class TextTable {
    private final Answer answer;
    private final List<List<String>> cells;
    private final int[] widths;

    private TextTable(Answer answer) {
        this.answer = answer;
        this.cells = answer.rows().stream()
                .map(row ->
                        row.stream().map(value -> OneLine.of(value.toString())).toList())
                .toList();
        this.widths =
                IntStream.range(0, answer.columns().size()).map(this::widest).toArray();
    }

    /** The lines of the table; a single line saying so where there are no rows. */
    public static List<String> lines(Answer answer) {
        return answer.rows().isEmpty() ? List.of("(no rows)") : new TextTable(answer).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(answer.columns()));
        lines.add(IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("  ")));
        cells.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private String line(List<String> row) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> padded(row.get(column), column))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private String padded(String text, int column) {
        String blanks = " ".repeat(widths[column] - width(text));
        boolean number = answer.rows().get(0).get(column) instanceof Number;
        return number ? blanks + text : text + blanks;
    }

    private int widest(int column) {
        return IntStream.concat(
                        IntStream.of(width(answer.columns().get(column))),
                        cells.stream().mapToInt(row -> width(row.get(column))))
                .max()
                .orElse(0);
    }

    private static int width(String text) {
        return text.codePoints().map(WCWidth::wcwidth).sum();
    }
}
