// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.SqlError;
import org.jspecify.annotations.Nullable;

/** A column that must have a value has none. */
public class NotNullViolationException extends ConstraintViolationException {
    NotNullViolationException(String message, @Nullable String sql, Throwable cause, SqlError error) {
        super(message, sql, cause, error);
    }
}
