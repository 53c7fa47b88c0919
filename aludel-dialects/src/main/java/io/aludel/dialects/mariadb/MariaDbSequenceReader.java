// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sequences: each is a table of one row, which only those see who may select from it. */
final class MariaDbSequenceReader {
    private final MariaDbReading reading;

    MariaDbSequenceReader(MariaDbReading reading) {
        this.reading = reading;
    }

    List<Sequence> read(Map<TableName, CatalogRow> tables, Map<TableName, List<CatalogRow>> columns) {
        List<Sequence> sequences = new ArrayList<>();
        tables.forEach((name, row) -> {
            if (!isSelected(columns.getOrDefault(name, List.of()))) {
                unreadable(name, "The right to select from it is missing; grant it.");
            } else {
                sequences.add(new Sequence(name, 1, 1).withComment(MariaDbReading.comment(row, "table_comment")));
                if (!"InnoDB".equals(row.nullableText("engine"))) {
                    unreadable(
                            name, "The engine " + row.nullableText("engine") + " keeps it." + MariaDbReading.BY_HAND);
                }
            }
        });
        List<Sequence> numbered = new ArrayList<>();
        if (!sequences.isEmpty()) {
            for (CatalogRow row : reading.query(MariaDbCatalog.sequences(reading.dialect(), sequences))) {
                Sequence sequence = sequences.get((int) row.number("place"));
                if (row.number("increment") == 0) {
                    unreadable(
                            sequence.name(),
                            "It counts by the setting auto_increment_increment." + MariaDbReading.BY_HAND);
                } else {
                    numbered.add(sequence.withNumbering(numbering(row)));
                }
            }
        }
        return numbered;
    }

    private static boolean isSelected(List<CatalogRow> columns) {
        return !columns.isEmpty()
                && columns.stream().allMatch(row -> row.text("privileges").contains("select"));
    }

    private static Numbering numbering(CatalogRow row) {
        boolean rising = row.number("increment") > 0;
        return Numbering.of(row.number("start_value"), row.number("increment"))
                .within(
                        unless(rising ? 1 : -Long.MAX_VALUE, row.number("minimum_value")),
                        unless(rising ? Long.MAX_VALUE - 1 : -1, row.number("maximum_value")))
                .withCache(Math.max(row.number("cache_size"), 1))
                .withCycle(row.bool("cycle_option"));
    }

    private static @Nullable Long unless(long usual, long limit) {
        return limit == usual ? null : limit;
    }

    private void unreadable(TableName name, String reason) {
        reading.unreadable(ObjectKind.SEQUENCE, name, null, reason);
    }
}
