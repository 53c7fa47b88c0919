// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.question.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The answer to one question as the template needs it.
 *
 * @param isLong whether it is shown in a box that scrolls
 * @param instead what is said where there are no rows
 */
record AnswerView(
        int number,
        String question,
        List<About> about,
        List<Header> headers,
        List<Line> lines,
        boolean isLong,
        String note,
        String instead) {
    private static final int LONG = 15;

    /** Whom or what it was asked about. */
    record About(String kind, String chosen) {}

    /** Numbers stand at the right, but for those that stand alone. */
    record Header(String label, boolean isNumber) {}

    record Line(List<Cell> cells) {}

    record Cell(String text, Look look) {
        boolean isHeader() {
            return look == Look.HEADER;
        }

        boolean isName() {
            return look == Look.NAME;
        }

        boolean isNumber() {
            return look == Look.NUMBER;
        }

        boolean isPlain() {
            return look == Look.PLAIN;
        }
    }

    enum Look {
        /** The name that heads the row. */
        HEADER,
        NAME,
        NUMBER,
        PLAIN
    }

    /** @param numbers of the rows of each kind */
    static AnswerView of(AnswerTable answer, Map<Kind, Long> numbers) {
        return new AnswerView(
                answer.question().number(),
                answer.question().title(),
                about(answer),
                headers(answer),
                answer.rows().stream().map(AnswerView::line).toList(),
                answer.rows().size() > LONG,
                PartNote.of("first", answer.rows().size(), answer.total(), "rows"),
                answer.rows().isEmpty() ? instead(answer.question(), numbers) : "");
    }

    private static List<About> about(AnswerTable answer) {
        List<About> about = new ArrayList<>();
        answer.about().forEach((kind, chosen) -> about.add(new About(capital(kind), text(chosen))));
        return about;
    }

    private static List<Header> headers(AnswerTable answer) {
        return IntStream.range(0, answer.columns().size())
                .mapToObj(i -> new Header(
                        capital(answer.columns().get(i).replace('_', ' ')),
                        i > 0 && answer.rows().stream().anyMatch(row -> row.get(i) instanceof Number)))
                .toList();
    }

    private static Line line(List<Object> row) {
        return new Line(IntStream.range(0, row.size())
                .mapToObj(i -> cell(row.get(i), i == 0))
                .toList());
    }

    private static Cell cell(Object value, boolean isFirst) {
        if (value instanceof String name) {
            return new Cell(name, isFirst ? Look.HEADER : Look.NAME);
        }
        return new Cell(text(value), value instanceof Number && !isFirst ? Look.NUMBER : Look.PLAIN);
    }

    private static String instead(Question question, Map<Kind, Long> numbers) {
        return question.needs().stream()
                .filter(kind -> numbers.get(kind) == 0)
                .findFirst()
                .map(kind -> "There is no " + kind + " yet.")
                .orElse("No rows.");
    }

    private static String text(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
