// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.error;

import io.aludel.core.AludelException;
import org.jspecify.annotations.Nullable;

/** What a session cannot do, or will not. The root of this module's exceptions. */
public class SessionException extends AludelException {
    public SessionException(String message) {
        this(message, null);
    }

    public SessionException(String message, @Nullable Throwable cause) {
        super(null, message, cause);
    }
}
