// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.examples.gradebook.GradebookException;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerFormatTest {
    private static final Answer GRADES = new Answer(
            List.of("id", "student", "average", "received_on"),
            List.of(
                    List.of(7L, "O'Neil, \"Q\"", new BigDecimal("8.50"), LocalDate.of(2026, 1, 31)),
                    List.of(12, "", new BigDecimal("12.00"), LocalDate.of(2026, 2, 1)),
                    List.of(3, "=1+1\n\u001b[2J\u202e\u2028", new BigDecimal("1.00"), LocalDate.of(2026, 2, 1))));
    private static final Answer NONE = new Answer(List.of("id", "student"), List.of());

    @Test
    void printsJsonAsObjectsWithNumbersAndIsoDates() {
        assertThat(printed(AnswerFormat.JSON, GRADES)).isEqualTo("""
                [
                  {"id": 7, "student": "O'Neil, \\"Q\\"", "average": 8.50, "received_on": "2026-01-31"},
                  {"id": 12, "student": "", "average": 12.00, "received_on": "2026-02-01"},
                  {"id": 3, "student": "=1+1\\n\\u001B[2J\\u202e\\u2028", "average": 1.00, "received_on": "2026-02-01"}
                ]
                """);
    }

    @Test
    void printsJsonWithoutExponentsAndWithoutWhatCommandsATerminal() {
        Answer answer = new Answer(
                List.of("average", "student"), List.of(List.of(new BigDecimal("1E+1"), "\u007f\u009b\u202e😀\u200d")));

        assertThat(printed(AnswerFormat.JSON, answer))
                .isEqualTo("[\n  {\"average\": 10, \"student\": \"\\u007F\\u009b\\u202e😀\u200d\"}\n]\n");
    }

    @Test
    void printsNoRowsAsAnEmptyArrayOrAHeaderOrASentence() {
        assertThat(printed(AnswerFormat.JSON, NONE)).isEqualTo("[]\n");
        assertThat(printed(AnswerFormat.CSV, NONE)).isEqualTo("id,student\n");
        assertThat(printed(AnswerFormat.TABLE, NONE)).isEqualTo("(no rows)\n");
    }

    @Test
    void printsCsvWithQuotesOnlyWhereTheyAreNeeded() {
        assertThat(printed(AnswerFormat.CSV, GRADES)).isEqualTo("""
                id,student,average,received_on
                7,"O'Neil, ""Q\""",8.50,2026-01-31
                12,"",12.00,2026-02-01
                3,"=1+1
                HIDDEN",1.00,2026-02-01
                """.replace("HIDDEN", "\u001b[2J\u202e\u2028"));
    }

    @Test
    void printsATableWithNumbersAtTheRightAndNothingThatCommandsATerminal() {
        assertThat(printed(AnswerFormat.TABLE, GRADES)).isEqualTo("""
                id  student                      average  received_on
                --  ---------------------------  -------  -----------
                 7  O'Neil, "Q"                     8.50  2026-01-31
                12                                 12.00  2026-02-01
                 3  =1+1\\n\\u001b[2J\\u202e\\u2028     1.00  2026-02-01
                """);
    }

    @Test
    void alignsATableByTheWidthOfCharacters() {
        List<List<Object>> rows = List.of(
                List.of("田中", 1), List.of("e\u0301", 2), List.of("😀!", 3), List.of("שלום", 4), List.of("Ｆ", 10));

        assertThat(printed(AnswerFormat.TABLE, new Answer(List.of("n", "of"), rows)))
                .isEqualTo("""
                n     of
                ----  --
                田中   1
                e\u0301      2
                😀!    3
                שלום   4
                Ｆ    10
                """.replace("\\u0301", "\u0301"));
    }

    /** No database holds half of a surrogate pair; should one come from elsewhere, the output is UTF-8 nevertheless. */
    @Test
    void printsHalfOfASurrogatePairAsWhatUtf8CanHold() {
        Answer broken = new Answer(List.of("student"), List.of(List.of("a\ud83d")));

        assertThat(encoded(AnswerFormat.JSON, broken)).isEqualTo("[\n  {\"student\": \"a?\"}\n]\n");
        assertThat(encoded(AnswerFormat.CSV, broken)).isEqualTo("student\na?\n");
        assertThat(encoded(AnswerFormat.TABLE, broken)).isEqualTo("student\n-------\na\\ud83d\n");
    }

    @Test
    void findsAFormatByItsNameInAnyCase() {
        assertThat(AnswerFormat.of("json")).isEqualTo(AnswerFormat.JSON);
        assertThat(AnswerFormat.of("CSV")).isEqualTo(AnswerFormat.CSV);
        assertThatThrownBy(() -> AnswerFormat.of("xml"))
                .isInstanceOf(GradebookException.class)
                .hasMessage("There is no format \"xml\"; there are table, json and csv.");
    }

    /** Half a million grades are not held a second time as text. */
    @ParameterizedTest
    @EnumSource
    void printsRowByRowToAStreamThatItFlushesAndLeavesOpen(AnswerFormat format) {
        Stream stream = new Stream();
        List<List<Object>> rows = Collections.nCopies(5_000, List.of(12, "Ada Lovelace"));

        format.print(new Answer(List.of("id", "student"), rows), new PrintWriter(stream, true));

        assertThat(stream.largest).isLessThanOrEqualTo(8_192);
        assertThat(stream.waiting).as("characters not flushed").isZero();
        assertThat(stream.isOpen).isTrue();
    }

    private static final class Stream extends Writer {
        private int largest;
        private int waiting;
        private boolean isOpen = true;

        @Override
        public void write(char[] text, int from, int count) {
            largest = Math.max(largest, count);
            waiting += count;
        }

        @Override
        public void flush() {
            waiting = 0;
        }

        @Override
        public void close() {
            isOpen = false;
        }
    }

    private static String encoded(AnswerFormat format, Answer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintWriter out = new PrintWriter(bytes, false, StandardCharsets.UTF_8);
        format.print(answer, out);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static String printed(AnswerFormat format, Answer answer) {
        StringWriter text = new StringWriter();
        format.print(answer, new PrintWriter(text));
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
