// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import io.aludel.orm.Session;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A question that was asked.
 *
 * @param about the names of what it was about, by their kinds, and the mark that passed, as {@code passing}
 */
public record Asked(Question question, Map<String, Object> about, Answer answer) {
    public Asked {
        about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
    }

    public static Asked of(Question question, Session session, Choices choices) {
        return new Asked(question, choices.about(question), question.ask(session, choices));
    }

    /** The ten of the homework, asked about what was given, otherwise about the first by name. */
    public static List<Asked> homework(Session session, Choices.Given given) {
        Choices choices = Choices.orFirst(session, given);
        return Question.homework().stream()
                .map(question -> of(question, session, choices))
                .toList();
    }

    /** Its number, its title, and what it was about. */
    public String heading() {
        String title = question.number() + ". " + question.title();
        return about.isEmpty()
                ? title
                : about.values().stream().map(Asked::shown).collect(Collectors.joining(", ", title + ": ", ""));
    }

    private static String shown(Object about) {
        return about instanceof BigDecimal mark ? mark.toPlainString() + " or better" : about.toString();
    }
}
