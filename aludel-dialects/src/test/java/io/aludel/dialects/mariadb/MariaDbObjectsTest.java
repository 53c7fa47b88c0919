// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import static io.aludel.core.type.ValueType.STRING;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Ddl;
import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MariaDbObjectsTest {
    private static final Ddl DDL = new MariaDbDialect().ddl();
    private static final Ddl MYSQL = new MariaDbDialect(Server.MYSQL, new ServerVersion(8, 4)).ddl();
    private static final Table PET = Table.of(
            TableName.of("pet"),
            List.of(Column.notNull("id", SqlType.integer()), Column.nullable("name", SqlType.text())));

    @Test
    void makesAndChangesSequences() {
        Sequence plain = new Sequence(TableName.of("zoo", "numbers"), 1, 1);
        Sequence other =
                plain.withNumbering(new Numbering(5, -2, -100L, 10L, 7, true)).withComment("it's");

        assertThat(text(
                        DDL.createSequence(plain),
                        DDL.createSequence(other),
                        DDL.alterSequence(plain, other),
                        DDL.alterSequence(other, plain),
                        DDL.dropSequence(plain)))
                .isEqualTo("""
                        create sequence zoo.numbers start with 1 increment by 1 cache 1;
                        create sequence zoo.numbers start with 5 increment by -2 minvalue -100 maxvalue 10 cache 7 cycle comment='it''s';
                        alter sequence zoo.numbers start with 5 increment by -2 minvalue -100 maxvalue 10 cache 7 cycle;
                        alter table zoo.numbers comment='it''s';
                        alter sequence zoo.numbers start with 1 increment by 1 no minvalue no maxvalue cache 1 nocycle;
                        alter table zoo.numbers comment='';
                        drop sequence zoo.numbers;
                        """);
        assertThatThrownBy(() -> MYSQL.createSequence(plain)).isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void makesViewsByTheirOptions() {
        View view = View.of(TableName.of("few"), definition("select 1 AS `one`"))
                .withOptions(List.of(
                        "algorithm=merge", "definer=`a`@`b`", "sql security invoker", "with local check option"));

        for (Ddl ddl : List.of(DDL, MYSQL)) {
            assertThat(text(ddl.createView(view), ddl.dropView(view))).isEqualTo("""
                    create algorithm=merge definer=`a`@`b` sql security invoker view few as
                    select 1 AS `one`
                    with local check option;
                    drop view few;
                    """);
        }
        assertThatThrownBy(() -> DDL.createView(view.withMaterialized(true)))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void makesRoutinesAndTriggersByTheirText() {
        Routine twice = new Routine(
                        Routine.Kind.FUNCTION,
                        TableName.of("twice"),
                        "",
                        definition("create function twice(a int) returns int return 2 * a"),
                        null)
                .withComment("it's");
        Trigger trigger = new Trigger(
                TableName.of("zoo", "t"),
                TableName.of("zoo", "pet"),
                definition("create trigger zoo.t before insert on zoo.pet for each row set new.id = 1"));

        for (Ddl ddl : List.of(DDL, MYSQL)) {
            assertThat(text(
                            ddl.createRoutine(twice),
                            ddl.dropRoutine(twice),
                            ddl.createTrigger(trigger),
                            ddl.dropTrigger(trigger)))
                    .isEqualTo("""
                            create function twice(a int) returns int return 2 * a;
                            alter function twice comment 'it''s';
                            drop function twice;
                            create trigger zoo.t before insert on zoo.pet for each row set new.id = 1;
                            drop trigger zoo.t;
                            """);
        }
        assertThatThrownBy(() -> DDL.createTrigger(new Trigger(
                        TableName.of("t"), TableName.of("pet"), new Definition("postgresql", "create trigger t"))))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void makesIndexesOfEveryKind() {
        Index plain = new Index("ix", List.of(part("name").withLength(5), new Index.Part(column("id"), true)), false);

        assertThat(text(
                        DDL.createIndex(PET, plain),
                        DDL.createIndex(PET, Index.of("ft", "name").withMethod("fulltext")),
                        DDL.createIndex(PET, Index.of("sp", "name").withMethod("spatial")),
                        DDL.createIndex(PET, Index.unique("hs", "id").withMethod("hash")),
                        DDL.createIndex(PET, Index.of("ig", "id").withOptions(List.of("comment 'x'", "ignored"))),
                        MYSQL.createIndex(PET, Index.of("iv", "id").withOptions(List.of("invisible"))),
                        MYSQL.createIndex(
                                PET, new Index("ex", List.of(new Index.Part(raw("lower(`name`)"), false)), false))))
                .isEqualTo("""
                        create index ix on pet (name(5), id desc);
                        create fulltext index ft on pet (name);
                        create spatial index sp on pet (name);
                        create unique index hs using hash on pet (id);
                        create index ig on pet (id) comment 'x' ignored;
                        create index iv on pet (id) invisible;
                        create index ex on pet ((lower(`name`)));
                        """);
        assertThatThrownBy(() -> DDL.createIndex(PET, plain.withPredicate(raw("id > 1"))))
                .isInstanceOf(UnsupportedFeatureException.class);
        assertThatThrownBy(() -> DDL.createIndex(PET, plain.withInclude(List.of("id"))))
                .isInstanceOf(UnsupportedFeatureException.class);
        assertThatThrownBy(() -> DDL.createIndex(
                        PET, new Index("ex", List.of(new Index.Part(raw("lower(`name`)"), false)), false)))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void writesOptionsInThePlaceOfItsOwn() {
        Table table = Table.of(
                        TableName.of("t"),
                        List.of(
                                Column.nullable("a", SqlType.nativeType("mariadb", "timestamp"))
                                        .withDefault(new Default.Of(raw("on update current_timestamp()"))),
                                Column.notNull("b", SqlType.timestamp())
                                        .withDefault(new Default.Of(
                                                raw("current_timestamp(6) on update current_timestamp(6)"))),
                                Column.nullable("c", SqlType.text())
                                        .withDefault(new Default.Of(raw("' on update current_timestamp'")))))
                .withOptions(List.of("engine=Aria", "collate=latin1_bin", "transactional=1", "with system versioning"));

        assertThat(text(DDL.createTable(table, Set.of()))).isEqualTo("""
                create table t (
                    a timestamp on update current_timestamp() null,
                    b datetime(6) default current_timestamp(6) on update current_timestamp(6) not null,
                    c longtext default ' on update current_timestamp'
                ) engine=Aria collate=latin1_bin transactional=1 with system versioning;
                """);
    }

    @Test
    void takesTheDatabasesOwnNameOutOfATextUnlessItMayBeAnother() {
        assertThat(OwnNames.without("a", "select `a`.`t`.`c`,'`a`.`t`',`b`.`a`.`x`,nextval(`a`.`s`) from `a`.`t`"))
                .isEmpty();
        assertThat(OwnNames.without(
                        "a", "select `a`.`t`.`c`,'it\\'s `a`.`t`',`b`.`x`,nextval(`a`.`s`) from `a`.`t` join `b`.`t`"))
                .contains("select `t`.`c`,'it\\'s `a`.`t`',`b`.`x`,nextval(`s`) from `t` join `b`.`t`");
        assertThat(OwnNames.without("a`b", "`a``b`.`t`")).contains("`t`");
        assertThat(OwnNames.without("a", "select `a`.`c` from `a`.`t` `a`")).isEmpty();
    }

    @Test
    void knowsRightsByWhatTheServerSays() {
        MariaDbRights rights = MariaDbRights.of(List.of(
                "GRANT `editor` TO `u`@`%`",
                "GRANT PROCESS ON *.* TO `u`@`%` IDENTIFIED BY PASSWORD '*94BDCEBE'",
                "GRANT SELECT, SHOW VIEW ON `my\\_zoo%`.* TO `u`@`%`",
                "GRANT SELECT (`id`, `a``b`), TRIGGER ON `other`.`t` TO `u`@`%`",
                "GRANT SELECT (`id`) ON `other`.`half` TO `u`@`%`",
                "GRANT EXECUTE ON PROCEDURE `other`.`p` TO `u`@`%`"));

        assertThat(rights.seesTables("my_zoo1")).isTrue();
        assertThat(rights.seesTables("myxzoo1")).isFalse();
        assertThat(rights.seesTables("other")).isFalse();
        assertThat(rights.seesColumns("other", "t")).isFalse();
        assertThat(rights.seesColumns("my_zoo1", "t")).isTrue();
        assertThat(rights.seesColumns("other", "half")).isFalse();
        assertThat(rights.has("TRIGGER", "other", "t")).isTrue();
        assertThat(rights.has("TRIGGER", "my_zoo1", "t")).isFalse();
        assertThat(rights.seesRoutines("other")).isFalse();
        MariaDbRights all = MariaDbRights.of(List.of("GRANT ALL PRIVILEGES ON *.* TO `root`@`%` WITH GRANT OPTION"));
        assertThat(all.seesTables("x") && all.seesRoutines("x") && all.has("EVENT", "x", null))
                .isTrue();
    }

    /** In their place the server would keep question marks. */
    @Test
    void refusesCommentsWithCharactersBeyondThreeBytes() {
        Column monkey = Column.nullable("a", SqlType.text()).withComment("🙈");
        String refusal = "mariadb has no comment with a character beyond U+FFFF (\"🙈\"). Leave it out of the comment.";

        assertThatThrownBy(() -> DDL.createTable(Table.of(TableName.of("t"), List.of(monkey)), Set.of()))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage(refusal);
        assertThatThrownBy(() -> DDL.createTable(PET.withComment("🙈"), Set.of()))
                .hasMessage(refusal);
        assertThatThrownBy(() -> DDL.commentTable(PET, "🙈")).hasMessage(refusal);
        assertThatThrownBy(() -> DDL.createSequence(new Sequence(TableName.of("s"), 1, 1).withComment("🙈")))
                .hasMessage(refusal);
        assertThat(text(DDL.commentTable(PET, "ё"))).isEqualTo("alter table pet comment='ё';\n");
    }

    @Test
    void findsTheBodyInTheStatementThatMadeIt() {
        assertThat(ShownBody.ofTrigger(
                        "create trigger `for each row x` before insert on each.row -- for each row\n FOR each/**/row"
                                + " /* a */ # b\n set new.a = 'for each row'"))
                .isEqualTo("set new.a = 'for each row'");
        assertThat(
                        ShownBody.ofRoutine(
                                "CREATE DEFINER=`(`@`%` FUNCTION `p(`(a enum(')\n','\\'') /* ) */)"
                                        + " RETURNS enum('x\ny')\n    NO SQL\n    DETERMINISTIC\n    COMMENT 'it''s\n\\'\n'\nreturn 'x\n'"))
                .isEqualTo("return 'x\n'");
        assertThat(ShownBody.ofRoutine("CREATE DEFINER=\"a\"@\"%\" PROCEDURE \"p\"()\nselect (1)"))
                .isEqualTo("select (1)");
        assertThat(ShownBody.ofTrigger("create trigger t")).isEmpty();
        assertThat(ShownBody.ofRoutine("create procedure p(")).isEmpty();
    }

    private static Definition definition(String text) {
        return new Definition("mariadb", text);
    }

    private static RawSql raw(String text) {
        return new RawSql("mariadb", text, STRING);
    }

    private static ColumnRef column(String name) {
        return new ColumnRef("", name, STRING);
    }

    private static Index.Part part(String name) {
        return Index.Part.column(name);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static String text(List<DdlStep>... steps) {
        return Stream.of(steps)
                .flatMap(List::stream)
                .map(step -> ((DdlStep.Sql) step).sql() + ";\n")
                .collect(joining());
    }
}
