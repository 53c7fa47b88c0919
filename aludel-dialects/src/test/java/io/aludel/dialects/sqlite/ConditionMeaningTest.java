// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.expr.Expression;
import io.aludel.core.parse.ConditionParser;
import io.aludel.core.parse.Reading;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever the parser reads of a user's text means, written for SQLite, what the text meant there. Without division: SQLite alone divides
 * decimals as integers where they happen to be whole.
 */
class ConditionMeaningTest {
    private static final Map<String, ValueType<?>> COLUMNS = Map.of(
            "a", ValueType.INTEGER,
            "b", ValueType.LONG,
            "price", ValueType.DECIMAL.as(SqlType.decimal(10, 2)),
            "name", ValueType.STRING,
            "tame", ValueType.BOOLEAN,
            "born", ValueType.LOCAL_DATE);

    private final ConditionParser parser = new ConditionParser(name -> Optional.ofNullable(COLUMNS.get(name)));
    private final SqliteDialect dialect = new SqliteDialect();
    private final Random random = new Random(20261120);

    @Test
    void holdsForRandomConditionsOverRandomRows() {
        int trials = 20 * Integer.getInteger("aludel.trials", 50);
        int read = 0;
        try (TestConnection database = TestConnection.inMemory()) {
            fill(database);
            for (int i = 0; i < trials; i++) {
                String text = condition(3);
                if (parser.condition(text) instanceof Reading.Of reading) {
                    read++;
                    Expression expression = reading.expression();
                    String written = dialect.newRenderer().renderInline(expression);
                    assertThat(results(database, written))
                            .as("%s\n%s", text, written)
                            .isEqualTo(results(database, text));
                }
            }
        }
        assertThat(read).isGreaterThan(trials / 4);
    }

    private static List<Object> results(TestConnection database, String condition) {
        return database.values("select (" + condition + ") from t order by rowid");
    }

    private static void fill(TestConnection database) {
        database.execute(
                "create table t (a integer, b bigint, price decimal(10, 2), name text, tame boolean, born date)");
        database.execute("insert into t with n(v) as (values (null), (0), (1), (-2), (7)),"
                + " s(v) as (values (null), (''), ('x'), ('X y'), ('it''s'))"
                + " select n1.v, n2.v, n1.v * 1.25, s.v, n2.v > 0, case when n1.v > 0 then '2020-02-29' end"
                + " from n n1, n n2, s");
    }

    private String condition(int depth) {
        if (depth == 0) {
            return pick("a > 0", "tame", "name is null", "b in (0, 7)", "price >= 1.25", "born = '2020-02-29'");
        }
        return switch (random.nextInt(12)) {
            case 0 -> condition(depth - 1) + " and " + condition(depth - 1);
            case 1 -> condition(depth - 1) + " OR " + condition(depth - 1);
            case 2 -> "not " + condition(depth - 1);
            case 3 -> "(" + condition(depth - 1) + ")";
            case 4 -> number(depth) + pick(" = ", " <> ", " != ", " < ", " <=", ">", " >= ") + number(depth);
            case 5 -> number(depth) + pick(" between ", " not between ") + number(1) + " and " + number(1);
            case 6 -> number(depth) + pick(" in (", " not in (") + number(1) + ", " + number(1) + ")";
            case 7 -> text(depth) + pick(" = ", " <> ", " < ", " >= ") + text(depth);
            case 8 -> pick(number(depth), text(depth)) + pick(" is null", " is not null", " notnull", " isnull");
            case 9 -> "case when " + condition(depth - 1) + " then " + number(1) + " else " + number(1) + " end > 0";
            case 10 -> "(" + condition(depth - 1) + ") = (" + condition(depth - 1) + ")";
            default -> "born" + pick(" < ", " = ") + pick("'2020-03-01'", "born");
        };
    }

    private String number(int depth) {
        if (depth <= 1) {
            return pick("a", "b", "price", "0", "1", "-2", "1.25", "7", "\"a\"", "null");
        }
        return switch (random.nextInt(9)) {
            case 0 -> number(depth - 1) + pick(" + ", " - ", " * ", " % ") + number(depth - 1);
            case 1 -> "-" + pick("a", "(b)", "(" + number(depth - 1) + ")", " - a");
            case 2 -> "(" + number(depth - 1) + ")";
            case 3 -> "abs(" + number(depth - 1) + ")";
            case 4 -> "coalesce(" + number(depth - 1) + ", " + number(1) + ")";
            case 5 -> "nullif(" + number(depth - 1) + ", " + number(1) + ")";
            case 6 -> "length(" + text(depth - 1) + ")";
            case 7 -> "case a when " + number(1) + " then " + number(1) + " when 1 then 5 end";
            default -> number(depth - 1) + pick("+", "-", "*") + "(" + number(depth - 1) + ")";
        };
    }

    private String text(int depth) {
        if (depth <= 1) {
            return pick("name", "'x'", "''", "'it''s'", "\"name\"");
        }
        return switch (random.nextInt(4)) {
            case 0 -> text(depth - 1) + " || " + text(depth - 1);
            case 1 -> "trim(" + text(depth - 1) + ")";
            case 2 -> "(" + text(depth - 1) + ")";
            default -> "coalesce(name, " + text(depth - 1) + ")";
        };
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
