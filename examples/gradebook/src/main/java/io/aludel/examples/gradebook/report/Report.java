// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.question.Asked;
import io.aludel.examples.gradebook.question.Choices;
import io.aludel.examples.gradebook.question.Choices.Given;
import io.aludel.examples.gradebook.question.Question;
import io.aludel.orm.Session;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows: the ten answers, and what its charts are drawn from. Of long lists it holds the beginning and says how much there is.
 *
 * @param numbers of the rows of each kind
 * @param course of the student that was asked about; null if there is no student
 */
public record Report(
        Map<Kind, Long> numbers,
        Averages averages,
        Distribution distribution,
        @Nullable Course course,
        List<AnswerTable> answers) {
    /** The most rows of a table. */
    static final int MOST_ROWS = 100;
    /** The most groups in a chart, and the most subjects. */
    static final int MOST_GROUPS = 12;

    static final int MOST_SUBJECTS = 12;
    /** The most grades in a student's course. */
    static final int MOST_GRADES = 200;

    /**
     * Reads it, in some thirty statements; what is not given is the first by name.
     *
     * @throws io.aludel.examples.gradebook.GradebookException if no row, or several rows, are what was given
     */
    public static Report read(Session session, Given given) {
        ReportQueries queries = new ReportQueries(session);
        Map<Kind, Long> numbers = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            numbers.put(kind, queries.number(kind));
        }
        Choices choices = Choices.orFirst(session, given);
        return new Report(
                numbers,
                Averages.read(queries, MOST_GROUPS, MOST_SUBJECTS),
                Distribution.read(queries),
                choices.chosen(Kind.STUDENT)
                        .map(student -> Course.read(queries, student, MOST_GRADES))
                        .orElse(null),
                Question.homework().stream()
                        .map(question -> AnswerTable.of(Asked.of(question, session, choices), MOST_ROWS))
                        .toList());
    }
}
