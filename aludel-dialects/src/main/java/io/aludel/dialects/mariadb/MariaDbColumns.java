// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.StandardColumns;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.NullLiteral;
import io.aludel.core.expr.RawSql;
import io.aludel.core.expr.Value;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Table;
import io.aludel.core.type.NativeType;
import io.aludel.core.type.ValueType;

/** Columns as MariaDB declares them, comment included. */
final class MariaDbColumns extends StandardColumns {
    MariaDbColumns(MariaDbDialect dialect) {
        super(dialect);
    }

    @Override
    public String definition(Table table, Column column) {
        if (column.generation() instanceof Generation.Identity identity
                && !identity.equals(Generation.Identity.STANDARD)) {
            throw new UnsupportedFeatureException(
                    "identity with a start, an increment or \"always\" (" + table.name() + "." + column.name() + ")",
                    dialect.name(),
                    "Leave them out.");
        }
        return super.definition(table, column) + (isEmptyMoment(column) ? " null" : "") + comment(column);
    }

    /** By itself, an older server lets a timestamp not be null, and gives it the present. */
    private boolean isEmptyMoment(Column column) {
        return column.nullable()
                && column.type().in(MariaDbDialect.NAME) instanceof NativeType own
                && own.declaration().startsWith("timestamp");
    }

    private String comment(Column column) {
        return column.comment() == null
                ? ""
                : " comment " + dialect.types().literal(column.comment(), ValueType.STRING);
    }

    /** A collation's name is a word here. */
    @Override
    protected String collation(Column column) {
        return column.collation() == null ? "" : " collate " + Backticks.quote(column.collation());
    }

    @Override
    protected String origin(Column column) {
        if (column.generation() instanceof Generation.Identity) {
            return " auto_increment";
        }
        if (column.generation() instanceof Generation.Computed && !column.nullable()) {
            throw new UnsupportedFeatureException(
                    "computed column that is never null (\"" + column.name() + "\")",
                    dialect.name(),
                    "Let it be null, and add a check if it must not be.");
        }
        return column.generation() instanceof Generation.None && column.defaultValue() instanceof Default.Of value
                ? origin(value.expression())
                : super.origin(column);
    }

    /** What an update writes is read as a part of the default. */
    private String origin(Expression expression) {
        String text = expression instanceof RawSql raw ? raw.text() : "";
        int onUpdate = text.endsWith("'") ? -1 : text.lastIndexOf(MariaDbExtra.ON_UPDATE);
        if (onUpdate < 0) {
            return " default " + defaultValue(expression);
        }
        String before = text.substring(0, onUpdate).strip();
        return (before.isEmpty() ? "" : " default " + before) + " " + text.substring(onUpdate);
    }

    /** Anything but a literal and the present needs parentheses. */
    private String defaultValue(Expression expression) {
        boolean bare = expression instanceof Value
                || expression instanceof NullLiteral
                || expression instanceof FunctionCall call
                        && call.function() == FunctionCall.Function.CURRENT_TIMESTAMP;
        return bare ? inline(expression) : "(" + inline(expression) + ")";
    }
}
