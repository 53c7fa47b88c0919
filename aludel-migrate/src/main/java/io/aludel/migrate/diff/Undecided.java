// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import java.util.Objects;

/**
 * Something of which nobody can tell whether it differs.
 *
 * @param object for people: {@code table "grades"}
 * @param reason what stood in the way, in the database's words
 */
public record Undecided(String object, String reason) {
    public Undecided {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
        return object + ": cannot tell: " + reason;
    }
}
