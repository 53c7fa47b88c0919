// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.Dialect;
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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns as MariaDB declares them, comment included. */
final class MariaDbColumns extends StandardColumns {
    /** What an update writes, at the end of a default. */
    private static final Pattern ON_UPDATE =
            Pattern.compile("(.*?) ?(" + MariaDbExtra.ON_UPDATE + "(?:\\(\\d?\\))?)", Pattern.DOTALL);

    private static final Pattern PRESENT = Pattern.compile("(?i)current_timestamp(\\(\\d?\\))?");

    /** Types that in MySQL have no literal as a default, only an expression. */
    private static final Set<String> OPEN = Set.of("text", "blob", "json", "geometry");

    private final Server server;

    MariaDbColumns(MariaDbDialect dialect) {
        super(dialect);
        this.server = dialect.server();
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
        return column.comment() == null ? "" : " comment " + comment(column.comment(), dialect);
    }

    /**
     * A comment as a literal.
     *
     * @throws UnsupportedFeatureException if it holds a character beyond U+FFFF, in whose place the server would keep a question mark
     */
    static String comment(String comment, Dialect dialect) {
        if (comment.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
            throw new UnsupportedFeatureException(
                    "comment with a character beyond U+FFFF (\"" + comment + "\")",
                    dialect.name(),
                    "Leave it out of the comment.");
        }
        return dialect.types().literal(comment, ValueType.STRING);
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
                ? origin(column, value.expression())
                : super.origin(column);
    }

    /** What an update writes is read as a part of the default. */
    private String origin(Column column, Expression expression) {
        Matcher onUpdate = ON_UPDATE.matcher(expression instanceof RawSql raw ? raw.text() : "");
        if (!onUpdate.matches()) {
            return " default " + defaultValue(column, expression);
        }
        String before = onUpdate.group(1);
        return (before.isEmpty() ? "" : " default " + (isBare(before) ? before : "(" + before + ")")) + " "
                + onUpdate.group(2);
    }

    /** Anything but a literal and the present needs parentheses. */
    private String defaultValue(Column column, Expression expression) {
        boolean bare = expression instanceof Value
                || expression instanceof NullLiteral
                || expression instanceof FunctionCall call && call.function() == FunctionCall.Function.CURRENT_TIMESTAMP
                || expression instanceof RawSql raw && isBare(raw.text());
        boolean open = server == Server.MYSQL && !(expression instanceof NullLiteral) && isOpen(column);
        return bare && !open ? inline(expression) : "(" + inline(expression) + ")";
    }

    private static boolean isBare(String text) {
        return MarkedTexts.isString(text) || PRESENT.matcher(text).matches();
    }

    private boolean isOpen(Column column) {
        String type = dialect.types().declaration(column.type());
        return OPEN.stream().anyMatch(type::endsWith);
    }
}
