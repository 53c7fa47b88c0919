// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prepared statements of one connection that are not in use, the least recently used going first: SQLite compiles a statement each time it
 * is prepared, which costs as much as a small query.
 */
final class StatementCache {
    private static final int SIZE = 64;

    private final Connection jdbc;
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    StatementCache(Connection jdbc) {
        this.jdbc = jdbc;
    }

    /** A statement for this caller alone until it is released; another one if the same SQL is in use. */
    PreparedStatement take(String sql) throws SQLException {
        PreparedStatement statement = idle.remove(sql);
        return statement == null ? jdbc.prepareStatement(sql) : statement;
    }

    /** The statement is free for the next who wants it. */
    void release(String sql, PreparedStatement statement) throws SQLException {
        PreparedStatement other = idle.put(sql, statement);
        if (other != null) {
            other.close();
        }
        if (idle.size() > SIZE) {
            Iterator<PreparedStatement> eldest = idle.values().iterator();
            PreparedStatement unused = eldest.next();
            eldest.remove();
            unused.close();
        }
    }

    /** Forgets all that are not in use: the schema they were compiled for has changed, or the connection is about to close. */
    void clear() throws SQLException {
        List<PreparedStatement> all = new ArrayList<>(idle.values());
        idle.clear();
        for (PreparedStatement statement : all) {
            statement.close();
        }
    }
}
