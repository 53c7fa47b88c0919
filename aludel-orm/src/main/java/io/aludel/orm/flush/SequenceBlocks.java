// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.flush;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Sequence;
import io.aludel.core.type.ValueType;
import io.aludel.engine.EngineConnection;
import io.aludel.orm.error.SessionException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Identifiers from sequences, taken in blocks as large as the sequence's increment: one statement gives as many. Shared by all sessions of a
 * factory. What is left of a block is lost with the program; sequences have gaps anyway.
 */
public final class SequenceBlocks {
    private final Map<TableName, Block> blocks = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** What is left of the numbers that the last call of the database gave. */
    private record Block(long next, long left) {}

    long next(Sequence sequence, EngineConnection connection) {
        // Asking the database inside the lock keeps two threads from fetching a block each where one would do.
        lock.lock();
        try {
            Block block = blocks.get(sequence.name());
            if (block == null || block.left == 0) {
                block = new Block(ask(sequence, connection), Math.max(1, sequence.increment()));
            }
            blocks.put(sequence.name(), new Block(block.next + 1, block.left - 1));
            return block.next;
        } finally {
            lock.unlock();
        }
    }

    private static long ask(Sequence sequence, EngineConnection connection) {
        String sql = connection
                .dialect()
                .nextValue(sequence)
                .orElseThrow(() ->
                        new SessionException("The sequence \"" + sequence.name() + "\" is asked for a number, but "
                                + connection.dialect().name() + " has no sequences."));
        List<Long> numbers =
                connection.list(new RenderedSql(sql, List.of()), List.of(ValueType.LONG), row -> row.getLong(0));
        return numbers.get(0);
    }
}
