// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The indexes and exclusion constraints of one table or materialized view. */
final class PostgresIndexReader {
    private final PostgresReading reading;
    private final ObjectKind kind;
    private final TableName table;
    private final List<Index> indexes = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();

    PostgresIndexReader(PostgresReading reading, ObjectKind kind, TableName table, List<CatalogRow> rows) {
        this.reading = reading;
        this.kind = kind;
        this.table = table;
        rows.forEach(this::add);
    }

    List<Index> indexes() {
        return indexes;
    }

    List<Exclusion> exclusions() {
        return exclusions;
    }

    private void add(CatalogRow row) {
        boolean exclusion = row.bool("is_exclusion");
        String part = (exclusion ? "exclusion constraint \"" : "index \"") + row.text("name") + "\"";
        if (!row.bool("is_valid")) {
            reading.unreadable(
                    kind,
                    table,
                    part,
                    "It is invalid, so queries do not use it: it was not built to its end, or not on all partitions."
                            + " Drop it or build it anew (reindex).");
        } else if (row.bool("is_temporal")) {
            reading.unreadable(kind, table, part, "It is about spans of time." + PostgresReading.BY_HAND);
        } else if (exclusion
                && !(names(row, "include").isEmpty() && names(row, "options").isEmpty())) {
            reading.unreadable(
                    kind, table, part, "Its index has further columns or options." + PostgresReading.BY_HAND);
        } else if (exclusion) {
            exclusions.add(exclusion(row, part));
        } else {
            indexes.add(index(row, part));
        }
    }

    private Index index(CatalogRow row, String part) {
        return new Index(
                row.text("name"),
                parts(row, part),
                row.bool("is_unique"),
                predicate(row),
                row.nullableText("method"),
                names(row, "include"),
                !row.bool("nulls_equal"),
                names(row, "options"));
    }

    private Exclusion exclusion(CatalogRow row, String part) {
        List<String> operators = names(row, "operators");
        List<Index.Part> parts = parts(row, part);
        List<Exclusion.Element> elements = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            elements.add(new Exclusion.Element(parts.get(i), operators.get(i)));
        }
        return new Exclusion(
                row.text("name"), row.nullableText("method"), elements, predicate(row), PostgresReading.deferral(row));
    }

    private static @Nullable Expression predicate(CatalogRow row) {
        String predicate = row.nullableText("predicate");
        return predicate == null ? null : PostgresReading.raw(predicate, ValueType.BOOLEAN);
    }

    private List<Index.Part> parts(CatalogRow row, String part) {
        List<@Nullable String> columns = row.texts("columns");
        List<@Nullable String> expressions = row.texts("expressions");
        List<@Nullable String> orders = row.texts("orders");
        List<@Nullable String> collations = row.texts("collations");
        List<@Nullable String> collationSchemas = row.texts("collation_schemas");
        List<@Nullable String> classes = row.texts("classes");
        List<Index.Part> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            int order = Integer.parseInt(Objects.requireNonNull(orders.get(i)));
            boolean descending = (order & 1) != 0;
            parts.add(new Index.Part(
                    column == null
                            ? PostgresReading.raw(Objects.requireNonNull(expressions.get(i)), ValueType.STRING)
                            : new ColumnRef("", column, ValueType.STRING),
                    descending,
                    nulls(descending, (order & 2) != 0),
                    reading.collation(collations.get(i), collationSchemas.get(i), kind, table, part),
                    classes.get(i),
                    null));
        }
        return parts;
    }

    /** NULLs are the greatest where nothing is said (manual, create index). */
    private static Index.Nulls nulls(boolean descending, boolean first) {
        return first == descending ? Index.Nulls.USUAL : first ? Index.Nulls.FIRST : Index.Nulls.LAST;
    }

    private static List<String> names(CatalogRow row, String column) {
        return PostgresReading.names(row, column);
    }
}
