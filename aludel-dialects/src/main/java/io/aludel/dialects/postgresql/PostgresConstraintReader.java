// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys and checks of one table. */
final class PostgresConstraintReader {
    private final PostgresReading reading;
    private final TableName table;
    private @Nullable PrimaryKey primaryKey;
    private final List<UniqueKey> uniqueKeys = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();

    PostgresConstraintReader(PostgresReading reading, TableName table, List<CatalogRow> rows) {
        this.reading = reading;
        this.table = table;
        rows.forEach(this::add);
    }

    Table in(Table table) {
        return table.withPrimaryKey(primaryKey)
                .withUniqueKeys(uniqueKeys)
                .withForeignKeys(foreignKeys)
                .withChecks(checks);
    }

    private void add(CatalogRow row) {
        String name = row.text("name");
        String kind = row.text("kind");
        String oddity = oddity(row, kind);
        if (oddity != null) {
            unreadable(kind, name, oddity);
            return;
        }
        switch (kind) {
            case "p" ->
                primaryKey = new PrimaryKey(
                        name, names(row, "columns"), names(row, "include"), PostgresReading.deferral(row));
            case "u" ->
                uniqueKeys.add(new UniqueKey(
                        name,
                        names(row, "columns"),
                        names(row, "include"),
                        !row.bool("nulls_equal"),
                        PostgresReading.deferral(row)));
            case "f" -> foreignKeys.add(foreignKey(row));
            default ->
                checks.add(new Check(
                        name, PostgresReading.raw(row.text("condition"), ValueType.BOOLEAN), row.bool("is_validated")));
        }
        if (!names(row, "options").isEmpty()) {
            unreadable(
                    kind,
                    name,
                    "Its index has options (" + String.join(", ", names(row, "options"))
                            + "), which only an index has here." + PostgresReading.BY_HAND);
        }
    }

    /** What of the constraint has no words here; null for nothing. */
    private static @Nullable String oddity(CatalogRow row, String kind) {
        if (row.bool("is_not_enforced")) {
            return "It is not enforced.";
        }
        if (row.bool("is_temporal")) {
            return "It is about spans of time.";
        }
        if (row.bool("is_not_inherited")) {
            return "It is not inherited (no inherit).";
        }
        if (row.bool("deletes_some")) {
            return "When its target goes, only some of its columns are set (on delete set … of named columns).";
        }
        return kind.equals("n") ? "Rows that were there before it were not looked at (not valid)." : null;
    }

    private void unreadable(String kind, String name, String reason) {
        String what = switch (kind) {
            case "p" -> "primary key";
            case "u" -> "unique constraint";
            case "f" -> "foreign key";
            case "n" -> "not null constraint";
            default -> "check";
        };
        reading.unreadable(
                ObjectKind.TABLE,
                table,
                what + " \"" + name + "\"",
                reason.endsWith(PostgresReading.BY_HAND) ? reason : reason + PostgresReading.BY_HAND);
    }

    private ForeignKey foreignKey(CatalogRow row) {
        return new ForeignKey(
                row.text("name"),
                names(row, "columns"),
                reading.name(row, "target_schema", "target_table"),
                names(row, "target_columns"),
                action(row.text("on_delete")),
                action(row.text("on_update")),
                row.text("match").equals("f") ? ForeignKey.Match.FULL : ForeignKey.Match.SIMPLE,
                PostgresReading.deferral(row),
                row.bool("is_validated"));
    }

    private static ForeignKey.Action action(String code) {
        return switch (code) {
            case "a" -> ForeignKey.Action.NO_ACTION;
            case "r" -> ForeignKey.Action.RESTRICT;
            case "c" -> ForeignKey.Action.CASCADE;
            case "n" -> ForeignKey.Action.SET_NULL;
            case "d" -> ForeignKey.Action.SET_DEFAULT;
            default -> throw new IllegalStateException("PostgreSQL has a foreign key action \"" + code + "\".");
        };
    }

    private static List<String> names(CatalogRow row, String column) {
        return PostgresReading.names(row, column);
    }
}
