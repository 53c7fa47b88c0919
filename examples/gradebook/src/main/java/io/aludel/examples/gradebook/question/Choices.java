// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.Lookup;
import io.aludel.orm.Session;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom and what a question is about, looked up once it is asked. */
public final class Choices {
    private final Lookup lookup;
    private final Given given;
    private final boolean firstIfMissing;

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

    /** Where what is not given is the first by name. */
    public static Choices orFirst(Session session, Given given) {
        return new Choices(session, given, true);
    }

    /**
     * The id of what is asked about.
     *
     * @throws GradebookException if nothing was given and it may not be the first, or no row or several rows are meant
     */
    Long id(Kind kind) {
        return idIfGiven(kind).orElseGet(() -> {
            if (!firstIfMissing) {
                throw new GradebookException("This question is about a " + kind + ": add --" + kind
                        + " with a name or an id. " + lookup.examples(kind));
            }
            return lookup.first(kind).id();
        });
    }

    /** The id of what is asked about, if anything is. */
    Optional<Long> idIfGiven(Kind kind) {
        return Optional.ofNullable(given.wanted().get(kind))
                .map(wanted -> lookup.find(kind, wanted).id());
    }

    Optional<BigDecimal> passing() {
        return Optional.ofNullable(given.passing());
    }
}
