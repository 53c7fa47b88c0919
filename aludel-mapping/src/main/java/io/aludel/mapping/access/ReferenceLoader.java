// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.access;

/** Loads a reference's row when a method of it is called. */
public interface ReferenceLoader {
    /**
     * Fills the instance; the reference has set its loader to null before, and sets it back if this fails, so that the error repeats.
     *
     * @throws RuntimeException if the row is gone or the session is closed; the message names the entity and its identifier
     */
    void load(Object reference);
}
