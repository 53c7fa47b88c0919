// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.StandardConstraints;
import io.aludel.core.dialect.StandardDdl;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.name.TableName;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Partition;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** DDL as PostgreSQL has it: the standard's, which it changes tables in place by. */
final class PostgresDdl extends StandardDdl {
    private static final Set<TypeKind> NUMBERS = EnumSet.of(
            TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT, TypeKind.DECIMAL, TypeKind.REAL, TypeKind.DOUBLE);
    private static final Set<TypeKind> TEXTS = EnumSet.of(TypeKind.CHAR, TypeKind.VARCHAR, TypeKind.TEXT);
    private static final Set<TypeKind> MOMENTS = EnumSet.of(TypeKind.DATE, TypeKind.TIMESTAMP, TypeKind.TIMESTAMP_TZ);

    /** The option of a table that is empty after a crash. */
    static final String UNLOGGED = "unlogged";

    private final PostgresDialect postgres;
    private final PostgresColumns columns;

    PostgresDdl(PostgresDialect dialect) {
        this(dialect, new PostgresColumns(dialect), new StandardConstraints(dialect));
    }

    private PostgresDdl(PostgresDialect dialect, PostgresColumns columns, StandardConstraints constraints) {
        super(dialect, columns, constraints, new PostgresObjects(dialect, columns, constraints));
        this.postgres = dialect;
        this.columns = columns;
    }

    /** Bodies of routines may speak of what comes later, tables for one. */
    @Override
    public List<DdlStep> createAll(Schema schema) {
        List<DdlStep> steps = super.createAll(schema);
        return schema.routines().isEmpty() ? steps : concat(lookAtBodies(false), concat(steps, lookAtBodies(true)));
    }

    @Override
    public List<DdlStep> lookAtBodies(boolean look) {
        String set = dialect.capabilities().has(Feature.TRANSACTIONAL_DDL) ? "set local " : "set ";
        return sql(set + "check_function_bodies " + (look ? "to default" : "= off"));
    }

    /** Values that PostgreSQL does not convert by itself are cast, as far as it has a cast at all. */
    @Override
    protected List<DdlStep> alterType(Table before, Column from, Column to) {
        String column = dialect.quote(from.name());
        String using = convertsByItself(from.type(), to.type())
                ? ""
                : " using cast(" + column + " as " + dialect.types().declaration(to.type()) + ")";
        return alter(before, from, "set data type " + type(to) + using);
    }

    /** Whether there is a cast that an assignment uses (manual, pg_cast). */
    private static boolean convertsByItself(SqlType from, SqlType to) {
        if (from.equals(to)) {
            return true;
        }
        if (!(from instanceof StandardType before) || !(to instanceof StandardType after)) {
            return false;
        }
        TypeKind one = before.kind();
        TypeKind other = after.kind();
        return one == other
                || TEXTS.contains(other)
                || NUMBERS.contains(one) && NUMBERS.contains(other)
                || MOMENTS.contains(one) && MOMENTS.contains(other);
    }

    /** From version 17 on, a computed column takes another expression of its type in place; before, it is made again. */
    @Override
    public List<DdlStep> alterColumn(Table before, Column from, Column to) {
        if (!(to.generation() instanceof Generation.Computed computed)
                || to.generation().equals(from.generation())) {
            return aroundComputed(before, from, to, super.alterColumn(before, from, to));
        }
        boolean sameKind = from.generation() instanceof Generation.Computed old && old.stored() == computed.stored();
        return sameKind && from.type().equals(to.type()) && postgres.speaks(17)
                ? concat(
                        alter(
                                before,
                                from,
                                "set expression as (" + dialect.newRenderer().renderInline(computed.expression())
                                        + ")"),
                        super.alterColumn(before, from.withGeneration(computed), to))
                : computedAnew(before, to);
    }

    /** A column takes no other type while others are computed from it: these are made again. */
    private List<DdlStep> aroundComputed(Table before, Column from, Column to, List<DdlStep> steps) {
        boolean retyped = !from.type().equals(to.type()) || !Objects.equals(from.collation(), to.collation());
        List<DdlStep> all = steps;
        for (Column other : before.columns()) {
            if (retyped && other.generation() instanceof Generation.Computed computed && mentions(computed, from)) {
                all = computedAnew(before, other, all);
            }
        }
        return all;
    }

    private boolean mentions(Generation.Computed computed, Column column) {
        String text = dialect.newRenderer().renderInline(computed.expression());
        return Tokenizer.tokens(text, ScratchNames.LEXIS).stream()
                .anyMatch(token -> token.isName() && token.value().equals(column.name()));
    }

    private List<DdlStep> computedAnew(Table before, Column to) {
        return computedAnew(before, to, List.of());
    }

    /**
     * Keys and indexes over the column go with it, and are made again too; what is not known of, must not go.
     *
     * @param meanwhile what is done while the column is not there
     */
    private List<DdlStep> computedAnew(Table before, Column to, List<DdlStep> meanwhile) {
        requireDependencies("other expression for the computed column", before, to);
        List<UniqueKey> keys = before.uniqueKeys().stream()
                .filter(key -> key.columns().contains(to.name()))
                .toList();
        List<Index> indexes = before.indexes().stream()
                .filter(index -> index.columnNames().contains(to.name()))
                .toList();
        List<String> known = Stream.concat(
                        keys.stream().map(UniqueKey::name), indexes.stream().map(Index::name))
                .toList();
        List<DdlStep> steps = new ArrayList<>(sql(guard(before, to, known)));
        steps.addAll(dropColumn(before, to));
        steps.addAll(meanwhile);
        steps.addAll(addColumn(before, to));
        keys.forEach(key -> steps.addAll(addUniqueKey(before, key)));
        indexes.forEach(index -> steps.addAll(createIndex(before, index)));
        return steps;
    }

    /** A block that fails if more would go with the column than is made again: checks, keys, indexes of other kinds, statistics. */
    private String guard(Table table, Column column, List<String> known) {
        String others = known.isEmpty()
                ? ""
                : known.stream()
                        .map(name -> text(name) + "::name")
                        .collect(Collectors.joining(", ", " and coalesce(k.conname, i.relname, '') not in (", ")"));
        String message = "column " + name(table.name()) + "." + dialect.quote(column.name())
                + " cannot be computed anew: what depends on it and is not made again would be lost; drop that first";
        return "do "
                + text("begin if exists (select from pg_depend d"
                        + " join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid"
                        + " left join pg_class i on d.classid = 'pg_class'::regclass and i.oid = d.objid"
                        + " left join pg_constraint k on d.classid = 'pg_constraint'::regclass and k.oid = d.objid"
                        + " where d.refobjid = " + text(name(table.name())) + "::regclass and a.attname = "
                        + text(column.name()) + " and d.deptype = 'a' and d.classid <> 'pg_attrdef'::regclass"
                        + " and i.relkind is distinct from 'S'" + others
                        + ") then raise exception using message = " + text(message) + "; end if; end");
    }

    /** An identity that comes to a column with rows counts on from them, as numbers in use would be refused. */
    @Override
    protected List<DdlStep> addGeneration(Table before, Column from, Column to) {
        List<DdlStep> steps = new ArrayList<>(super.addGeneration(before, from, to));
        if (to.generation() instanceof Generation.Identity identity
                && identity.increment() > 0
                && !(from.generation() instanceof Generation.Identity)) {
            requireDependencies("identity for a column that is there,", before, to);
            steps.addAll(sql(countOn(before, from, identity)));
        }
        return steps;
    }

    /** The sequence is found by its dependency: {@code pg_get_serial_sequence} may find the one of a former {@code serial}. */
    private String countOn(Table table, Column column, Generation.Identity identity) {
        return "select setval(d.objid::regclass, (select greatest(max(" + dialect.quote(column.name()) + ") + "
                + identity.increment() + ", " + identity.start() + ") from " + name(table.name()) + "), false)"
                + " from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid"
                + " where d.refobjid = " + text(name(table.name())) + "::regclass and a.attname = "
                + text(column.name()) + " and d.classid = 'pg_class'::regclass and d.deptype = 'i'";
    }

    /** What depends on a column, CockroachDB does not tell in full. */
    private void requireDependencies(String what, Table table, Column column) {
        if (cockroach()) {
            throw new UnsupportedFeatureException(
                    what + " \"" + table.name() + "." + column.name() + "\"",
                    dialect.product(),
                    "Drop the column and add it anew, each in a revision of its own.");
        }
    }

    private boolean cockroach() {
        return postgres.server() == Server.COCKROACHDB;
    }

    // what only PostgreSQL itself has

    @Override
    public List<DdlStep> deleteAllRows(Schema schema) {
        return dialect.capabilities().has(Feature.IDENTITY_RESET)
                ? super.deleteAllRows(schema)
                : deleteTableByTable(schema);
    }

    /** To CockroachDB it is an index, with which go the foreign keys that refer to it. */
    @Override
    public List<DdlStep> dropUniqueKey(Table before, UniqueKey key) {
        return cockroach() ? sql(dropIndex(before, key.name()) + " cascade") : super.dropUniqueKey(before, key);
    }

    @Override
    public List<DdlStep> dropIndex(Table before, Index index) {
        return cockroach() ? sql(dropIndex(before, index.name())) : super.dropIndex(before, index);
    }

    @Override
    public List<DdlStep> createIndexConcurrently(Table before, Index index) {
        List<DdlStep> steps = createIndex(before, index);
        return cockroach() ? steps : concurrently(steps, " index ");
    }

    @Override
    public List<DdlStep> dropIndexConcurrently(Table before, Index index) {
        List<DdlStep> steps = dropIndex(before, index);
        return cockroach() ? steps : concurrently(steps, " index ");
    }

    @Override
    public List<DdlStep> clearIndex(Table before, Index index) {
        String drop = ((DdlStep.Sql) super.dropIndex(before, index).get(0)).sql();
        return List.of(new DdlStep.Sql(drop.replaceFirst("^drop index ", "drop index concurrently if exists "), true));
    }

    /** Neither may belong to a transaction (manual, CREATE INDEX and DROP INDEX). */
    private static List<DdlStep> concurrently(List<DdlStep> steps, String word) {
        String plain = ((DdlStep.Sql) steps.get(0)).sql();
        int end = plain.indexOf(word) + word.length();
        return List.of(new DdlStep.Sql(plain.substring(0, end) + "concurrently " + plain.substring(end), true));
    }

    // enum types

    @Override
    public List<DdlStep> dropEnumValue(EnumType type, String value, @Nullable String replacement) {
        return new EnumValueRemoval(postgres, this, type, value).steps(replacement);
    }

    String quoted(TableName name) {
        return name(name);
    }

    /** In CockroachDB an index has its name among those of its table. */
    private String dropIndex(Table table, String name) {
        return "drop index " + name(table.name()) + "@" + dialect.quote(name);
    }

    // what create table says

    @Override
    protected String kind(Table table) {
        return table.options().contains(UNLOGGED) ? "unlogged table" : "table";
    }

    @Override
    protected String body(Table table, Set<String> postponed) {
        Partition partition = table.partition();
        if (partition == null) {
            return super.body(table, postponed);
        }
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(columns.ofPartition(column)));
        lines.addAll(constraints(table, postponed));
        return " partition of " + name(partition.of())
                + (lines.isEmpty() ? "" : " (\n    " + String.join(",\n    ", lines) + "\n)") + " "
                + partition.bound() + options(table);
    }

    /** They stand one after the other. */
    @Override
    protected String options(Table table) {
        return table.options().stream()
                .filter(option -> !option.equals(UNLOGGED))
                .map(option -> " " + option)
                .collect(Collectors.joining());
    }
}
