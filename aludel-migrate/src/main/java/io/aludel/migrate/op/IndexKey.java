// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.Index;

/** One key of an index in a script: a {@link Term}, and how the index compares it where that is not as the column does. */
public sealed interface IndexKey permits Term, IndexKey.Compared {
    Index.Part part();

    /** From the greatest value to the smallest. */
    default IndexKey desc() {
        Index.Part part = part();
        return new Compared(new Index.Part(
                part.expression(), true, part.nulls(), part.collation(), part.operatorClass(), part.length()));
    }

    /** NULLs stand before all values. */
    default IndexKey nullsFirst() {
        return new Compared(part().withNulls(Index.Nulls.FIRST));
    }

    /** NULLs stand behind all values. */
    default IndexKey nullsLast() {
        return new Compared(part().withNulls(Index.Nulls.LAST));
    }

    /** By another collation than the column's; its name is kept exactly. */
    default IndexKey collation(String collation) {
        return new Compared(part().withCollation(collation));
    }

    /** By a class of operators, as the database writes it: {@code text_pattern_ops}. */
    default IndexKey operatorClass(String operatorClass) {
        return new Compared(part().withOperatorClass(operatorClass));
    }

    /** Only the first characters or bytes of the value. */
    default IndexKey prefix(int length) {
        return new Compared(part().withLength(length));
    }

    /** As an element of an exclusion constraint, which compares it by that operator: {@code &&}. */
    default Exclusion.Element with(String operator) {
        return new Exclusion.Element(part(), operator);
    }

    /** A key that is compared in a way of its own. */
    record Compared(Index.Part part) implements IndexKey {}
}
