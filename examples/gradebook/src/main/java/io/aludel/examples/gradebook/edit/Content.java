// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.orm.Session;

/**
 * What values of a key are made of.
 *
 * @param <V> their Java type
 */
interface Content<V> {
    /**
     * The value that a user has written.
     *
     * @throws GradebookException if it is none; the message says what would be one
     */
    V read(Session session, String text);

    /** For people. */
    default String shown(V value) {
        return String.valueOf(value);
    }
}
