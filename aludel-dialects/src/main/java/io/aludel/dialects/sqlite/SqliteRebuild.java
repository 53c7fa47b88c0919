// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Identifiers;
import io.aludel.core.dialect.RebuildProtocol;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.name.TableName;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Unreadable;
import io.aludel.core.type.StandardType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one rebuild: a new table, the rows copied, the old one dropped, the new one renamed. Before anything goes, guards make
 * sure that the live table has no column, index or trigger that would be lost. Source: sqlite.org, "Making Other Kinds Of Table
 * Schema Changes".
 */
final class SqliteRebuild {
    /** With foreign keys enforced, dropping the old table would delete the rows of others that point at it. */
    static final RebuildProtocol PROTOCOL = new RebuildProtocol(
            List.of("pragma foreign_keys = off"),
            "pragma foreign_keys",
            "0",
            "pragma foreign_key_check",
            List.of("pragma legacy_alter_table = off", "pragma foreign_keys = on"));

    private static final String GUARD = "aludel_rebuild_guard";

    private final SqliteDdl ddl;
    private final Table before;
    private final Table after;
    private final Schema live;
    private final List<String> triggers;
    private final TableName temporary;
    /** By column of the new table, the column of the old one that its values come from. */
    private final Map<Column, Column> copied;

    private final Map<String, String> conversions;

    private final List<String> statements = new ArrayList<>();

    SqliteRebuild(SqliteDdl ddl, DdlStep.Rebuild rebuild, Schema live) {
        this.ddl = ddl;
        this.before = rebuild.before();
        this.after = rebuild.after();
        this.live = live;
        this.triggers = live.triggers().stream()
                .map(trigger -> trigger.definition().text())
                .toList();
        this.temporary = TableName.of(after.name().name() + "__new");
        this.copied = copied(rebuild);
        this.conversions = rebuild.conversions();
    }

    List<String> statements() {
        requireReadable();
        requireTriggersKeepTheirColumns();
        guardColumns();
        guardIndexesAndTriggers();
        statements.add("pragma legacy_alter_table = on");
        statements.addAll(ddl.tableOnly(after.withName(temporary)));
        copyRows();
        guardConvertedValues();
        keepCounter();
        statements.add("drop table " + ddl.quoted(before.name()));
        statements.add("alter table " + ddl.quoted(temporary) + " rename to " + ddl.quoted(after.name()));
        statements.addAll(ddl.indexesOf(after));
        statements.addAll(triggers);
        statements.add("pragma legacy_alter_table = off");
        return List.copyOf(statements);
    }

    private static Map<Column, Column> copied(DdlStep.Rebuild rebuild) {
        Map<Column, Column> copied = new LinkedHashMap<>();
        for (Column column : rebuild.after().columns()) {
            String source = rebuild.sources().getOrDefault(column.name(), column.name());
            if (!(column.generation() instanceof Generation.Computed)) {
                rebuild.before().column(source).ifPresent(from -> copied.put(column, from));
            }
        }
        return copied;
    }

    private void requireReadable() {
        if (!live.unreadable().isEmpty()) {
            throw new UnsupportedFeatureException(
                    "way to keep all of table \"" + before.name() + "\" while it is rebuilt",
                    "sqlite",
                    live.unreadable().stream().map(Unreadable::toString).collect(Collectors.joining(" ")));
        }
    }

    /** A trigger is kept as text; nothing would tell that it speaks of a column that is gone until it fires. */
    private void requireTriggersKeepTheirColumns() {
        Set<String> gone = before.columns().stream()
                .map(Column::name)
                .filter(name -> after.column(name).isEmpty())
                .map(SqliteNames::folded)
                .collect(Collectors.toSet());
        for (String trigger : triggers) {
            for (Token token : Tokenizer.tokens(trigger, SqliteNames.LEXIS)) {
                if (token.isName() && gone.contains(SqliteNames.folded(token.value()))) {
                    throw new UnsupportedFeatureException(
                            "way to keep a trigger of table \"" + before.name() + "\" that names column \""
                                    + token.value() + "\", which goes",
                            "sqlite",
                            "Drop the trigger before this change and create it anew after it.");
                }
            }
        }
    }

    private void guardColumns() {
        String known = literals(before.columns().stream().map(Column::name));
        guard(
                "table " + before.name() + " has columns that this migration does not know",
                "select count(*) from pragma_table_xinfo("
                        + literal(before.name().name()) + ", 'main') where lower(name) not in (" + known + ")");
    }

    private void guardIndexesAndTriggers() {
        String table =
                "lower(tbl_name) = " + literal(SqliteNames.folded(before.name().name()));
        guard(
                "table " + before.name() + " has indexes that this migration does not know",
                "select count(*) from sqlite_schema where type = 'index' and sql is not null and " + table
                        + " and lower(name) not in ("
                        + literals(before.indexes().stream().map(Index::name)) + ")");
        guard(
                "table " + before.name() + " has triggers that were not saved",
                "select abs(count(*) - " + triggers.size() + ") from sqlite_schema where type = 'trigger' and "
                        + table);
        guard(
                "table " + before.name() + " has a temporary trigger, or a temporary table hides it",
                "select count(*) from sqlite_temp_schema where " + table);
    }

    /** A check whose name is the message: SQLite has no other way to fail with words. */
    private void guard(String message, String countOfViolations) {
        String table = "temp." + GUARD;
        statements.add("create temp table " + GUARD + " (violations integer constraint " + Identifiers.quote(message)
                + " check (violations = 0))");
        statements.add("insert into " + table + " " + countOfViolations);
        statements.add("drop table " + table);
    }

    private void copyRows() {
        if (copied.isEmpty()) {
            throw new UnsupportedFeatureException(
                    "way to rebuild table \"" + before.name() + "\" with none of its columns kept",
                    "sqlite",
                    "Drop the table and create another.");
        }
        String to = copied.keySet().stream()
                .map(column -> ddl.quoted(column.name()))
                .collect(Collectors.joining(", "));
        String from = copied.entrySet().stream()
                .map(entry -> conversions.containsKey(entry.getKey().name())
                        ? "(" + conversions.get(entry.getKey().name()) + ")"
                        : ddl.quoted(entry.getValue().name()))
                .collect(Collectors.joining(", "));
        statements.add("insert into " + ddl.quoted(temporary) + " (" + to + ") select " + from + " from "
                + ddl.quoted(before.name()));
    }

    /**
     * The new column's affinity converts what it can without loss, and leaves the rest as it is. A cast would make 0 of a text that is no
     * number, without a word.
     */
    private void guardConvertedValues() {
        copied.forEach((to, from) -> {
            if (from.type().equals(to.type())) {
                return;
            }
            if (!conversions.containsKey(to.name())) {
                requireConvertible(from, to);
            }
            String classes = storageClasses(to);
            if (classes != null) {
                guard(
                        "column " + before.name() + "." + from.name() + " has values that are no " + ddl.typeOf(to),
                        "select count(*) from " + ddl.quoted(temporary) + " where typeof(" + ddl.quoted(to.name())
                                + ") not in (" + classes + ", 'null')");
            }
        });
    }

    private void requireConvertible(Column from, Column to) {
        if (isTime(from) != isTime(to) && !isText(to) && !isText(from) || isTime(from) && isTime(to)) {
            throw new UnsupportedFeatureException(
                    "way to convert column \"" + before.name() + "." + from.name() + "\" from " + from.type() + " to "
                            + to.type() + " while it rebuilds the table",
                    "sqlite",
                    "Add a new column, fill it with SQL of your own, then drop the old one.");
        }
    }

    private static boolean isTime(Column column) {
        return column.type() instanceof StandardType type
                && switch (type.kind()) {
                    case DATE, TIME, TIMESTAMP, TIMESTAMP_TZ -> true;
                    case BOOLEAN,
                            SMALLINT,
                            INTEGER,
                            BIGINT,
                            DECIMAL,
                            REAL,
                            DOUBLE,
                            CHAR,
                            VARCHAR,
                            TEXT,
                            BINARY,
                            UUID,
                            JSON -> false;
                };
    }

    private static boolean isText(Column column) {
        return "'text'".equals(storageClasses(column)) && !isTime(column);
    }

    /** What {@code typeof} says of values of this type; null where it may say anything. */
    private static @Nullable String storageClasses(Column column) {
        if (!(column.type().in("sqlite") instanceof StandardType standard)) {
            return null;
        }
        return switch (standard.kind()) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT -> "'integer'";
            case DECIMAL, REAL, DOUBLE -> "'integer', 'real'";
            case CHAR, VARCHAR, TEXT, DATE, TIME, TIMESTAMP, TIMESTAMP_TZ, UUID, JSON -> "'text'";
            case BINARY -> "'blob'";
        };
    }

    /** The last number given out, which may belong to a row that is gone. An update would miss it where the table is empty. */
    private void keepCounter() {
        if (after.identityColumn().isEmpty()) {
            return;
        }
        String counter = " from sqlite_sequence where lower(name) = "
                + literal(SqliteNames.folded(before.name().name()));
        String name = literal(temporary.name());
        statements.add("delete from sqlite_sequence where name = " + name + " and exists (select 1" + counter + ")");
        statements.add("insert into sqlite_sequence (name, seq) select " + name + ", seq" + counter);
    }

    private static String literals(Stream<String> names) {
        return names.map(name -> literal(SqliteNames.folded(name))).collect(Collectors.joining(", "));
    }

    private static String literal(String text) {
        return SqliteLiterals.of(text);
    }
}
