// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.expr.Expression;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Numbering;
import io.aludel.core.type.SqlType;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A column as a script describes it. It takes NULL and has no default until it says otherwise. */
public final class ColumnDefinition {
    private final Map<String, String> using = new TreeMap<>();
    private Column column;
    private @Nullable Expression fill;

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

    /**
     * What rows get that are there: all of them where the column is added, those with NULL where it is altered. A column that is {@code notNull} and
     * has no default needs it, unless the table is empty.
     *
     * @param value a {@link Term} over the row's columns, or a Java value
     */
    public ColumnDefinition fill(Object value) {
        fill = Term.operand(value);
        return this;
    }

    /**
     * How values become those of this type, where the database's own conversion is not meant: on databases of that dialect. For {@code alterColumn}.
     *
     * @param expression over the row as it was, in the words of that database; never made from input
     */
    public ColumnDefinition using(String dialect, String expression) {
        DialectNames.require(dialect);
        using.put(dialect, expression);
        return this;
    }

    Column column() {
        return column;
    }

    ColumnValues values() {
        return new ColumnValues(fill, using);
    }

    /** What only {@code alterColumn} understands is an error elsewhere. */
    @Nullable
    Expression fillOnly() {
        if (!using.isEmpty()) {
            throw new IllegalStateException("Column \"" + column.name()
                    + "\" has no values yet that could be converted; say using(…) in alterColumn.");
        }
        return fill;
    }

    /** The column of a table that is new, and so has no rows. */
    Column ofNewTable() {
        if (fillOnly() != null) {
            throw new IllegalStateException("Column \"" + column.name()
                    + "\" is of a new table, which has no rows to fill; say defaultTo(…), or insert rows.");
        }
        return column;
    }
}
