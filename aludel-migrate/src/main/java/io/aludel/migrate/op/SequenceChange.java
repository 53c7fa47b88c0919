// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.name.TableName;
import org.jspecify.annotations.Nullable;

/** A sequence before and after, as a script describes both. */
public final class SequenceChange {
    private final TableName name;
    private @Nullable SequenceDefinition from;
    private @Nullable SequenceDefinition to;

    SequenceChange(TableName name) {
        this.name = name;
    }

    /** The sequence as it was: what {@code down()} goes back to. */
    public SequenceDefinition from(long start, long increment) {
        from = new SequenceDefinition(name, start, increment);
        return from;
    }

    /** The sequence as it becomes. */
    public SequenceDefinition to(long start, long increment) {
        to = new SequenceDefinition(name, start, increment);
        return to;
    }

    Operation operation() {
        if (from == null || to == null) {
            throw new IllegalStateException(
                    "alterSequence of \"" + name + "\" says only half: give both from(…) and to(…).");
        }
        return new AlterSequence(from.sequence(), to.sequence());
    }
}
