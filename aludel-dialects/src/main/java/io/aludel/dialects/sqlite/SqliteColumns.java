// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.StandardColumns;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.NullLiteral;
import io.aludel.core.expr.Value;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;

/**
 * Columns as SQLite writes them. An identity column is {@code integer primary key autoincrement}, whatever its integer type: only so it is
 * the rowid, and only so a number is never used twice.
 */
final class SqliteColumns extends StandardColumns {
    SqliteColumns(SqliteDialect dialect) {
        super(dialect);
    }

    @Override
    public String definition(Table table, Column column) {
        if (column.generation() instanceof Generation.Identity identity) {
            PrimaryKey key = requireOnlyKey(table, column);
            requireStandard(table, column, identity);
            return dialect.quote(column.name()) + " integer" + collation(column) + given(column)
                    + " not null constraint " + dialect.quote(key.name()) + " primary key autoincrement";
        }
        return super.definition(table, column);
    }

    private PrimaryKey requireOnlyKey(Table table, Column column) {
        PrimaryKey key = table.primaryKey();
        if (key == null || !key.columns().equals(List.of(column.name()))) {
            throw new UnsupportedFeatureException(
                    "identity column that is not the whole primary key (" + table.name() + "." + column.name() + ")",
                    dialect.name(),
                    "Make it the only column of the primary key, or assign its values.");
        }
        return Objects.requireNonNull(key);
    }

    private void requireStandard(Table table, Column column, Generation.Identity identity) {
        if (!identity.equals(Generation.Identity.STANDARD)) {
            throw new UnsupportedFeatureException(
                    "identity with a start, an increment or \"always\" (" + table.name() + "." + column.name() + ")",
                    dialect.name(),
                    "Leave them out.");
        }
    }

    @Override
    protected String origin(Column column) {
        return column.generation() instanceof Generation.None ? given(column) : super.origin(column);
    }

    /** SQLite takes a default of an identity, too, but never uses it. */
    private String given(Column column) {
        return column.defaultValue() instanceof Default.Of value ? " default " + defaultValue(value.expression()) : "";
    }

    /** Anything but a literal needs parentheses. */
    private String defaultValue(Expression expression) {
        return isLiteral(expression) ? inline(expression) : "(" + inline(expression) + ")";
    }

    static boolean isLiteral(Expression expression) {
        return expression instanceof Value || expression instanceof NullLiteral;
    }
}
