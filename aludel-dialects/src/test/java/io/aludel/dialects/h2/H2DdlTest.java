// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import static io.aludel.core.type.ValueType.INTEGER;
import static io.aludel.core.type.ValueType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Ddl;
import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.RawSql;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class H2DdlTest {
    private static final Ddl DDL = new H2Dialect().ddl();
    private static final TableName GRADES = TableName.of("grades");
    private static final ColumnRef VALUE = new ColumnRef("", "value", INTEGER);
    private static final Generation DOUBLED = new Generation.Computed(
            new Arithmetic(Arithmetic.Operator.TIMES, VALUE, new Value(2, INTEGER), INTEGER), true);
    private static final Column ID = Column.identity("id", SqlType.bigint());
    private static final Column NOTE = Column.nullable("note", SqlType.varchar(40));
    private static final Table TABLE = Table.of(
                    GRADES,
                    List.of(
                            ID,
                            Column.notNull("value", SqlType.smallint()),
                            NOTE.withComment("O'Neil"),
                            Column.nullable("doubled", SqlType.integer()).withGeneration(DOUBLED),
                            Column.notNull("at", SqlType.timestampWithTimeZone()),
                            Column.notNull("on_day", SqlType.date())
                                    .withDefault(new Default.Of(
                                            new Value(LocalDate.of(2026, 11, 20), ValueType.LOCAL_DATE)))))
            .withComment("What \\ they got")
            .withPrimaryKey(new PrimaryKey("pk_grades", List.of("id")))
            .withUniqueKeys(List.of(new UniqueKey("uq_grades", List.of("doubled", "note"))))
            .withForeignKeys(
                    List.of(ForeignKey.of("fk_grades", List.of("value"), TableName.of("app", "marks"), List.of("id"))
                            .onDelete(ForeignKey.Action.CASCADE)))
            .withChecks(List.of(new Check(
                    "ck_note",
                    new Comparison(
                            Comparison.Operator.NE,
                            new ColumnRef("", "note", STRING),
                            new Value("O'Neil \\ Co.", STRING)))))
            .withIndexes(List.of(
                    new Index("ix_doubled", List.of(new Index.Part(VALUE, true), Index.Part.column("doubled")), true)));

    /** H2 looks for {@code references "marks"} in the schema of the table that has the key. */
    @Test
    void leadsFromAnotherSchemaToTheDefaultOneByItsName() {
        ForeignKey key = ForeignKey.of("fk's", List.of("value"), TableName.of("m\"ark's"), List.of("id"))
                .onDelete(ForeignKey.Action.CASCADE);
        Table table = Table.of(TableName.of("o'x", "t"), List.of(Column.nullable("value", SqlType.bigint())))
                .withForeignKeys(List.of(key));

        assertThat(DDL.createTable(table, Set.of()))
                .extracting(DdlStep::toString)
                .containsExactly(
                        new DdlStep.Sql("create table \"o'x\".\"t\" (\n    \"value\" bigint\n)").toString(),
                        new DdlStep.Sql("execute immediate 'alter table \"o''x\".\"t\" add constraint \"fk''s\""
                                        + " foreign key (\"value\") references ' || '\"' || replace(schema(), '\"', '\"\"')"
                                        + " || '\"' || '.\"m\"\"ark''s\" (\"id\") on delete cascade'")
                                .toString());
        assertThat(DDL.createTable(table, Set.of("fk's"))).hasSize(1);
    }

    @Test
    void createsATable() {
        assertThat(text(DDL.createTable(TABLE, Set.of()))).isEqualTo("""
                create table "grades" (
                    "id" bigint generated by default as identity not null,
                    "value" smallint not null,
                    "note" varchar(40),
                    "doubled" integer generated always as ("value" * 2),
                    "at" timestamp with time zone not null,
                    "on_day" date default date '2026-11-20' not null,
                    constraint "pk_grades" primary key ("id"),
                    constraint "uq_grades" unique ("doubled", "note"),
                    constraint "fk_grades" foreign key ("value") references "app"."marks" ("id") on delete cascade,
                    constraint "ck_note" check ("note" <> 'O''Neil \\ Co.')
                );
                create unique index "ix_doubled" on "grades" ("value" desc, "doubled");
                comment on table "grades" is 'What \\ they got';
                comment on column "grades"."note" is 'O''Neil';
                """);
    }

    @Test
    void createsAndDropsASchema() {
        Schema schema = Schema.of(
                List.of(Table.of(TableName.of("app", "t"), List.of(NOTE))),
                List.of(new Sequence(TableName.of("app", "t_seq"), 5, -1)));

        assertThat(text(DDL.createAll(schema))).isEqualTo("""
                create schema if not exists "app";
                create sequence "app"."t_seq" start with 5 increment by -1;
                create table "app"."t" (
                    "note" varchar(40)
                );
                """);
        assertThat(text(DDL.dropAll(schema))).isEqualTo("""
                drop table "app"."t";
                drop sequence "app"."t_seq";
                """);
    }

    @Test
    void changesATableInPlace() {
        ForeignKey key = TABLE.foreignKeys().get(0);
        assertThat(text(DDL.renameTable(TABLE, TableName.of("marks"))))
                .isEqualTo("alter table \"grades\" rename to \"marks\";\n");
        assertThat(text(DDL.addColumn(TABLE, NOTE.withComment("x"))))
                .isEqualTo("alter table \"grades\" add column \"note\" varchar(40);\n"
                        + "comment on column \"grades\".\"note\" is 'x';\n");
        assertThat(text(DDL.dropColumn(TABLE, NOTE))).isEqualTo("alter table \"grades\" drop column \"note\";\n");
        assertThat(text(DDL.renameColumn(TABLE, "note", "remark")))
                .isEqualTo("alter table \"grades\" rename column \"note\" to \"remark\";\n");
        assertThat(text(DDL.addForeignKey(TABLE, key))).isEqualTo("""
                alter table "grades" add constraint "fk_grades" foreign key ("value") references "app"."marks" ("id") \
                on delete cascade;
                """);
        assertThat(text(DDL.dropForeignKey(TABLE, key)))
                .isEqualTo("alter table \"grades\" drop constraint \"fk_grades\";\n");
        assertThat(text(DDL.dropIndex(TABLE, TABLE.indexes().get(0)))).isEqualTo("drop index \"ix_doubled\";\n");
    }

    @Test
    void changesAColumnInPlace() {
        assertThat(alter(NOTE, NOTE.withType(SqlType.text()).withNullable(false)))
                .isEqualTo("""
                alter table "grades" alter column "note" set data type varchar;
                alter table "grades" alter column "note" set not null;
                """);
        assertThat(alter(
                        NOTE,
                        NOTE.withDefault(new Default.Of(new Value("it's", STRING)))
                                .withComment("x")))
                .isEqualTo("""
                alter table "grades" alter column "note" set default 'it''s';
                comment on column "grades"."note" is 'x';
                """);
    }

    @Test
    void countsOnFromTheRowsThatAreThere() {
        assertThat(alter(Column.notNull("id", SqlType.bigint()), ID.withComment("its 'number'")))
                .isEqualTo("""
                alter table "grades" alter column "id" bigint generated by default as identity comment 'its ''number''';
                alter table "grades" alter column "id" restart with \
                (select greatest(coalesce(max("id") + 1, 1), 1) from "grades");
                comment on column "grades"."id" is 'its ''number''';
                """);
        assertThat(alter(
                        Column.notNull("id", SqlType.bigint()),
                        ID.withGeneration(new Generation.Identity(-1, -1, true))))
                .isEqualTo("""
                alter table "grades" alter column "id" bigint generated always as identity (start with -1 increment by -1);
                alter table "grades" alter column "id" set no cache restart with \
                (select least(coalesce(min("id") + -1, -1), -1) from "grades");
                """);
        assertThat(alter(ID, ID.withGeneration(new Generation.Identity(1, 2, true))))
                .isEqualTo("""
                alter table "grades" alter column "id" set generated always;
                alter table "grades" alter column "id" set increment by 2;
                """);
        assertThat(alter(ID, ID.withGeneration(new Generation.Identity(new Numbering(1, 1, 0L, 99L, 5, true), false))))
                .isEqualTo("""
                alter table "grades" alter column "id" set minvalue 0;
                alter table "grades" alter column "id" set maxvalue 99;
                alter table "grades" alter column "id" set cache 5;
                alter table "grades" alter column "id" set cycle;
                """);
        assertThat(alter(ID, Column.notNull("id", SqlType.bigint())))
                .isEqualTo("alter table \"grades\" alter column \"id\" drop identity;\n");
    }

    /** H2 keeps the end of the former type otherwise. */
    @Test
    void countsAsFarAsTheNewTypeGoes() {
        Column down = ID.withGeneration(new Generation.Identity(-1, -1, false));
        assertThat(alter(ID.withType(SqlType.integer()), ID)).isEqualTo("""
                alter table "grades" alter column "id" set data type bigint;
                alter table "grades" alter column "id" set no maxvalue;
                """);
        assertThat(alter(down.withType(SqlType.integer()), down)).isEqualTo("""
                alter table "grades" alter column "id" set data type bigint;
                alter table "grades" alter column "id" set no minvalue;
                """);
    }

    /** H2 gives the domain's comment to a column that has none. */
    @Test
    void leavesAColumnWithoutTheCommentOfItsDomain() {
        Column size = Column.nullable("size", SqlType.nativeType("h2", "\"posint\""));
        assertThat(text(DDL.addColumn(TABLE, size))).isEqualTo("""
                alter table "grades" add column "size" "posint";
                comment on column "grades"."size" is null;
                """);
        assertThat(text(DDL.addColumn(TABLE, size.withComment("x")))).isEqualTo("""
                alter table "grades" add column "size" "posint";
                comment on column "grades"."size" is 'x';
                """);
        assertThat(alter(NOTE, NOTE.withType(size.type()))).isEqualTo("""
                alter table "grades" alter column "note" set data type "posint";
                comment on column "grades"."note" is null;
                """);
    }

    @Test
    void saysWhatKindOfIndexItIsBeforeTheWord() {
        Index index = Index.of("ix", "note");
        Index unique = Index.unique("ix", "note");
        assertThat(text(DDL.createIndex(TABLE, index.withMethod("hash"))))
                .isEqualTo("create hash index \"ix\" on \"grades\" (\"note\");\n");
        assertThat(text(DDL.createIndex(TABLE, index.withMethod("spatial"))))
                .isEqualTo("create spatial index \"ix\" on \"grades\" (\"note\");\n");
        assertThat(text(DDL.createIndex(TABLE, unique.withMethod("hash"))))
                .isEqualTo("create unique hash index \"ix\" on \"grades\" (\"note\");\n");
        assertThat(text(DDL.createIndex(
                        TABLE,
                        unique.withNullsDistinct(false)
                                .withParts(List.of(
                                        new Index.Part(VALUE, true).withNulls(Index.Nulls.FIRST),
                                        Index.Part.column("note").withNulls(Index.Nulls.LAST)))
                                .withInclude(List.of("at", "id")))))
                .isEqualTo("""
                create unique nulls not distinct index "ix" on "grades" ("value" desc nulls first, "note" nulls last) \
                include ("at", "id");
                """);
        assertThat(text(DDL.addUniqueKey(TABLE, new UniqueKey("uq", List.of("note", "at")).withNullsDistinct(false))))
                .isEqualTo("""
                alter table "grades" add constraint "uq" unique nulls not distinct ("note", "at");
                """);
    }

    @Test
    void createsChangesAndDropsWhatIsNoTable() {
        TableName name = TableName.of("app", "x");
        Sequence sequence =
                new Sequence(name, SqlType.smallint(), new Numbering(5, -2, -9L, 9L, 3, true), null, "it's");
        assertThat(text(DDL.createSequence(sequence))).isEqualTo("""
                create sequence "app"."x" as smallint start with 5 increment by -2 minvalue -9 maxvalue 9 cache 3 cycle;
                comment on sequence "app"."x" is 'it''s';
                """);
        assertThat(text(DDL.alterSequence(
                        sequence, sequence.withNumbering(Numbering.of(6, 1)).withComment(null))))
                .isEqualTo("""
                alter sequence "app"."x" start with 6 increment by 1 no minvalue no maxvalue cache 1 no cycle;
                comment on sequence "app"."x" is null;
                """);
        Domain domain = Domain.of(name, SqlType.integer())
                .withDefault(new Default.Of(new Value(3, INTEGER)))
                .withChecks(List.of(new Check("ck", new RawSql("h2", "value > 2", ValueType.BOOLEAN))))
                .withComment("it's");
        assertThat(text(DDL.createDomain(domain))).isEqualTo("""
                create domain "app"."x" as integer default 3 constraint "ck" check (value > 2);
                comment on domain "app"."x" is 'it''s';
                """);
        assertThat(text(DDL.dropDomain(domain))).isEqualTo("drop domain \"app\".\"x\";\n");
        View view = View.of(name, new Definition("h2", "select 1, 2"))
                .withColumns(List.of("a", "b c"))
                .withComment("it's");
        assertThat(text(DDL.createView(view))).isEqualTo("""
                create view "app"."x" ("a", "b c") as
                select 1, 2;
                comment on view "app"."x" is 'it''s';
                """);
        assertThat(text(DDL.dropView(view))).isEqualTo("drop view \"app\".\"x\";\n");
        Routine routine = new Routine(Routine.Kind.FUNCTION, name, "", new Definition("h2", "create alias …"), "it's");
        assertThat(text(DDL.createRoutine(routine))).isEqualTo("""
                create alias …;
                comment on alias "app"."x" is 'it''s';
                """);
        assertThat(text(DDL.dropRoutine(routine))).isEqualTo("drop alias \"app\".\"x\";\n");
        Routine aggregate = new Routine(Routine.Kind.AGGREGATE, name, "", new Definition("h2", "create …"), null);
        assertThat(text(DDL.createRoutine(aggregate))).isEqualTo("create …;\n");
        assertThat(text(DDL.dropRoutine(aggregate))).isEqualTo("drop aggregate \"app\".\"x\";\n");
        Trigger trigger = new Trigger(name, GRADES, new Definition("h2", "create trigger …"));
        assertThat(text(DDL.createTrigger(trigger))).isEqualTo("create trigger …;\n");
        assertThat(text(DDL.dropTrigger(trigger))).isEqualTo("drop trigger \"app\".\"x\";\n");
    }

    @Test
    void saysWhatThereIsInsteadOfObjectsThatH2Lacks() {
        TableName name = TableName.of("x");
        Definition query = new Definition("h2", "select 1");
        Sequence sequence = new Sequence(name, 1, 1);
        assertRefused(
                () -> DDL.alterSequence(sequence, sequence.withType(SqlType.integer())),
                "h2 has no way to change the type of sequence \"x\". Drop it and create it anew.");
        assertRefused(
                () -> DDL.giveSequence(sequence.withOwner(new Sequence.Owner(GRADES, "id"))),
                "h2 has no sequence that belongs to a column (sequence \"x\"). Use an identity column, or let the sequence"
                        + " stand for itself.");
        assertRefused(
                () -> DDL.createEnumType(EnumType.of(name, "a")),
                "h2 has no enum types (enum type \"x\"). Use text with a check.");
        assertRefused(
                () -> DDL.createDomain(Domain.of(name, SqlType.text()).withNullable(false)),
                "h2 has no domain that refuses NULL (domain \"x\"). Let each column refuse it, or add a check: value is not"
                        + " null.");
        assertRefused(
                () -> DDL.createDomain(Domain.of(name, SqlType.text()).withCollation("de")),
                "h2 has no collation of a domain (domain \"x\", de). Leave it out.");
        assertRefused(
                () -> DDL.createView(View.of(name, query).withMaterialized(true)),
                "h2 has no materialized views (view \"x\"). Use a view, or a table that you fill.");
        assertRefused(
                () -> DDL.createView(View.of(name, query).withOptions(List.of("x"))),
                "h2 has no options of views (view \"x\"). Leave them out.");
        assertRefused(
                () -> DDL.createView(View.of(name, new Definition("sqlite", "select 1"))),
                "h2 has no way to read view \"x\", which is written for sqlite. Write it for h2, too.");
        assertRefused(
                () -> DDL.createRoutine(new Routine(Routine.Kind.AGGREGATE, name, "", query, "x")),
                "h2 has no comment on an aggregate (aggregate \"x()\"). Leave it out.");
        assertRefused(
                () -> DDL.createIndex(TABLE, Index.of("ix", "note").withMethod("gin")),
                "h2 has no indexes of the kind gin (\"ix\"). Use hash, spatial, or none.");
        assertRefused(
                () -> DDL.createIndex(TABLE, Index.of("ix", "note").withOptions(List.of("x"))),
                "h2 has no options of indexes (\"ix\"). Leave them out.");
        assertRefused(
                () -> DDL.createIndex(TABLE, Index.of("ix", "note").withInclude(List.of("at"))),
                "h2 has no further columns in an index that is not unique (\"ix\"). Make them part of the key.");
        assertRefused(
                () -> DDL.addUniqueKey(TABLE, new UniqueKey("uq", List.of("note")).withInclude(List.of("at"))),
                "h2 has no further columns in a key (\"uq\"). Make a unique index, which may have them.");
        assertRefused(
                () -> DDL.addPrimaryKey(
                        TABLE, new PrimaryKey("pk", List.of("note"), List.of("at"), Deferral.NOT_DEFERRABLE)),
                "h2 has no further columns in a key (\"pk\"). Make a unique index, which may have them.");
        assertRefused(
                () -> DDL.addUniqueKey(TABLE, new UniqueKey("uq", List.of("note")).withDeferral(Deferral.DEFERRED)),
                "h2 has no key that is checked when the transaction ends (Unique constraint \"uq\"). Leave out deferrable.");
        assertRefused(
                () -> DDL.addForeignKey(TABLE, TABLE.foreignKeys().get(0).withMatch(ForeignKey.Match.FULL)),
                "h2 has no match full (foreign key \"fk_grades\"). Leave it out, and add a check that its columns are NULL"
                        + " together.");
        assertRefused(
                () -> DDL.addCheck(TABLE, TABLE.checks().get(0).withValidated(false)),
                "h2 has no constraint that holds for new rows only (\"ck_note\"). Mend the rows, and let it hold for all.");
    }

    @Test
    void definesAComputedColumnAnewAndItsCommentWithIt() {
        Column doubled = TABLE.requireColumn("doubled").withComment("it's twice");
        Column same = doubled.withGeneration(new Generation.Computed(VALUE, true));

        assertThat(alter(doubled, same)).isEqualTo("""
                alter table "grades" alter column "doubled" integer generated always as ("value") comment 'it''s twice';
                """);
        assertThat(alter(NOTE, NOTE.withGeneration(same.generation()).withNullable(false)))
                .isEqualTo("""
                alter table "grades" alter column "note" varchar(40) generated always as ("value") not null;
                """);
        assertThat(alter(doubled, doubled.withGeneration(Generation.NONE)))
                .isEqualTo("alter table \"grades\" alter column \"doubled\" drop expression;\n");
    }

    @Test
    void deletesAllRowsTableByTableAndFreesWhatPointsInACircleFirst() {
        Table tree = Table.of(TableName.of("tree"), List.of(ID, Column.nullable("parent_id", SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey("pk_tree", List.of("id")))
                .withForeignKeys(
                        List.of(ForeignKey.of("fk_tree", List.of("parent_id"), TableName.of("tree"), List.of("id"))));
        Table leaf = Table.of(TableName.of("leaf"), List.of(Column.notNull("tree_id", SqlType.bigint())))
                .withForeignKeys(
                        List.of(ForeignKey.of("fk_leaf", List.of("tree_id"), TableName.of("tree"), List.of("id"))));

        assertThat(text(DDL.deleteAllRows(Schema.of(leaf, tree)))).isEqualTo("""
                update "tree" set "parent_id" = null;
                delete from "leaf";
                delete from "tree";
                """);
    }

    @Test
    void saysWhatThereIsInsteadOfWhatH2Lacks() {
        ForeignKey atEnd = TABLE.foreignKeys().get(0).withDeferral(Deferral.DEFERRED);
        assertRefused(
                () -> DDL.renameTable(TABLE, TableName.of("app", "grades")),
                "h2 has no way to move table \"grades\" to schema \"app\". Create it there, copy its rows and drop it here.");
        assertRefused(
                () -> DDL.addForeignKey(TABLE, atEnd),
                "h2 has no foreign key that is checked when the transaction ends (\"fk_grades\"). Leave out deferrable; a"
                        + " flush orders its statements so that no key needs it.");
        assertRefused(
                () -> DDL.createIndex(
                        TABLE,
                        Index.of("ix", "note")
                                .withPredicate(TABLE.checks().get(0).condition())),
                "h2 has no index over some of the rows (\"ix\"). Leave out its predicate.");
        Index.Part computed = new Index.Part(((Generation.Computed) DOUBLED).expression(), false);
        assertRefused(
                () -> DDL.createIndex(TABLE, new Index("ix", List.of(computed), false)),
                "h2 has no index over an expression (\"ix\"). Store the expression in a computed column, and make an index"
                        + " over that.");
        assertRefused(
                () -> DDL.addColumn(TABLE, NOTE.withCollation("de_DE")),
                "h2 has no collation of a column (\"note\", de_DE). Leave it out, and order by code point where the order"
                        + " must be one everywhere.");
        assertRefused(
                () -> DDL.addColumn(TABLE, NOTE.withGeneration(new Generation.Computed(VALUE, false))),
                "h2 has no column computed when it is read (\"note\"). Store it: it is then computed when the row is"
                        + " written.");
        assertRefused(
                () -> DDL.addColumn(TABLE, NOTE.withName("n".repeat(257))),
                "h2 has no names of 257 bytes (column \"" + "n".repeat(257)
                        + "\"); it keeps 256. Choose a shorter one.");
    }

    private static void assertRefused(Runnable change, String message) {
        assertThatThrownBy(change::run)
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage(message);
    }

    private static String alter(Column from, Column to) {
        return text(DDL.alterColumn(TABLE, from, to));
    }

    private static String text(List<DdlStep> steps) {
        return steps.stream().map(step -> ((DdlStep.Sql) step).sql() + ";\n").collect(Collectors.joining());
    }
}
