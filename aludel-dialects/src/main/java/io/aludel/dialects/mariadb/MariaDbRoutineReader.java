// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Routine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Functions and procedures: the statement that makes each, put together from what the catalogue has of it, its body as it was written. */
final class MariaDbRoutineReader {
    /** Only an aggregate has it, and must (mariadb.com/kb, "Stored Aggregate Functions"); the catalogue does not say otherwise. */
    private static final Pattern NEXT_ROW =
            Pattern.compile("\\bfetch\\s+group\\s+next\\s+row\\b", Pattern.CASE_INSENSITIVE);

    private final MariaDbReading reading;
    private final Map<String, List<CatalogRow>> parameters = new HashMap<>();

    MariaDbRoutineReader(MariaDbReading reading) {
        this.reading = reading;
    }

    List<Routine> read() {
        reading.schemas().stream()
                .filter(schema -> !reading.rights().seesRoutines(schema))
                .forEach(schema -> reading.hidden(schema, "routines", "EXECUTE"));
        reading.rows(MariaDbCatalog.PARAMETERS, "specific_schema")
                .forEach(row -> parameters
                        .computeIfAbsent(key(row, "specific_schema", "specific_name"), key -> new ArrayList<>())
                        .add(row));
        return reading.rows(MariaDbCatalog.ROUTINES, "routine_schema").stream()
                .flatMap(row -> routine(row).stream())
                .toList();
    }

    private static String key(CatalogRow row, String schema, String name) {
        return row.text(schema) + "\n" + row.text(name) + "\n" + row.text("routine_type");
    }

    private Optional<Routine> routine(CatalogRow row) {
        TableName name = reading.name(row, "routine_schema", "routine_name");
        List<CatalogRow> signature = parameters.getOrDefault(key(row, "routine_schema", "routine_name"), List.of());
        String trouble = trouble(row, signature);
        if (trouble != null) {
            reading.unreadable(ObjectKind.ROUTINE, name, null, trouble);
            return Optional.empty();
        }
        boolean function = row.text("routine_type").equals("FUNCTION");
        if (!MariaDbObjectReader.isMadeByItsMode(reading, row, ObjectKind.ROUTINE, name)) {
            return Optional.empty();
        }
        String body = body(row, name, function ? "function" : "procedure");
        boolean aggregate = function && NEXT_ROW.matcher(body).find();
        String text = "create "
                + reading.definer(row) + (aggregate ? "aggregate " : "") + (function ? "function " : "procedure ")
                + reading.dialect().name(name) + parameters(signature) + returns(signature) + characteristics(row)
                + "\n"
                + body;
        return Optional.of(new Routine(
                function ? Routine.Kind.FUNCTION : Routine.Kind.PROCEDURE,
                name,
                "",
                MariaDbReading.definition(reading.byItsMode(row, text)),
                MariaDbReading.comment(row, "routine_comment")));
    }

    private String body(CatalogRow row, TableName name, String type) {
        String told = row.text("routine_definition");
        return ShownBody.isRewritten(told)
                ? ShownBody.ofRoutine(reading.query(
                                "show create " + type + " " + reading.dialect().name(name))
                        .get(0)
                        .text("create " + type))
                : told;
    }

    /** Why it cannot be read; null where it can. */
    private static @Nullable String trouble(CatalogRow row, List<CatalogRow> signature) {
        String type = row.text("routine_type");
        if (!type.equals("FUNCTION") && !type.equals("PROCEDURE")) {
            return "It is a " + type.toLowerCase(Locale.ROOT) + "." + MariaDbReading.BY_HAND;
        }
        if (row.nullableText("routine_definition") == null) {
            return "The right to see its text is missing; grant SHOW CREATE ROUTINE on the schema, or SELECT on"
                    + " mysql.proc.";
        }
        if (!row.text("routine_body").equals("SQL")) {
            return "It is written in " + row.text("routine_body") + "." + MariaDbReading.BY_HAND;
        }
        if (List.of(row.text("sql_mode").split(",")).contains("ORACLE")) {
            return "It is written as for Oracle." + MariaDbReading.BY_HAND;
        }
        return signature.stream().allMatch(parameter -> parameter.nullableText("dtd_identifier") != null)
                ? null
                : "The type of a parameter is not shown." + MariaDbReading.BY_HAND;
    }

    private String parameters(List<CatalogRow> signature) {
        return signature.stream()
                .filter(row -> row.number("ordinal_position") > 0)
                .map(this::parameter)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Those of a function only go in, and may not say so. */
    private String parameter(CatalogRow row) {
        String mode = row.text("routine_type").equals("FUNCTION")
                ? ""
                : Objects.requireNonNull(row.nullableText("parameter_mode")).toLowerCase(Locale.ROOT) + " ";
        return mode + reading.dialect().quote(row.text("parameter_name")) + " " + type(row);
    }

    private static String returns(List<CatalogRow> signature) {
        return signature.stream()
                .filter(row -> row.number("ordinal_position") == 0)
                .map(row -> " returns " + type(row))
                .findFirst()
                .orElse("");
    }

    /** With its collation, as it would have that of the database otherwise. */
    private static String type(CatalogRow row) {
        String characters = row.nullableText("character_set_name");
        return row.text("dtd_identifier")
                + (characters == null ? "" : " character set " + characters + " collate " + row.text("collation_name"));
    }

    private static String characteristics(CatalogRow row) {
        String access = row.text("sql_data_access");
        return (row.text("is_deterministic").equals("YES") ? " deterministic" : "")
                + (access.equals("CONTAINS SQL") ? "" : " " + access.toLowerCase(Locale.ROOT))
                + (row.text("security_type").equals("INVOKER") ? " sql security invoker" : "");
    }
}
