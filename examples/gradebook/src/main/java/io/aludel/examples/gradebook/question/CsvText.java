// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Answers after RFC 4180. Lines end in a line feed on every system, as programs on a command line expect; an empty text is {@code ""}, so
 * that its line is not taken for an empty one.
 */
final class CsvText {
    private CsvText() {}

    static void print(Answer answer, PrintWriter out) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(text)) {
            csv.writeRecord(answer.columns());
            answer.rows()
                    .forEach(row ->
                            csv.writeRecord(row.stream().map(Object::toString).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print(text);
        out.flush();
    }
}
