// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import static io.aludel.core.type.ValueType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Ddl;
import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.RawSql;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MariaDbDdlTest {
    private static final Ddl DDL = new MariaDbDialect().ddl();
    private static final Ddl MYSQL = new MariaDbDialect(Server.MYSQL, new ServerVersion(8, 4)).ddl();
    private static final TableName GRADES = TableName.of("grades");
    private static final ColumnRef VALUE = new ColumnRef("", "value", ValueType.SHORT);
    private static final Generation DOUBLED = new Generation.Computed(
            new Arithmetic(Arithmetic.Operator.TIMES, VALUE, new Value(2, ValueType.INTEGER), ValueType.INTEGER), true);
    private static final Column NOTE = Column.nullable("note", SqlType.varchar(40))
            .withDefault(new Default.Of(new Value("it's \\", STRING)))
            .withComment("said\\by 'her'");
    private static final ForeignKey STUDENT = ForeignKey.of(
                    "fk_student", List.of("student_id"), TableName.of("students"), List.of("id"))
            .onDelete(ForeignKey.Action.CASCADE);
    private static final Table TABLE = Table.of(
                    GRADES,
                    List.of(
                            Column.identity("id", SqlType.bigint()),
                            Column.notNull("student_id", SqlType.bigint()),
                            Column.notNull("value", SqlType.smallint()),
                            Column.nullable("doubled", SqlType.integer()).withGeneration(DOUBLED),
                            Column.notNull("at", SqlType.timestampWithTimeZone())
                                    .withDefault(new Default.Of(FunctionCall.of(
                                            FunctionCall.Function.CURRENT_TIMESTAMP, ValueType.INSTANT))),
                            NOTE))
            .withPrimaryKey(new PrimaryKey("pk_grades", List.of("id")))
            .withUniqueKeys(List.of(new UniqueKey("uq_note", List.of("note"))))
            .withForeignKeys(List.of(STUDENT))
            .withChecks(List.of(new Check(
                    "ck_note",
                    new Comparison(
                            Comparison.Operator.NE,
                            new ColumnRef("", "note", STRING),
                            new Value("O'Neil \\ Co.", STRING)))))
            .withIndexes(List.of(new Index("ix_value", List.of(new Index.Part(VALUE, true)), false)))
            .withComment("All `of` them");

    @Test
    void createsATableWithEverythingInside() {
        assertThat(text(DDL.createTable(TABLE, Set.of()))).isEqualTo("""
                create table grades (
                    id bigint auto_increment not null,
                    student_id bigint not null,
                    `value` smallint not null,
                    doubled integer generated always as (`value` * 2) stored,
                    at datetime(6) default current_timestamp(6) not null,
                    note varchar(40) default 'it''s \\\\' comment 'said\\\\by ''her''',
                    constraint pk_grades primary key (id),
                    constraint uq_note unique (note),
                    constraint fk_student foreign key (student_id) references students (id) on delete cascade,
                    constraint ck_note check (note <> 'O''Neil \\\\ Co.')
                ) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_nopad_bin comment='All `of` them';
                create index ix_value on grades (`value` desc);
                """);
        assertThat(text(MYSQL.createTable(Table.of(GRADES, List.of(Column.nullable("v", SqlType.uuid()))), Set.of())))
                .isEqualTo("""
                        create table grades (
                            v binary(16)
                        ) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_0900_bin;
                        """);
    }

    @Test
    void changesAColumnByItsWholeDefinition() {
        assertThat(text(DDL.alterColumn(TABLE, NOTE, NOTE.withNullable(false).withComment(null))))
                .isEqualTo("alter table grades modify column note varchar(40) default 'it''s \\\\' not null;\n");
        assertThat(text(DDL.addColumn(TABLE, NOTE.withName("two words").withCollation("utf8mb4_bin"))))
                .isEqualTo("alter table grades add column `two words` varchar(40) collate `utf8mb4_bin` default 'it''s"
                        + " \\\\' comment 'said\\\\by ''her''';\n");
        assertThat(text(DDL.renameColumn(TABLE, "note", "value")))
                .isEqualTo("alter table grades rename column note to `value`;\n");
        assertThat(text(DDL.commentTable(TABLE, null))).isEqualTo("alter table grades comment='';\n");
    }

    /** Of a text MySQL has no literal as a default, and an expression in the place of a literal is read as another default. */
    @Test
    void writesDefaultsAsEachServerTakesThem() {
        Table table = Table.of(
                TableName.of("t"),
                List.of(
                        Column.nullable("a", SqlType.text()).withDefault(new Default.Of(new Value("x", STRING))),
                        Column.nullable("b", SqlType.varchar(9)).withDefault(new Default.Of(raw("'it''s \\\\'"))),
                        Column.nullable("c", SqlType.timestamp())
                                .withDefault(new Default.Of(raw("CURRENT_TIMESTAMP(6)"))),
                        Column.nullable("d", SqlType.varchar(9)).withDefault(new Default.Of(raw("concat('a','b')"))),
                        Column.nullable("e", SqlType.timestamp())
                                .withDefault(new Default.Of(raw("(1 + 1) on update current_timestamp(6)"))),
                        Column.nullable("f", SqlType.nativeType("mariadb", "mediumblob"))
                                .withDefault(new Default.Of(raw("'a'")))));

        assertThat(text(DDL.createTable(table, Set.of()))).isEqualTo("""
                create table t (
                    a longtext default 'x',
                    b varchar(9) default 'it''s \\\\',
                    c datetime(6) default CURRENT_TIMESTAMP(6),
                    d varchar(9) default (concat('a','b')),
                    e datetime(6) default ((1 + 1)) on update current_timestamp(6),
                    f mediumblob default 'a'
                ) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_nopad_bin;
                """);
        assertThat(text(MYSQL.createTable(table, Set.of()))).isEqualTo("""
                create table t (
                    a longtext default ('x'),
                    b varchar(9) default 'it''s \\\\',
                    c datetime(6) default CURRENT_TIMESTAMP(6),
                    d varchar(9) default (concat('a','b')),
                    e datetime(6) default ((1 + 1)) on update current_timestamp(6),
                    f mediumblob default ('a')
                ) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_0900_bin;
                """);
    }

    private static RawSql raw(String text) {
        return new RawSql("mariadb", text, STRING);
    }

    @Test
    void renamesAndMovesTables() {
        assertThat(text(DDL.renameTable(TABLE, TableName.of("marks"))))
                .isEqualTo("alter table grades rename to marks;\n");
        assertThat(text(DDL.renameTable(TABLE, TableName.of("school", "marks"))))
                .isEqualTo("alter table grades rename to school.marks;\n");
        assertThat(text(DDL.renameTable(TABLE.withName(TableName.of("school", "grades")), TableName.of("marks"))))
                .isEqualTo("alter table school.grades rename to school.marks;\n");
    }

    /** The index that InnoDB made for a key would stay behind, and the last one that a key needs cannot be dropped. */
    @Test
    void heedsTheIndexesOfForeignKeys() {
        Index own = Index.of("ix_student", "student_id", "value");
        Table indexed = TABLE.withIndexes(List.of(own));

        assertThat(text(DDL.dropForeignKey(TABLE, STUDENT)))
                .isEqualTo("alter table grades drop foreign key fk_student, drop index if exists fk_student;\n");
        assertThat(text(MYSQL.dropForeignKey(TABLE, STUDENT)))
                .isEqualTo("alter table grades drop foreign key fk_student, drop index fk_student;\n");
        assertThat(text(MYSQL.dropForeignKey(indexed, STUDENT)))
                .isEqualTo("alter table grades drop foreign key fk_student;\n");
        assertThat(text(DDL.dropForeignKey(TABLE.withIndexes(List.of(Index.of("fk_student", "student_id"))), STUDENT)))
                .isEqualTo("alter table grades drop foreign key fk_student;\n");
        assertThat(text(DDL.dropIndex(indexed, own)))
                .isEqualTo(
                        "alter table grades drop index ix_student, add index if not exists fk_student (student_id);\n");
        assertThat(text(DDL.dropIndex(TABLE, TABLE.indexes().get(0))))
                .isEqualTo("alter table grades drop index ix_value;\n");
        Table keyed = Table.of(GRADES, TABLE.columns())
                .withPrimaryKey(new PrimaryKey("pk", List.of("student_id", "value")))
                .withForeignKeys(List.of(STUDENT));
        assertThat(text(DDL.dropPrimaryKey(keyed, keyed.primaryKey())))
                .isEqualTo("alter table grades drop primary key, add index if not exists fk_student (student_id);\n");
        UniqueKey unique = new UniqueKey("uq_student", List.of("student_id"));
        assertThat(text(DDL.dropUniqueKey(keyed.withPrimaryKey(null).withUniqueKeys(List.of(unique)), unique)))
                .isEqualTo(
                        "alter table grades drop index uq_student, add index if not exists fk_student (student_id);\n");
    }

    /** MariaDB looks for {@code references marks} in the schema of the table that has the key. */
    @Test
    void leadsFromAnotherSchemaToTheDefaultOneByItsName() {
        ForeignKey key = ForeignKey.of("fk's", List.of("value"), TableName.of("m`ark's\\"), List.of("id"))
                .onDelete(ForeignKey.Action.CASCADE);
        Table table = Table.of(TableName.of("o'x", "t"), List.of(Column.nullable("value", SqlType.bigint())));

        assertThat(text(DDL.addForeignKey(table, key)))
                .isEqualTo(
                        "execute immediate concat('alter table `o''x`.t add constraint `fk''s` foreign key (`value`)"
                                + " references ', '`', replace(database(), '`', '``'), '`', '.`m``ark''s\\\\` (id) on delete cascade');\n");
        assertThatThrownBy(() -> MYSQL.addForeignKey(table, key))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage(
                        "MySQL has no key from another schema to the default one, whose name is not known (alter table"
                                + " `o'x`.t add constraint `fk's` foreign key (`value`) references …). Give the table that it"
                                + " leads to its schema.");
    }

    @Test
    void makesSequencesThatTakeTheirNumbersOneByOne() {
        Sequence sequence = new Sequence(TableName.of("app", "t_seq"), 5, 2);

        assertThat(text(DDL.createSequence(sequence)))
                .isEqualTo("create sequence app.t_seq start with 5 increment by 2 cache 1;\n");
        assertThat(text(DDL.createSequence(sequence.withNumbering(
                        Numbering.of(5, -1).within(1L, 5L).withCache(20).withCycle(true)))))
                .isEqualTo("create sequence app.t_seq start with 5 increment by -1 minvalue 1 maxvalue 5 cache 20"
                        + " cycle;\n");
        assertThatThrownBy(() -> MYSQL.createSequence(sequence)).isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void altersHowASequenceCountsButNotItsType() {
        Sequence sequence = new Sequence(TableName.of("t_seq"), 5, 2);
        Sequence other = sequence.withType(SqlType.bigint())
                .withNumbering(Numbering.of(5, 10).within(null, 999L))
                .withComment("by tens");

        assertThat(text(DDL.alterSequence(sequence, other))).isEqualTo("""
                        alter sequence t_seq increment by 10 maxvalue 999;
                        alter table t_seq comment='by tens';
                        """);
        assertThatThrownBy(() -> DDL.alterSequence(sequence, sequence.withType(SqlType.integer())))
                .hasMessage("mariadb has no sequence of another type than bigint (\"t_seq\" of integer)."
                        + " Leave the type out, and give the sequence a maximum.");
        assertThatThrownBy(() -> DDL.createSequence(sequence.withType(SqlType.smallint())))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void deletesRowsTableByTableAsTruncateWouldCommit() {
        Table students = Table.of(TableName.of("students"), List.of(Column.identity("id", SqlType.bigint())));

        assertThat(text(DDL.deleteAllRows(Schema.of(students, TABLE)))).isEqualTo("""
                delete from grades;
                delete from students;
                """);
    }

    @Test
    void refusesWhatItWouldForgetOrDoOtherwise() {
        assertRefused(
                () -> DDL.addForeignKey(TABLE, STUDENT.withDeferral(Deferral.DEFERRED)),
                "mariadb has no foreign key that is checked when the transaction ends (\"fk_student\"). Leave out"
                        + " deferrable; a flush orders its statements so that no key needs it.");
        assertRefused(
                () -> DDL.addForeignKey(TABLE, STUDENT.onUpdate(ForeignKey.Action.SET_DEFAULT)),
                "mariadb has no foreign key that sets the default (\"fk_student\"). Set null, or write the default"
                        + " before the row goes.");
        assertRefused(
                () -> DDL.addColumn(
                        TABLE, Column.notNull("v", SqlType.integer()).withGeneration(DOUBLED)),
                "mariadb has no computed column that is never null (\"v\"). Let it be null, and add a check if it must"
                        + " not be.");
        assertRefused(
                () -> DDL.addColumn(
                        TABLE,
                        Column.notNull("v", SqlType.integer()).withGeneration(new Generation.Identity(7, 1, false))),
                "mariadb has no identity with a start, an increment or \"always\" (grades.v). Leave them out.");
        Index expression =
                new Index("ix", List.of(new Index.Part(((Generation.Computed) DOUBLED).expression(), false)), false);
        assertRefused(
                () -> DDL.createIndex(TABLE, expression),
                "mariadb has no index over an expression (\"ix\"). Store the expression in a computed column, and make"
                        + " an index over that.");
        assertThat(text(MYSQL.createIndex(TABLE, expression)))
                .isEqualTo("create index ix on grades ((`value` * 2));\n");
    }

    @Test
    void givesNoNameToAPrimaryKeyThatWasReadWithoutOne() {
        assertThat(text(DDL.addPrimaryKey(TABLE, new PrimaryKey(PrimaryKey.UNNAMED, List.of("id")))))
                .isEqualTo("alter table grades add primary key (id);\n");
    }

    @Test
    void indexesTheFirstCharacters() {
        Index prefix = new Index("ix", List.of(Index.Part.column("note").withLength(10)), false);

        assertThat(text(DDL.createIndex(TABLE, prefix))).isEqualTo("create index ix on grades (note(10));\n");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable change, String message) {
        assertThatThrownBy(change)
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage(message);
    }

    private static String text(List<DdlStep> steps) {
        return steps.stream().map(step -> ((DdlStep.Sql) step).sql() + ";\n").collect(Collectors.joining());
    }
}
