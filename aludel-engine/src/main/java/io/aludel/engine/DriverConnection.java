// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The driver's own connection, out of what a pool puts around it. */
final class DriverConnection {
    private DriverConnection() {}

    /** @return null where it is another driver's, or hidden */
    static @Nullable Object of(Connection jdbc, String type) {
        try {
            ClassLoader loader = jdbc.unwrap(Connection.class).getClass().getClassLoader();
            Class<?> driver = Class.forName(type, false, loader);
            return jdbc.isWrapperFor(driver) ? jdbc.unwrap(driver) : null;
        } catch (ClassNotFoundException | SQLException another) {
            return null;
        }
    }
}
