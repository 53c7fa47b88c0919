// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Answers after RFC 4180. Lines end in a line feed on every system, as programs on a command line expect; an empty text is {@code ""}, so
 * that its line is not taken for an empty one.
 */
final class CsvText {
    private CsvText() {}

    static void print(Answer answer, PrintWriter out) {
        print(answer.columns(), answer.rows().stream(), out);
    }

    static void printAll(List<Asked> all, PrintWriter out) {
        String between = "";
        for (Asked one : all) {
            out.print(between);
            print(
                    startingWith("question", one.answer().columns()),
                    one.answer().rows().stream()
                            .map(row -> startingWith(one.question().number(), row)),
                    out);
            between = "\n";
        }
    }

    private static void print(List<String> columns, Stream<List<Object>> rows, PrintWriter out) {
        // Not closed, and without a buffer that would have to be: the stream is the caller's, and has one.
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .bufferSize(0)
                .build(out);
        csv.writeRecord(columns);
        rows.forEach(row -> csv.writeRecord(row.stream().map(Object::toString).toList()));
        out.flush();
    }

    private static <T> List<T> startingWith(T first, List<? extends T> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }
}
