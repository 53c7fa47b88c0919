// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.sql.SQLException;

/**
 * A driver's own way to end what a connection executes, for drivers that send {@link java.sql.Statement#cancel} once only: a server that has not begun by
 * then takes no notice, and whatever is said after that never reaches it. Safe to share between threads.
 */
public interface DriverCancel {
    /** The class of the driver's own connection; behind another driver {@code Statement.cancel} has to do. */
    String driverConnection();

    /**
     * Ends what the connection executes, which then fails as a statement does that is cancelled; called from another thread.
     *
     * @param connection the driver's own, of the class that {@link #driverConnection} names
     */
    void cancel(Object connection) throws SQLException;
}
