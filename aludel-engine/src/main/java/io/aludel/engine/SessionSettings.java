// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.Isolation;
import io.aludel.core.dialect.TransactionSetting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What of a connection's session was set for one transaction, to be set back after it. */
final class SessionSettings {
    private final Connection jdbc;
    private final Deque<String> undo = new ArrayDeque<>();

    SessionSettings(Connection jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What such a transaction needs.
     *
     * @throws io.aludel.core.dialect.UnsupportedFeatureException if the database cannot have one like that
     */
    static List<TransactionSetting> of(TransactionOptions options, Dialect dialect) {
        List<TransactionSetting> settings = new ArrayList<>();
        if (options.isolation() != Isolation.DATABASE_DEFAULT) {
            dialect.isolation(options.isolation()).ifPresent(settings::add);
        }
        if (options.readOnly()) {
            dialect.readOnly().ifPresent(settings::add);
        }
        Duration lock = dialect.capabilities().has(Feature.CANCELLED_LOCK_WAITS)
                ? options.timeouts().lock()
                : options.timeouts().shortest();
        if (!lock.isZero()) {
            settings.add(dialect.lockTimeout(lock));
        }
        return settings;
    }

    /** Sets it if it is the session's; what is the transaction's own is left alone. */
    void set(TransactionSetting setting) throws SQLException {
        if (setting.undoQuery() == null) {
            return;
        }
        try (Statement statement = jdbc.createStatement()) {
            try (ResultSet before = statement.executeQuery(setting.undoQuery())) {
                before.next();
                undo.push(before.getString(1));
            }
            statement.execute(setting.sql());
        }
    }

    /** Sets back everything, the last first. What cannot be is left to the next call. */
    void undo() throws SQLException {
        while (!undo.isEmpty()) {
            try (Statement statement = jdbc.createStatement()) {
                statement.execute(undo.peek());
            }
            undo.pop();
        }
    }
}
