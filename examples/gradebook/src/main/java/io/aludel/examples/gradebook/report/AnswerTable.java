// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import io.aludel.examples.gradebook.question.Asked;
import io.aludel.examples.gradebook.question.Question;
import java.util.List;
import java.util.Map;

/**
 * The first rows of the answer to one question; the others are let go of.
 *
 * @param about the names of what it was asked about, by their kinds, and the mark that passed, as {@code passing}
 * @param total the number of all rows
 */
record AnswerTable(
        Question question, Map<String, Object> about, List<String> columns, List<List<Object>> rows, int total) {
    AnswerTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static AnswerTable of(Asked asked, int most) {
        List<List<Object>> rows = asked.answer().rows();
        return new AnswerTable(
                asked.question(),
                asked.about(),
                asked.answer().columns(),
                rows.subList(0, Math.min(most, rows.size())),
                rows.size());
    }
}
