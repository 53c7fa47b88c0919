// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.expr.Expression;
import java.util.Objects;

/** Whether and how the database makes a column's value by itself. */
public sealed interface Generation permits Generation.None, Generation.Identity, Generation.Computed {
    Generation NONE = new None();

    record None() implements Generation {}

    /**
     * Numbered by the database; a number once used is not used again. An insert may give a value of its own.
     *
     * @param always an insert may not give a value of its own; only where the database has that
     */
    record Identity(Numbering numbering, boolean always) implements Generation {
        public static final Identity STANDARD = new Identity(Numbering.STANDARD, false);

        public Identity {
            Objects.requireNonNull(numbering, "numbering");
        }

        public Identity(long start, long increment, boolean always) {
            this(Numbering.of(start, increment), always);
        }

        public long start() {
            return numbering.start();
        }

        public long increment() {
            return numbering.increment();
        }
    }

    /**
     * Computed from other columns of the row.
     *
     * @param stored computed when the row is written, otherwise when it is read
     */
    record Computed(Expression expression, boolean stored) implements Generation {
        public Computed {
            Objects.requireNonNull(expression, "expression");
        }
    }
}
