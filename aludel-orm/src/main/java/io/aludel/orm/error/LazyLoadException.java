// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.error;

/** A lazy reference or collection was touched that can no longer be loaded: its session is closed, or let go of it. */
public final class LazyLoadException extends SessionException {
    private final String attribute;

    public LazyLoadException(String attribute, String message) {
        super(message);
        this.attribute = attribute;
    }

    /** What was touched: {@code Pet.owner}. */
    public String attribute() {
        return attribute;
    }
}
