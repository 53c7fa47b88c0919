// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Numbering;
import io.aludel.core.type.SqlType;
import java.util.function.UnaryOperator;

/** A column as a script describes it. It takes NULL and has no default until it says otherwise. */
public final class ColumnDefinition {
    private Column column;

    ColumnDefinition(String name, SqlType type) {
        column = Column.nullable(name, type);
    }

    public ColumnDefinition notNull() {
        column = column.withNullable(false);
        return this;
    }

    /** A {@link Term} or a Java value. */
    public ColumnDefinition defaultTo(Object value) {
        Term term = value instanceof Term given ? given : Term.value(value);
        column = column.withDefault(new Default.Of(term.expression()));
        return this;
    }

    /** Numbered by the database from 1; an insert may give a value of its own. */
    public ColumnDefinition identity() {
        column = column.withGeneration(Generation.Identity.STANDARD);
        return this;
    }

    /** Numbered by the database; an insert may give a value of its own. */
    public ColumnDefinition identity(long start, long increment) {
        column = column.withGeneration(new Generation.Identity(start, increment, false));
        return this;
    }

    /** Numbered by the database; an insert may not give a value of its own. */
    public ColumnDefinition identityAlways(long start, long increment) {
        column = column.withGeneration(new Generation.Identity(start, increment, true));
        return this;
    }

    /** The least number of its identity. */
    public ColumnDefinition minimum(long minimum) {
        return numbered(numbering -> numbering.within(minimum, numbering.maximum()));
    }

    /** The greatest number of its identity. */
    public ColumnDefinition maximum(long maximum) {
        return numbered(numbering -> numbering.within(numbering.minimum(), maximum));
    }

    /** How many numbers of its identity a session takes at once; those that it does not use are lost. */
    public ColumnDefinition cache(long numbers) {
        return numbered(numbering -> numbering.withCache(numbers));
    }

    /** Its identity begins anew when it has come to its end. */
    public ColumnDefinition cycle() {
        return numbered(numbering -> numbering.withCycle(true));
    }

    private ColumnDefinition numbered(UnaryOperator<Numbering> change) {
        if (!(column.generation() instanceof Generation.Identity identity)) {
            throw new IllegalStateException("Column \"" + column.name()
                    + "\" says how its identity counts before it has one; say identity(…) first.");
        }
        column = column.withGeneration(new Generation.Identity(change.apply(identity.numbering()), identity.always()));
        return this;
    }

    /** Computed from other columns when it is read. */
    public ColumnDefinition computed(Term expression) {
        column = column.withGeneration(new Generation.Computed(expression.expression(), false));
        return this;
    }

    /** Computed from other columns when the row is written. */
    public ColumnDefinition computedStored(Term expression) {
        column = column.withGeneration(new Generation.Computed(expression.expression(), true));
        return this;
    }

    public ColumnDefinition collation(String collation) {
        column = column.withCollation(collation);
        return this;
    }

    public ColumnDefinition comment(String comment) {
        column = column.withComment(comment);
        return this;
    }

    Column column() {
        return column;
    }
}
