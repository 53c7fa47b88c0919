// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import java.util.Objects;

/**
 * What may hurt.
 *
 * @param revision the id of the revision that does it
 * @param place file and line, or the file alone where it is about the whole revision
 * @param operation what does it, for people; empty where it is about the whole revision
 * @param what what happens then, as a sentence
 * @param safer what to do instead, as a sentence
 */
public record Finding(Code code, String revision, String place, String operation, String what, String safer) {
    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(safer, "safer");
    }

    public Severity severity() {
        return code.severity();
    }
}
