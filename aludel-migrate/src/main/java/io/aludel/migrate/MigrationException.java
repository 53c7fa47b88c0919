// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate;

import io.aludel.core.AludelException;
import org.jspecify.annotations.Nullable;

/** The root of what goes wrong with migrations. Where a caller can act differently there is a subclass with fields. */
public class MigrationException extends AludelException {
    public MigrationException(String code, String message) {
        this(code, message, null);
    }

    public MigrationException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
