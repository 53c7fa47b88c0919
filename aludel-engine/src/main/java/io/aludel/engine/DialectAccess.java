// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.RenderedInsert;
import io.aludel.core.expr.InsertRows;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A dialect for the server's version, and what all connections share that depends on it.
 *
 * @param givenSource connections are not set up by whoever opens them
 */
record DialectAccess(
        Dialect dialect,
        ValueBinder values,
        SqlErrors errors,
        Statements statements,
        boolean givenSource,
        Map<InsertShape, RenderedInsert> inserts) {
    /** Shapes come from code, not from values: a program has some hundreds. */
    private static final int MOST_INSERTS = 2_000;

    record InsertShape(InsertRows insert, int rows) {}

    DialectAccess(Dialect dialect, ConnectionSource source, EngineSettings settings) {
        this(
                dialect,
                new ValueBinder(dialect),
                new SqlErrors(dialect, source.secrets(), source.description(), Circumstances.NONE),
                new Statements(settings.listeners(), settings.slowQuery()),
                source instanceof GivenConnections,
                new ConcurrentHashMap<>());
    }

    /** As one connection has it. */
    DialectAccess on(Circumstances circumstances) {
        return new DialectAccess(dialect, values, errors.on(circumstances), statements, givenSource, inserts);
    }

    RenderedInsert insert(InsertRows insert, int rows) {
        InsertShape shape = new InsertShape(insert, rows);
        RenderedInsert rendered = inserts.get(shape);
        if (rendered == null) {
            rendered = dialect.newRenderer().renderInsert(insert, rows);
            if (inserts.size() >= MOST_INSERTS) {
                inserts.clear();
            }
            inserts.put(shape, rendered);
        }
        return rendered;
    }
}
