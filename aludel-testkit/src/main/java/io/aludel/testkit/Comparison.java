// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit;

import io.aludel.engine.ExecutedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** Compares what was executed with what was expected, and prints both so that one sees where they part. */
final class Comparison {
    private final List<Expected> expected;
    private final List<ExecutedStatement> actual;
    private int next;

    Comparison(List<Expected> expected, List<ExecutedStatement> actual) {
        this.expected = expected;
        this.actual = actual;
    }

    static void requireCount(int expected, List<ExecutedStatement> actual) {
        if (actual.size() != expected) {
            throw new AssertionFailedError(
                    "Expected " + count(expected) + ", but there " + (actual.size() == 1 ? "was " : "were ")
                            + actual.size() + ":\n" + printed(actual),
                    expected,
                    actual.size());
        }
    }

    void require() {
        String difference = difference();
        if (difference != null) {
            String wanted = printedExpected();
            String got = printed(actual);
            throw new AssertionFailedError(difference + "\nexpected:\n" + wanted + "\nbut was:\n" + got, wanted, got);
        }
    }

    private @Nullable String difference() {
        for (Expected each : expected) {
            String difference = each instanceof Expected.AnyOrder group ? group(group) : one((Expected.Statement) each);
            if (difference != null) {
                return difference;
            }
        }
        return next == actual.size()
                ? null
                : count(actual.size() - next) + " more than expected, from statement " + (next + 1) + " on.";
    }

    private @Nullable String one(Expected.Statement statement) {
        if (next == actual.size()) {
            return "Statement " + (next + 1) + " is missing.";
        }
        ExecutedStatement executed = actual.get(next);
        next++;
        if (matches(statement, executed)) {
            return null;
        }
        return "Statement " + next + " has another "
                + (!statement.sql().equals(executed.sql().strip())
                        ? "text."
                        : statement.batchSize().isPresent()
                                        && statement.batchSize().getAsInt() != executed.batchSize()
                                ? "batch size: " + executed.batchSize() + " instead of "
                                        + statement.batchSize().getAsInt() + "."
                                : "value.");
    }

    private @Nullable String group(Expected.AnyOrder group) {
        int end = Math.min(next + group.statements().size(), actual.size());
        List<ExecutedStatement> candidates = new ArrayList<>(actual.subList(next, end));
        String place =
                "statements " + (next + 1) + " to " + (next + group.statements().size());
        next = end;
        List<Expected.Statement> strictestFirst = group.statements().stream()
                .sorted(Comparator.comparingInt(Expected.Statement::strictness).reversed())
                .toList();
        for (Expected.Statement statement : strictestFirst) {
            if (!removeMatch(candidates, statement)) {
                return "Among " + place + " this one is missing: " + statement.sql();
            }
        }
        return null;
    }

    private static boolean removeMatch(List<ExecutedStatement> candidates, Expected.Statement statement) {
        for (Iterator<ExecutedStatement> each = candidates.iterator(); each.hasNext(); ) {
            if (matches(statement, each.next())) {
                each.remove();
                return true;
            }
        }
        return false;
    }

    private static boolean matches(Expected.Statement statement, ExecutedStatement executed) {
        return statement.sql().equals(executed.sql().strip())
                && (statement.batchSize().isEmpty() || statement.batchSize().getAsInt() == executed.batchSize())
                && (statement.rows().isEmpty() || sameValues(statement.rows(), executed.rows()));
    }

    /** As {@code equals}, and arrays of bytes by their content. */
    private static boolean sameValues(@Nullable Object one, @Nullable Object other) {
        if (!(one instanceof List<?> first) || !(other instanceof List<?> second)) {
            return Objects.deepEquals(one, other);
        }
        if (first.size() != second.size()) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            if (!sameValues(first.get(i), second.get(i))) {
                return false;
            }
        }
        return true;
    }

    private String printedExpected() {
        StringBuilder out = new StringBuilder();
        int number = 1;
        for (Expected each : expected) {
            if (each instanceof Expected.Statement statement) {
                print(out, number++ + ". ", statement);
            } else {
                Expected.AnyOrder group = (Expected.AnyOrder) each;
                int last = number + group.statements().size() - 1;
                out.append(number).append(" to ").append(last).append(" in any order:\n");
                group.statements().forEach(statement -> print(out, "   - ", statement));
                number = last + 1;
            }
        }
        return out.isEmpty() ? "(no statements)\n" : out.toString();
    }

    private static void print(StringBuilder out, String mark, Expected.Statement statement) {
        boolean sizeOnly = statement.rows().isEmpty() && statement.batchSize().isPresent();
        out.append(mark).append(statement.sql());
        out.append(sizeOnly ? " (batch of " + statement.batchSize().getAsInt() + ")\n" : "\n");
        printRows(out, statement.rows());
    }

    private static String printed(List<ExecutedStatement> statements) {
        StringBuilder out = new StringBuilder();
        int number = 1;
        for (ExecutedStatement statement : statements) {
            out.append(number++).append(". ").append(statement.sql().strip());
            out.append(statement.batchSize() > 1 ? " (batch of " + statement.batchSize() + ")" : "");
            out.append(statement.failure() == null ? "\n" : " (failed)\n");
            printRows(out, statement.rows());
        }
        return out.isEmpty() ? "(no statements)\n" : out.toString();
    }

    private static void printRows(StringBuilder out, List<List<@Nullable Object>> rows) {
        for (List<@Nullable Object> row : rows) {
            if (!row.isEmpty()) {
                out.append("   ")
                        .append(row.stream().map(Comparison::printed).toList())
                        .append('\n');
            }
        }
    }

    private static String printed(@Nullable Object value) {
        return value instanceof byte[] bytes ? "bytes " + Arrays.toString(bytes) : String.valueOf(value);
    }

    private static String count(int statements) {
        return statements == 1 ? "1 statement" : statements + " statements";
    }
}
