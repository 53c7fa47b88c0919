// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.error;

/** The objects cannot be written as they are. Nothing was sent to the database: put the objects right, and flush again. */
public final class UnflushableException extends SessionException {
    public UnflushableException(String message) {
        super(message);
    }
}
