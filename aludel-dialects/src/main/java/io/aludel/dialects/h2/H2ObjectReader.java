// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Sequence;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has a name of its own and is no table or view. */
final class H2ObjectReader {
    private final H2Reading reading;

    H2ObjectReader(H2Reading reading) {
        this.reading = reading;
    }

    List<Domain> domains() {
        Map<TableName, List<CatalogRow>> checks =
                reading.by("domain", reading.inSchemas(H2ObjectCatalog.DOMAIN_CHECKS));
        Map<TableName, List<CatalogRow>> conditions =
                reading.by("constraint", reading.named(H2Catalog.CHECKS, List.of()));
        List<Domain> domains = new ArrayList<>();
        for (CatalogRow row : reading.inSchemas(H2ObjectCatalog.DOMAINS)) {
            TableName name = reading.name(row, "domain");
            if (row.nullableText("domain_on_update") != null) {
                reading.unreadable(
                        ObjectKind.DOMAIN, name, null, "It changes its value on update." + H2Reading.BY_HAND);
            }
            domains.add(Domain.of(name, reading.type(row, "parent_domain"))
                    .withDefault(H2Reading.defaultOf(row.nullableText("domain_default")))
                    .withChecks(checks.getOrDefault(name, List.of()).stream()
                            .map(check -> check(reading.name(check, "constraint"), conditions))
                            .toList())
                    .withComment(row.nullableText("remarks")));
        }
        return domains;
    }

    private static Check check(TableName name, Map<TableName, List<CatalogRow>> conditions) {
        String condition = conditions.get(name).get(0).text("check_clause");
        return new Check(name.name(), H2Reading.raw(condition, ValueType.BOOLEAN));
    }

    List<Sequence> sequences() {
        return reading.inSchemas(H2ObjectCatalog.SEQUENCES).stream()
                .map(row -> new Sequence(
                        reading.name(row, "sequence"),
                        numberType(row),
                        H2Numbering.of(row),
                        null,
                        row.nullableText("remarks")))
                .toList();
    }

    /** Null for {@code bigint}. A precision is told where it was given. */
    private @Nullable SqlType numberType(CatalogRow row) {
        String precision = row.nullableText("declared_precision");
        SqlType type = reading.type(row.text("number_type") + (precision == null ? "" : "(" + precision + ")"));
        return type.equals(SqlType.bigint()) ? null : type;
    }

    List<Routine> routines() {
        List<Routine> routines = new ArrayList<>();
        for (List<CatalogRow> methods : reading.by("routine", reading.inSchemas(H2ObjectCatalog.ROUTINES))
                .values()) {
            CatalogRow row = methods.get(0);
            TableName name = reading.name(row, "routine");
            Routine.Kind kind = Routine.Kind.valueOf(row.text("routine_type").toUpperCase(Locale.ROOT));
            String body = body(row);
            if (body == null) {
                reading.unreadable(
                        ObjectKind.ROUTINE,
                        name,
                        null,
                        "H2 shows its source to administrators only. Read the schema as one of them.");
            } else {
                String statement = "create " + (kind == Routine.Kind.AGGREGATE ? "aggregate " : "alias ")
                        + H2Reading.sql(name) + (row.text("is_deterministic").equals("YES") ? " deterministic" : "")
                        + body;
                routines.add(new Routine(kind, name, "", H2Reading.definition(statement), row.nullableText("remarks")));
            }
        }
        return routines;
    }

    /** A method of a class that is there, or a source. */
    private @Nullable String body(CatalogRow row) {
        String method = row.nullableText("external_name");
        String source = row.nullableText("routine_definition");
        return method != null
                ? " for " + reading.literal(method)
                : source != null ? " as " + reading.literal(source) : null;
    }

    /** What a schema of ours has no place for. */
    void others() {
        for (CatalogRow row : reading.query(H2ObjectCatalog.OTHERS, reading.schemas(), reading.schemas())) {
            reading.unreadable(
                    ObjectKind.SCHEMA,
                    TableName.of(row.text("schema_name")),
                    row.text("kind") + " \"" + row.text("name") + "\"",
                    "It has no place in a schema here." + H2Reading.BY_HAND);
        }
    }
}
