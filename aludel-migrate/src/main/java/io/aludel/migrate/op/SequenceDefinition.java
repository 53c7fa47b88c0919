// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.Sequence;
import io.aludel.core.type.SqlType;

/** A sequence as a script describes it. */
public final class SequenceDefinition {
    private Sequence sequence;

    SequenceDefinition(TableName name, long start, long increment) {
        sequence = new Sequence(name, start, increment);
    }

    /** The type of its numbers. */
    public SequenceDefinition type(SqlType type) {
        sequence = sequence.withType(type);
        return this;
    }

    public SequenceDefinition minimum(long minimum) {
        return numbered(numbering().within(minimum, numbering().maximum()));
    }

    public SequenceDefinition maximum(long maximum) {
        return numbered(numbering().within(numbering().minimum(), maximum));
    }

    /** How many numbers a session takes at once; those that it does not use are lost. */
    public SequenceDefinition cache(long numbers) {
        return numbered(numbering().withCache(numbers));
    }

    /** Begins anew when it has come to its end. */
    public SequenceDefinition cycle() {
        return numbered(numbering().withCycle(true));
    }

    /** It goes with that column. */
    public SequenceDefinition ownedBy(String table, String column) {
        sequence = sequence.withOwner(
                new Sequence.Owner(TableName.of(sequence.name().schema(), table), column));
        return this;
    }

    public SequenceDefinition comment(String comment) {
        sequence = sequence.withComment(comment);
        return this;
    }

    private Numbering numbering() {
        return sequence.numbering();
    }

    private SequenceDefinition numbered(Numbering numbering) {
        sequence = sequence.withNumbering(numbering);
        return this;
    }

    Sequence sequence() {
        return sequence;
    }
}
