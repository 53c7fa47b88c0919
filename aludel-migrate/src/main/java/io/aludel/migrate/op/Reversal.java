// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import java.util.Objects;

/** What undoes an operation, or the reason why nothing does. */
public sealed interface Reversal permits Reversal.By, Reversal.Impossible {
    record By(Operation operation) implements Reversal {
        public By {
            Objects.requireNonNull(operation, "operation");
        }
    }

    /**
     * Nothing undoes it.
     *
     * @param reason what is missing and what to do, as a sentence
     */
    record Impossible(String reason) implements Reversal {
        public Impossible {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The answer of an operation that drops something and was not told what. */
    static Reversal formerUnknown(Operation operation) {
        return new Impossible("Cannot reverse \"" + operation.describe()
                + "\": the former definition is not recorded. Write down() by hand.");
    }
}
