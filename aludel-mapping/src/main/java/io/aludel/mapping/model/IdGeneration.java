// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.model;

import io.aludel.core.schema.Sequence;

/** How an identifier comes about. */
public sealed interface IdGeneration
        permits IdGeneration.Assigned, IdGeneration.Identity, IdGeneration.FromSequence, IdGeneration.RandomUuid {
    /** The program gives it. */
    record Assigned() implements IdGeneration {}

    /** The database numbers the row when it is inserted. */
    record Identity() implements IdGeneration {}

    /**
     * Taken from a sequence before the row is inserted; on a database without sequences it is an identity instead.
     *
     * @param sequence its increment is the number of identifiers taken by one call
     */
    record FromSequence(Sequence sequence) implements IdGeneration {}

    /** A random UUID, made by the session. */
    record RandomUuid() implements IdGeneration {}
}
