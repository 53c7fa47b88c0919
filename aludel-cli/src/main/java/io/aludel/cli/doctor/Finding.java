// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.doctor;

/**
 * One thing that was looked at.
 *
 * @param what was found, for people
 * @param next what to do about it; empty where all is well
 */
public record Finding(Level level, String what, String next) {
    /** How bad it is. */
    public enum Level {
        FINE,
        /** Worth a look, but a migration may go well. */
        WARNING,
        /** A migration will not go well. */
        FAULT
    }

    static Finding fine(String what) {
        return new Finding(Level.FINE, what, "");
    }

    static Finding warning(String what, String next) {
        return new Finding(Level.WARNING, what, next);
    }

    static Finding fault(String what, String next) {
        return new Finding(Level.FAULT, what, next);
    }
}
