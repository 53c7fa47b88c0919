// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.schema.Index;

/** One key of an index in a script: a {@link Term}, or one that runs downwards ({@link Term#desc()}). */
public sealed interface IndexKey permits Term, IndexKey.Descending {
    Index.Part part();

    /** A key that runs from the greatest value to the smallest. */
    record Descending(Term term) implements IndexKey {
        @Override
        public Index.Part part() {
            return new Index.Part(term.expression(), true);
        }
    }
}
