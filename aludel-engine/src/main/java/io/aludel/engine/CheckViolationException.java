// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.SqlError;
import org.jspecify.annotations.Nullable;

/** A row does not fulfil a check. */
public class CheckViolationException extends ConstraintViolationException {
    CheckViolationException(String message, @Nullable String sql, Throwable cause, SqlError error) {
        super(message, sql, cause, error);
    }
}
