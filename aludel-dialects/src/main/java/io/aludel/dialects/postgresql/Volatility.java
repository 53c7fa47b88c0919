// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.expr.Cast;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.NullLiteral;
import io.aludel.core.expr.RawSql;
import io.aludel.core.expr.Value;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether an expression may give another value for each row of one statement. A function that is not known is taken to do so. Source: manual, 38.7
 * "Function Volatility Categories".
 */
final class Volatility {
    private static final Set<String> STEADY = Set.of(
            "now",
            "transaction_timestamp",
            "statement_timestamp",
            "current_timestamp",
            "current_time",
            "localtime",
            "localtimestamp",
            "timezone",
            "lower",
            "upper",
            "trim",
            "btrim",
            "coalesce",
            "concat",
            "round",
            "abs",
            "length",
            "char",
            "varchar",
            "character",
            "varying",
            "numeric",
            "decimal",
            "timestamp",
            "time",
            "bit",
            "interval");

    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern CALL = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_$.]*|\")\\s*\\(");

    private Volatility() {}

    static boolean isVolatile(Expression expression) {
        if (expression instanceof Value || expression instanceof NullLiteral) {
            return false;
        }
        if (expression instanceof Cast cast) {
            return isVolatile(cast.operand());
        }
        if (expression instanceof FunctionCall call) {
            return call.arguments().stream().anyMatch(Volatility::isVolatile); // none of ours is
        }
        return !(expression instanceof RawSql raw) || callsUnknown(raw.text());
    }

    private static boolean callsUnknown(String sql) {
        Matcher calls = CALL.matcher(QUOTED.matcher(sql).replaceAll(" "));
        while (calls.find()) {
            String name = calls.group(1).toLowerCase(Locale.ROOT);
            if (!STEADY.contains(name.replaceFirst("^pg_catalog\\.", ""))) {
                return true;
            }
        }
        return false;
    }
}
