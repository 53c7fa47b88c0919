// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables and sequences. What is of a table comes from {@link MariaDbColumnReader} and {@link MariaDbKeyReader}. */
final class MariaDbTableReader {
    /** Those that keep rows by themselves; what others need besides, the catalogue does not show. */
    private static final Set<String> ENGINES =
            Set.of("InnoDB", "Aria", "MyISAM", "MEMORY", "ARCHIVE", "CSV", "BLACKHOLE");

    private static final ServerVersion SHOWS_PERIODS = new ServerVersion(11, 4);

    private final MariaDbReading reading;
    private final Map<TableName, CatalogRow> tables = new LinkedHashMap<>();
    private final Map<TableName, CatalogRow> sequences = new LinkedHashMap<>();

    MariaDbTableReader(MariaDbReading reading) {
        this.reading = reading;
    }

    Schema read() {
        reading.rows(MariaDbCatalog.TABLES, "table_schema", "table_name").forEach(this::sort);
        hidden();
        Map<TableName, List<CatalogRow>> columns =
                reading.byTable(reading.rows(MariaDbCatalog.COLUMNS, "table_schema", "table_name"));
        List<Sequence> numbered = new MariaDbSequenceReader(reading).read(sequences, columns);
        return Schema.of(tables.isEmpty() ? List.of() : tables(columns), numbered);
    }

    private void sort(CatalogRow row) {
        TableName name = reading.table(row);
        if (row.text("table_type").equals("SEQUENCE")) {
            if (reading.scope().has(ObjectKind.SEQUENCE) && reading.scope().names() == null) {
                sequences.put(name, row);
            }
        } else if (reading.scope().has(ObjectKind.TABLE) && reading.scope().hasName(name)) {
            tables.put(name, row);
        }
    }

    private void hidden() {
        if (reading.scope().names() == null) {
            reading.schemas().stream()
                    .filter(schema -> !reading.rights().seesTables(schema))
                    .forEach(schema -> reading.hidden(schema, "other tables, views and sequences", "SELECT"));
        }
    }

    private List<Table> tables(Map<TableName, List<CatalogRow>> columns) {
        MariaDbColumnReader columnReader = new MariaDbColumnReader(reading, columns);
        MariaDbKeyReader keyReader = new MariaDbKeyReader(reading);
        Map<TableName, List<CatalogRow>> periods = periods();
        List<Table> read = new ArrayList<>();
        tables.forEach((name, row) -> {
            Table table = Table.of(name, List.of())
                    .withComment(MariaDbReading.comment(row, "table_comment"))
                    .withOptions(options(name, row));
            table = columnReader.read(table, row.nullableText("table_collation"));
            read.add(keyReader.read(table, "MEMORY".equals(row.nullableText("engine"))));
            periods.getOrDefault(name, List.of()).forEach(period -> period(name, period.text("period")));
        });
        return read;
    }

    /** What differs from what our own {@code create table} says. */
    private List<String> options(TableName name, CatalogRow row) {
        List<String> options = new ArrayList<>();
        String engine = row.nullableText("engine");
        if (engine == null || !ENGINES.contains(engine)) {
            unreadable(name, "The engine " + engine + " keeps it, of which not all is shown.");
        } else if (!engine.equals("InnoDB")) {
            options.add("engine=" + engine);
        }
        String collation = row.nullableText("table_collation");
        if (collation != null && !collation.equals(reading.dialect().server().collation())) {
            options.add("collate=" + collation);
        }
        for (String option : words(row.nullableText("create_options"))) {
            if (option.equals("partitioned")) {
                unreadable(name, "It is divided into partitions.");
            } else {
                options.add(option);
            }
        }
        if (row.text("table_type").equals("SYSTEM VERSIONED")) {
            options.add("with system versioning");
        }
        return options;
    }

    /** Cut at blanks that are in no quotes. */
    private static List<String> words(@Nullable String options) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (char c : (options == null ? "" : options + " ").toCharArray()) {
            if (c == ' ' && quote == 0) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                }
                word.setLength(0);
                continue;
            }
            if (quote == 0 && (c == '\'' || c == '`' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            word.append(c);
        }
        return words;
    }

    /** Only newer servers show them; those of the system itself are on columns, too. */
    private Map<TableName, List<CatalogRow>> periods() {
        boolean shown = reading.dialect().server() == Server.MARIADB
                && reading.dialect().version().compareTo(SHOWS_PERIODS) >= 0;
        return shown
                ? reading.byTable(reading.rows(MariaDbCatalog.PERIODS, "table_schema", "table_name"))
                : new HashMap<>();
    }

    private void period(TableName name, String period) {
        unreadable(name, "It has the period \"" + period + "\".");
    }

    private void unreadable(TableName name, String reason) {
        reading.unreadable(ObjectKind.TABLE, name, null, reason + MariaDbReading.BY_HAND);
    }

    static Map<String, List<CatalogRow>> grouped(List<CatalogRow> rows, String column) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.text(column), LinkedHashMap::new, Collectors.toList()));
    }

    static List<String> texts(List<CatalogRow> rows, String column) {
        return rows.stream().map(row -> row.text(column)).toList();
    }
}
