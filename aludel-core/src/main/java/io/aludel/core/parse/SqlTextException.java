// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

import io.aludel.core.AludelException;

/** SQL text that cannot be taken apart. */
public class SqlTextException extends AludelException {
    private final String reason;
    private final int position;

    public SqlTextException(String reason, int position) {
        super(reason + " (at position " + (position + 1) + ").");
        this.reason = reason;
        this.position = position;
    }

    /** What is wrong, without the position, without a full stop. */
    public String reason() {
        return reason;
    }

    /** Offset in the text, counted from 0. */
    public int position() {
        return position;
    }
}
