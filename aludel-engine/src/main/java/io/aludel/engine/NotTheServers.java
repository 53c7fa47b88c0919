// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Why there is no connection, where that came about on this side: to look at the database, or at the password, helps nothing. */
final class NotTheServers extends SQLException {
    private static final long serialVersionUID = 1;

    NotTheServers(String reason, String state, @Nullable Throwable cause) {
        super(reason, state, cause);
    }

    static NotTheServers engineClosed() {
        return new NotTheServers("the engine was closed", "08003", null);
    }
}
