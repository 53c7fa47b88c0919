// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import io.aludel.orm.Session;
import java.util.Objects;

/** The values that a new row is made of, read from what was set when its constructor asks for them. */
public final class NewValues {
    private final Session session;
    private final Assignments assignments;

    NewValues(Session session, Assignments assignments) {
        this.session = session;
        this.assignments = assignments;
    }

    /** The value of a key that was set. */
    <V> V get(Key<?, V> key) {
        String text = Objects.requireNonNull(assignments.texts().get(key.name()), key.name());
        return key.content().read(session, text);
    }
}
