// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.SqlError;
import org.jspecify.annotations.Nullable;

/** A row has what only another row may have: a primary key, a unique key or a unique index. */
public class UniqueViolationException extends ConstraintViolationException {
    UniqueViolationException(String message, @Nullable String sql, Throwable cause, SqlError error) {
        super(message, sql, cause, error);
    }
}
