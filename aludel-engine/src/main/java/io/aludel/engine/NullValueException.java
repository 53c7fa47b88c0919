// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

/** A column was read as a primitive, and is NULL. */
public class NullValueException extends EngineException {
    NullValueException(String message, String sql) {
        super(message, sql, null);
    }
}
