// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import static java.util.stream.Collectors.joining;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.name.TableName;
import io.aludel.core.type.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Texts in which {@code information_schema}, whose own are of three bytes a character, shows a question mark for what it cannot hold: characters
 * beyond U+FFFF, four marks for each within an expression, and bytes that are no text. Only where there are marks the server is asked again, once
 * for each table.
 */
final class MarkedTexts {
    static final String LOST = "It may hold characters beyond U+FFFF, which the server shows as question marks.";

    private static final String MARK = "?";
    private static final String MARKS = "????";
    private static final String BEYOND = "[\\x{10000}-\\x{10FFFF}]";

    /** A string as the server prints it, and nothing else. */
    private static final Pattern STRING = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*'", Pattern.DOTALL);

    private final MariaDbReading reading;
    private final Map<TableName, String> tables = new HashMap<>();

    MarkedTexts(MariaDbReading reading) {
        this.reading = reading;
    }

    static boolean isString(String text) {
        return STRING.matcher(text).matches();
    }

    static boolean isMarked(String text) {
        return text.contains(MARK);
    }

    // expressions of tables

    /** The expression of a table as it is; empty where nobody knows. */
    Optional<String> expression(TableName table, String told) {
        if (!told.contains(MARKS)) {
            return Optional.of(told);
        }
        String shown = tables.computeIfAbsent(
                table,
                name -> reading.query("show create table " + reading.dialect().name(name))
                        .get(0)
                        .text("create table"));
        Set<String> found = Pattern.compile(pattern(told))
                .matcher(shown)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private static String pattern(String told) {
        return Stream.of(told.split(Pattern.quote(MARKS), -1))
                .map(Pattern::quote)
                .collect(joining("(?:" + Pattern.quote(MARKS) + "|" + BEYOND + ")"));
    }

    // defaults

    /**
     * The strings that are defaults of a table's columns, as literals by their columns. Without those that the user may not select, and as they are
     * told where the column must not be null and the table has no row: such a default is seen in a row only.
     */
    Map<String, String> defaults(TableName table, List<CatalogRow> columns) {
        List<CatalogRow> marked = columns.stream()
                .filter(MarkedTexts::hasMarkedDefault)
                .filter(row -> row.text("privileges").contains("select"))
                .toList();
        if (marked.isEmpty()) {
            return Map.of();
        }
        String name = reading.dialect().name(table);
        // An outer join has a row where the table may have none.
        CatalogRow values = reading.query(IntStream.range(0, marked.size())
                        .mapToObj(i -> asked(marked.get(i), name) + " as c" + i)
                        .collect(joining(", ", "select ", " from (select 1) as one left join "))
                        .concat(name + " as asked on 1 = 0"))
                .get(0);
        Map<String, String> defaults = new HashMap<>();
        for (int i = 0; i < marked.size(); i++) {
            defaults.put(marked.get(i).text("column_name"), literal(marked.get(i), values.nullableText("c" + i)));
        }
        return defaults;
    }

    private String literal(CatalogRow row, @Nullable String value) {
        if (value == null) {
            return row.text("column_default");
        }
        return isOfBytes(row) ? "x'" + value + "'" : reading.dialect().types().literal(value, ValueType.STRING);
    }

    private static boolean hasMarkedDefault(CatalogRow row) {
        @Nullable String value = row.nullableText("column_default");
        return value != null && isMarked(value) && isString(value);
    }

    private static String asked(CatalogRow row, String table) {
        boolean nullable = row.text("is_nullable").equals("YES");
        String value = "default(" + (nullable ? "asked." : "") + Backticks.quote(row.text("column_name")) + ")";
        String text = isOfBytes(row) ? "hex(" + value + ")" : value;
        return nullable ? text : "(select " + text + " from " + table + " limit 1)";
    }

    private static boolean isOfBytes(CatalogRow row) {
        return row.nullableText("collation_name") == null;
    }
}
