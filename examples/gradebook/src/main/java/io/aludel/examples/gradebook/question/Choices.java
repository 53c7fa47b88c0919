// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.Lookup;
import io.aludel.examples.gradebook.Lookup.Found;
import io.aludel.orm.Session;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whom and what questions are about. Each is looked up once, when the first question asks for it. */
public final class Choices {
    /** What is asked about where there is nothing to ask about: it finds no rows, as there are none. */
    private static final Long NOBODY = 0L;

    private final Lookup lookup;
    private final Given given;
    private final boolean firstIfMissing;
    private final Map<Kind, Optional<Found>> found = new EnumMap<>(Kind.class);

    /**
     * What was asked about.
     *
     * @param wanted a name or an id for some of the kinds
     * @param passing the mark from which a subject is passed; null: any grade will do
     */
    public record Given(Map<Kind, String> wanted, @Nullable BigDecimal passing) {
        public static final Given NOTHING = new Given(Map.of(), null);

        public Given {
            wanted = Map.copyOf(wanted);
        }
    }

    private Choices(Session session, Given given, boolean firstIfMissing) {
        this.lookup = new Lookup(session);
        this.given = given;
        this.firstIfMissing = firstIfMissing;
    }

    /** Where what is not given is missing. */
    public static Choices only(Session session, Given given) {
        return new Choices(session, given, false);
    }

    /** Where what is not given is the first by name; where there is none, the answers have no rows. */
    public static Choices orFirst(Session session, Given given) {
        return new Choices(session, given, true);
    }

    /**
     * Sees that all is given that the question needs.
     *
     * @throws GradebookException if something is missing: its message says what, and how to ask
     */
    void require(Question question) {
        if (firstIfMissing) {
            return;
        }
        for (Kind kind : question.needs()) {
            if (!given.wanted().containsKey(kind)) {
                throw new GradebookException("Question " + question.number() + " needs --" + kind
                        + " with a name or an id. " + lookup.examples(kind) + inFull(question));
            }
        }
    }

    /** The whole command, about the first of each kind where nothing is given; nothing where there are no rows. */
    private String inFull(Question question) {
        if (question.needs().stream().anyMatch(kind -> chosen(kind).isEmpty())) {
            return "";
        }
        return question.needs().stream()
                .map(kind -> " --" + kind + " " + lookup.word(kind, chosen(kind).orElseThrow()))
                .collect(Collectors.joining("", ". In full: gradebook select " + question.number(), ""));
    }

    /**
     * The id of what is asked about.
     *
     * @throws GradebookException if what was given means no row or several
     */
    Long id(Kind kind) {
        return chosen(kind).map(Found::id).orElse(NOBODY);
    }

    /** The id of what is asked about, if anything is given. */
    Optional<Long> idIfGiven(Kind kind) {
        return given.wanted().containsKey(kind) ? chosen(kind).map(Found::id) : Optional.empty();
    }

    Optional<BigDecimal> passing() {
        return Optional.ofNullable(given.passing());
    }

    /** The names of what this question is about, by their kinds, and the mark that passes, as {@code passing}. */
    Map<String, Object> about(Question question) {
        Map<String, Object> about = new LinkedHashMap<>();
        for (Kind kind : question.about()) {
            if (question.needs().contains(kind) || given.wanted().containsKey(kind)) {
                chosen(kind).ifPresent(one -> about.put(kind.toString(), one.name()));
            }
        }
        if (question.takesPassing()) {
            passing().ifPresent(mark -> about.put("passing", mark));
        }
        return about;
    }

    /**
     * What is given, or else the first; nothing if there is no row of the kind.
     *
     * @throws GradebookException if what was given means no row or several
     */
    public Optional<Found> chosen(Kind kind) {
        return found.computeIfAbsent(
                kind,
                any -> Optional.ofNullable(given.wanted().get(kind))
                        .map(wanted -> lookup.find(kind, wanted))
                        .or(() -> lookup.first(kind)));
    }
}
