// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.BulkLoader;
import io.aludel.core.dialect.Feature;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.type.ValueType;
import java.sql.Connection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the rows of an iterator, all or none. Some rows are taken from it, then written, so that memory is bounded, and the connection is free while the
 * iterator works.
 */
final class BulkInserts {
    private final EngineConnection connection;
    private final Connection jdbc;
    private final DialectAccess access;
    private final StatementRunner statements;

    BulkInserts(EngineConnection connection, Connection jdbc, DialectAccess access, StatementRunner statements) {
        this.connection = connection;
        this.jdbc = jdbc;
        this.access = access;
        this.statements = statements;
    }

    long insert(InsertRows insert, Iterator<@Nullable Object[]> rows) {
        if (insert.generatedKey() != null) {
            throw new EngineException("A bulk insert gives no keys back, but the insert into \"" + insert.table()
                    + "\" asks for \"" + insert.generatedKey().column()
                    + "\"; leave it out, or insert the rows as a list.");
        }
        return connection.inTransaction() ? withinTransaction(insert, rows) : inOneOfItsOwn(insert, rows);
    }

    private long inOneOfItsOwn(InsertRows insert, Iterator<@Nullable Object[]> rows) {
        connection.begin();
        long count;
        try {
            count = writeAll(insert, rows);
        } catch (RuntimeException | Error e) {
            suppressing(e, connection::rollback);
            throw e;
        }
        connection.commit();
        return count;
    }

    /** Where the database rolls back everything by itself, the savepoint is gone too. */
    private long withinTransaction(InsertRows insert, Iterator<@Nullable Object[]> rows) {
        Savepoint before = connection.savepoint();
        long count;
        try {
            count = writeAll(insert, rows);
        } catch (RuntimeException | Error e) {
            suppressing(e, () -> connection.rollbackTo(before));
            throw e;
        }
        connection.release(before);
        return count;
    }

    private static void suppressing(Throwable failure, Runnable undo) {
        try {
            undo.run();
        } catch (EngineException e) {
            failure.addSuppressed(e);
        }
    }

    private long writeAll(InsertRows insert, Iterator<@Nullable Object[]> rows) {
        List<ValueType<?>> types =
                insert.columns().stream().<ValueType<?>>map(ColumnRef::type).toList();
        BulkPart part = part(insert, types);
        long count = 0;
        while (rows.hasNext()) {
            @Nullable Object[] row = Objects.requireNonNull(rows.next(), "row");
            check(insert, types, row, ++count);
            part.add(row);
            if (part.isFull()) {
                part.write();
            }
        }
        part.write();
        return count;
    }

    private BulkPart part(InsertRows insert, List<ValueType<?>> types) {
        if (!types.isEmpty()) {
            BulkLoader loader = access.dialect().bulkLoader().orElse(null);
            Object driver = loader == null ? null : DriverConnection.of(jdbc, loader.driverConnection());
            if (loader != null && driver != null) {
                return new LoadedPart(access, statements, loader, driver, insert, types);
            }
            if (access.dialect().capabilities().has(Feature.BATCHES_IN_BULK)) {
                return new BatchedPart(connection, access, statements, insert);
            }
        }
        return new StatementPart(access, new Inserts(jdbc, access, statements), insert);
    }

    /** What a codec would say of a wrong value, it would say without the row. */
    private static void check(InsertRows insert, List<ValueType<?>> types, @Nullable Object[] row, long number) {
        if (row.length != types.size()) {
            throw new EngineException("Row " + number + " for \"" + insert.table() + "\" has " + row.length
                    + " values for " + types.size() + " columns; give one for each.");
        }
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value != null && !types.get(i).javaType().isInstance(value)) {
                throw new EngineException("Row " + number + " for \"" + insert.table() + "\" has a "
                        + value.getClass().getName() + " for \""
                        + insert.columns().get(i).column() + "\", which takes a "
                        + types.get(i).javaType().getName() + "; give it that.");
            }
        }
    }
}
