// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit;

import io.aludel.core.dialect.Dialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a test expects next: one statement, or several whose order is free. */
public sealed interface Expected permits Expected.Statement, Expected.AnyOrder {
    /** A statement of this text (white space around it aside), with any values. */
    static Statement statement(String sql) {
        return new Statement(sql, List.of(), OptionalInt.empty());
    }

    /** All of these statements, in any order. */
    static AnyOrder anyOrder(Statement... statements) {
        return new AnyOrder(List.of(statements));
    }

    /**
     * One statement.
     *
     * @param rows the values behind the {@code ?}s, a list for each execution; empty if any will do
     * @param batchSize how often it is executed at once; empty if any will do
     */
    record Statement(String sql, List<List<@Nullable Object>> rows, OptionalInt batchSize) implements Expected {
        public Statement {
            sql = sql.strip();
            rows = List.copyOf(rows);
            Objects.requireNonNull(batchSize, "batchSize");
        }

        /** The same with these values; called again, the statement is a batch of so many rows. */
        public Statement row(@Nullable Object... values) {
            List<List<@Nullable Object>> more = new ArrayList<>(rows);
            more.add(Collections.unmodifiableList(Arrays.asList(values.clone())));
            return new Statement(sql, more, OptionalInt.of(more.size()));
        }

        /** The same, executed so often at once, with any values. */
        public Statement batchOf(int size) {
            return new Statement(sql, List.of(), OptionalInt.of(size));
        }

        /** The same with names as the dialect writes them. */
        Statement in(Dialect dialect) {
            return new Statement(BareNames.in(sql, dialect), rows, batchSize);
        }

        /** How much it says: of several that fit, the one that says most is taken first. */
        int strictness() {
            return !rows.isEmpty() ? 2 : batchSize.isPresent() ? 1 : 0;
        }
    }

    /** Statements whose order is free. */
    record AnyOrder(List<Statement> statements) implements Expected {
        public AnyOrder {
            statements = List.copyOf(statements);
        }

        AnyOrder in(Dialect dialect) {
            return new AnyOrder(
                    statements.stream().map(statement -> statement.in(dialect)).toList());
        }
    }
}
