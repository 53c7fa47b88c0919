// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Sequence;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has a name of its own and is no table or view, one query for each kind. */
final class PostgresObjectReader {
    private final PostgresReading reading;
    private final CatalogReader catalog;

    PostgresObjectReader(PostgresReading reading, CatalogReader catalog) {
        this.reading = reading;
        this.catalog = catalog;
    }

    private List<CatalogRow> rows(String query) {
        return catalog.query(query, reading.schemas());
    }

    List<EnumType> enumTypes() {
        return rows(PostgresObjectCatalog.ENUM_TYPES).stream()
                .map(row -> new EnumType(
                        reading.name(row), PostgresReading.names(row, "labels"), row.nullableText("comment")))
                .toList();
    }

    /** The query has a row for each check, and one for a domain without any. */
    List<Domain> domains() {
        Map<TableName, Domain> domains = new LinkedHashMap<>();
        for (CatalogRow row : rows(PostgresObjectCatalog.DOMAINS)) {
            Domain domain = domains.computeIfAbsent(reading.name(row), name -> domain(name, row));
            if (row.nullableText("check_name") != null) {
                List<Check> checks = new ArrayList<>(domain.checks());
                checks.add(new Check(
                        row.text("check_name"),
                        PostgresReading.raw(row.text("condition"), ValueType.BOOLEAN),
                        row.bool("is_validated")));
                domains.put(domain.name(), domain.withChecks(checks));
            }
        }
        return List.copyOf(domains.values());
    }

    private Domain domain(TableName name, CatalogRow row) {
        return Domain.of(name, reading.type(row.text("type")))
                .withNullable(!row.bool("not_null"))
                .withDefault(PostgresReading.defaultOf(row.nullableText("default_value")))
                .withCollation(reading.collation(
                        row.nullableText("collation"),
                        row.nullableText("collation_schema"),
                        ObjectKind.DOMAIN,
                        name,
                        null))
                .withComment(row.nullableText("comment"));
    }

    List<Sequence> sequences() {
        return rows(PostgresObjectCatalog.SEQUENCES).stream()
                .map(this::sequence)
                .toList();
    }

    private Sequence sequence(CatalogRow row) {
        TableName name = reading.name(row);
        SqlType type = reading.type(row.text("number_type"));
        if (!row.text("persistence").equals("p")) {
            reading.unreadable(
                    ObjectKind.SEQUENCE,
                    name,
                    null,
                    "It is unlogged: after a crash it counts from the beginning." + PostgresReading.BY_HAND);
        }
        return new Sequence(
                name,
                type.equals(SqlType.bigint()) ? null : type,
                PostgresReading.numbering(row),
                row.nullableText("owner_table") == null
                        ? null
                        : new Sequence.Owner(
                                reading.name(row, "owner_schema", "owner_table"), row.text("owner_column")),
                row.nullableText("comment"));
    }

    List<Routine> routines() {
        return rows(PostgresObjectCatalog.ROUTINES).stream()
                .map(row -> new Routine(
                        kind(row.text("kind")),
                        reading.name(row),
                        row.text("signature"),
                        PostgresReading.definition(row.text("definition")),
                        row.nullableText("comment")))
                .toList();
    }

    /** As {@code prokind} has it; a window function is a function to {@code drop}. */
    private static Routine.Kind kind(String code) {
        return switch (code) {
            case "a" -> Routine.Kind.AGGREGATE;
            case "p" -> Routine.Kind.PROCEDURE;
            default -> Routine.Kind.FUNCTION;
        };
    }

    /** What a schema of ours has no place for. */
    void others() {
        for (CatalogRow row : rows(PostgresObjectCatalog.OTHERS)) {
            reading.unreadable(
                    ObjectKind.SCHEMA,
                    TableName.of(row.text("schema")),
                    row.text("kind") + " \"" + row.text("name") + "\"",
                    "It has no place in a schema here." + PostgresReading.BY_HAND);
        }
    }
}
