// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.Scratch;
import io.aludel.core.dialect.ScratchConnection;
import io.aludel.core.dialect.ScratchDatabase;
import io.aludel.core.dialect.Throwaway;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.NullLiteral;
import io.aludel.core.expr.RawSql;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.type.ValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A database beside the live one, on the same server and with the same collation. MariaDB prints defaults, checks and computed columns in words of its
 * own, so that the same meaning is mostly the same text; what is not stays different.
 */
final class MariaDbScratch implements Scratch {
    private static final String PREFIX = "aludel_scratch_";

    /** Seconds after which a scratch database is what somebody who was killed left behind. */
    private static final long LEFT_BEHIND = 86_400;

    private final MariaDbDialect dialect;

    MariaDbScratch(MariaDbDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Optional<String> url(CatalogReader live) {
        return Optional.empty();
    }

    /** Its name holds the time, so that those which are left behind are known. */
    @Override
    public Optional<ScratchDatabase> database(CatalogReader live) {
        CatalogRow here = here(live);
        long now = here.number("now");
        String name = newName(now);
        List<String> enter = new ArrayList<>(leftBehind(live, now));
        enter.add("create database " + dialect.quote(name) + " collate " + Backticks.quote(here.text("collation")));
        enter.add("use " + dialect.quote(name));
        return Optional.of(new ScratchDatabase(
                enter,
                List.of("drop database if exists " + dialect.quote(name), "use " + dialect.quote(here.text("name")))));
    }

    @Override
    public Throwaway throwaway(CatalogReader live, Path folder) {
        CatalogRow here = here(live);
        String name = newName(here.number("now"));
        List<String> create = new ArrayList<>(leftBehind(live, here.number("now")));
        create.add("create database " + dialect.quote(name) + " collate " + Backticks.quote(here.text("collation")));
        return new Throwaway.OnServer(name, create, List.of("drop database if exists " + dialect.quote(name)));
    }

    private static CatalogRow here(CatalogReader live) {
        return live.query("""
                select database() as name, unix_timestamp() as now, default_collation_name as collation
                from information_schema.schemata where schema_name = database()""").get(0);
    }

    private static String newName(long now) {
        return PREFIX + now + "_" + UUID.randomUUID().toString().substring(0, 8);
    }

    private List<String> leftBehind(CatalogReader live, long now) {
        return live
                .query(
                        "select schema_name as name from information_schema.schemata where schema_name like ?",
                        PREFIX + "%")
                .stream()
                .map(row -> row.text("name"))
                .filter(name -> now - time(name) > LEFT_BEHIND)
                .map(name -> "drop database if exists " + dialect.quote(name))
                .toList();
    }

    /** When the scratch database of this name was made, in seconds; far ahead where the name is none of ours. */
    private static long time(String name) {
        String digits =
                name.startsWith(PREFIX) ? name.substring(PREFIX.length()).split("_", 2)[0] : "";
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : Long.MAX_VALUE;
    }

    @Override
    public Schema readBack(ScratchConnection place, Schema schema) {
        place.query(
                        "select table_name as name, table_type as type from information_schema.tables where table_schema = database()")
                .forEach(row -> place.execute((row.text("type").equals("SEQUENCE") ? "drop sequence " : "drop table ")
                        + dialect.quote(row.text("name"))));
        Map<TableName, Table> byScratchName = new HashMap<>();
        List<Table> alone = new ArrayList<>();
        for (Table table : schema.tables()) {
            TableName name = scratchName(table.name(), alone.size());
            byScratchName.put(name, table);
            alone.add(table.withName(name).withForeignKeys(List.of()));
        }
        for (DdlStep step : dialect.ddl().createAll(Schema.of(alone, ownSequences(schema)))) {
            place.execute(((DdlStep.Sql) step).sql());
        }
        Schema read = dialect.introspector().read(place, Scope.DEFAULT_SCHEMA);
        return Schema.of(
                read.tables().stream()
                        .map(table -> asModelled(table, byScratchName.get(table.name())))
                        .toList(),
                schema.sequences().stream()
                        .map(sequence -> read.sequence(sequence.name()).orElse(sequence))
                        .toList());
    }

    /** Those that defaults name without a schema. */
    private static List<Sequence> ownSequences(Schema schema) {
        return schema.sequences().stream()
                .filter(sequence -> sequence.name().schema() == null)
                .toList();
    }

    /** A table of another schema must not be made there. */
    private static TableName scratchName(TableName name, int place) {
        return name.schema() == null ? name : TableName.of(null, PREFIX + place);
    }

    private Table asModelled(Table read, Table model) {
        return read.withName(model.name())
                .withColumns(read.columns().stream()
                        .map(column -> asModelled(column, model.requireColumn(column.name())))
                        .toList())
                .withForeignKeys(
                        model.foreignKeys().stream().map(MariaDbScratch::asRead).toList());
    }

    /** A string that was written as a default is not shown as it is where it has characters beyond U+FFFF, and no row shows it. */
    private Column asModelled(Column read, Column model) {
        return read.defaultValue() instanceof Default.Of told
                        && told.expression() instanceof RawSql raw
                        && MarkedTexts.isMarked(raw.text())
                        && MarkedTexts.isString(raw.text())
                        && model.defaultValue() instanceof Default.Of written
                        && (written.expression() instanceof Value
                                || written.expression() instanceof RawSql own && MarkedTexts.isString(own.text()))
                ? read.withDefault(new Default.Of(MariaDbReading.raw(inline(written.expression()), ValueType.STRING)))
                : read;
    }

    /** As the introspector has it. */
    private static ForeignKey asRead(ForeignKey key) {
        return key.onDelete(asRead(key.onDelete())).onUpdate(asRead(key.onUpdate()));
    }

    private static ForeignKey.Action asRead(ForeignKey.Action action) {
        return action == ForeignKey.Action.RESTRICT ? ForeignKey.Action.NO_ACTION : action;
    }

    @Override
    public boolean sameDefault(ScratchConnection place, Table table, Column one, Column other) {
        return text(one.defaultValue()).equals(text(other.defaultValue()));
    }

    private String text(Default value) {
        return value instanceof Default.Of of ? inline(of.expression()) : inline(new NullLiteral(ValueType.STRING));
    }

    @Override
    public boolean sameExpression(ScratchConnection place, Table table, Expression one, Expression other) {
        return inline(one).equals(inline(other));
    }

    private String inline(Expression expression) {
        return dialect.newRenderer().renderInline(expression);
    }
}
