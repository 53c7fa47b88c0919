// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import org.jspecify.annotations.Nullable;

/** Another transaction held a lock for longer than this one was willing to wait. */
public class LockTimeoutException extends EngineException {
    public LockTimeoutException(String message, @Nullable String sql, Throwable cause) {
        super(message, sql, cause);
    }

    LockTimeoutException(String code, String message, @Nullable String sql, Throwable cause) {
        super(code, message, sql, cause);
    }
}
