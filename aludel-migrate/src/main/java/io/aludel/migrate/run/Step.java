// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a revision that is executed statement by statement, as the ledger has it until the revision is done.
 *
 * @param operation which of the script's operations it belongs to, counted from 0
 * @param statement which of the operation's statements it is, counted from 0
 * @param checksum of the operation, so that an edited script is noticed
 * @param fingerprint of what the statement changes, taken before it was begun; null before that, and where the objects tell without it
 * @param startedAt when it was begun last; null if it never was
 */
public record Step(
        String revision,
        Way way,
        int operation,
        int statement,
        String checksum,
        String sql,
        State state,
        @Nullable String fingerprint,
        @Nullable Instant startedAt) {
    /** What is known of a statement. */
    public enum State {
        /** To be executed, or executed and refused by the database. */
        PLANNED,
        /** Begun; whether it took place, nobody has written down. */
        STARTED,
        DONE
    }

    Step withState(State newState) {
        return new Step(revision, way, operation, statement, checksum, sql, newState, fingerprint, startedAt);
    }

    Step started(@Nullable String newFingerprint, Instant now) {
        return new Step(revision, way, operation, statement, checksum, sql, State.STARTED, newFingerprint, now);
    }
}
