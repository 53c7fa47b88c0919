// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import static io.aludel.core.type.ValueType.BOOLEAN;
import static io.aludel.core.type.ValueType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.IsNull;
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
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What only some databases have: how the standard, or PostgreSQL, says it, and that it is refused elsewhere. */
class StandardObjectsTest {
    private static final TableName ZOO_PET = TableName.of("zoo", "Pet");
    private static final Table PET =
            Table.of(ZOO_PET, List.of(Column.nullable("a", SqlType.text()), Column.nullable("b", SqlType.text())));
    private static final Expression B = new ColumnRef("", "b", STRING);
    private static final Sequence NUMBERS = new Sequence(TableName.of("numbers"), 1, 1);
    private static final EnumType MOOD = EnumType.of(TableName.of("zoo", "mood"), "it's sad", "glad");
    private static final Definition TEXT = new Definition("plain", "select 1");
    private static final View VIEW = View.of(TableName.of("v"), TEXT);
    private static final Routine TWICE = new Routine(
            Routine.Kind.FUNCTION, TableName.of("twice"), "integer", new Definition(null, "create function …"), null);
    private static final Trigger TOUCH = new Trigger(TableName.of("touch"), ZOO_PET, TEXT);
    private static final Index.Part A = Index.Part.column("a");
    private static final Index INDEX = Index.of("ix", "a");
    private static final ForeignKey KEY = ForeignKey.of("fk", List.of("a"), TableName.of("other"), List.of("id"));
    private static final Exclusion EXCLUSION =
            new Exclusion("ex", null, List.of(new Exclusion.Element(A, "=")), null, Deferral.NOT_DEFERRABLE);

    @Test
    void saysKeysAndChecksInFull() {
        assertThat(sql(ddl ->
                        ddl.addPrimaryKey(PET, new PrimaryKey("pk", List.of("a"), List.of("b"), Deferral.DEFERRABLE))))
                .isEqualTo("alter table zoo.\"Pet\" add constraint pk primary key (a) include (b) deferrable");
        assertThat(sql(ddl -> ddl.addUniqueKey(
                        PET, new UniqueKey("uq", List.of("a"), List.of("b"), false, Deferral.DEFERRED))))
                .isEqualTo("alter table zoo.\"Pet\" add constraint uq unique nulls not distinct (a) include (b)"
                        + " deferrable initially deferred");
        assertThat(sql(ddl -> ddl.addForeignKey(
                        PET,
                        KEY.withMatch(ForeignKey.Match.FULL)
                                .onDelete(ForeignKey.Action.SET_DEFAULT)
                                .withDeferral(Deferral.DEFERRABLE)
                                .withValidated(false))))
                .isEqualTo("alter table zoo.\"Pet\" add constraint fk foreign key (a) references other (id) match full"
                        + " on delete set default deferrable not valid");
        assertThat(sql(ddl -> ddl.addCheck(PET, new Check("ck", new IsNull(B, true), false))))
                .isEqualTo("alter table zoo.\"Pet\" add constraint ck check (b is not null) not valid");
        assertThat(sql(ddl -> ddl.dropExclusion(PET, EXCLUSION)))
                .isEqualTo("alter table zoo.\"Pet\" drop constraint ex");
    }

    @Test
    void saysIndexesAndExclusionsInFull() {
        Index.Part part = new Index.Part(B, true, Index.Nulls.LAST, "C", "text_ops", 10);
        Index.Part lower = new Index.Part(FunctionCall.of(FunctionCall.Function.LOWER, STRING, B), false);

        assertThat(sql(ddl -> ddl.createIndex(
                        PET,
                        new Index(
                                "ix",
                                List.of(part, lower.withNulls(Index.Nulls.FIRST)),
                                true,
                                new IsNull(B, true),
                                "gin",
                                List.of("a", "b"),
                                false,
                                List.of("fillfactor=70", "fastupdate=off")))))
                .isEqualTo(
                        "create unique index ix on zoo.\"Pet\" using gin (b(10) collate \"C\" text_ops desc nulls last,"
                                + " (lower(b)) nulls first) include (a, b) nulls not distinct with (fillfactor=70, fastupdate=off)"
                                + " where b is not null");
        assertThat(sql(ddl -> ddl.addExclusion(
                        PET,
                        new Exclusion(
                                "ex",
                                "gist",
                                List.of(new Exclusion.Element(A, "="), new Exclusion.Element(lower, "&&")),
                                new IsNull(B, true),
                                Deferral.DEFERRED))))
                .isEqualTo("alter table zoo.\"Pet\" add constraint ex exclude using gist (a with =, (lower(b)) with &&)"
                        + " where (b is not null) deferrable initially deferred");
    }

    @Test
    void saysSequencesInFull() {
        Sequence.Owner owner = new Sequence.Owner(ZOO_PET, "a");
        Sequence full = new Sequence(
                NUMBERS.name(),
                SqlType.integer(),
                Numbering.of(-1, -2).within(-9L, 0L).withCache(5).withCycle(true),
                owner,
                "It's new");

        assertThat(sql(ddl -> ddl.createSequence(full))).isEqualTo("""
                create sequence numbers as integer start with -1 increment by -2 minvalue -9 maxvalue 0 cache 5 cycle
                comment on sequence numbers is 'It''s new'""");
        assertThat(sql(ddl -> ddl.giveSequence(full))).isEqualTo("alter sequence numbers owned by zoo.\"Pet\".a");
        assertThat(sql(ddl -> ddl.giveSequence(NUMBERS))).isEmpty();
        assertThat(sql(ddl -> ddl.alterSequence(NUMBERS, full))).isEqualTo("""
                alter sequence numbers as integer start with -1 increment by -2 minvalue -9 maxvalue 0 cache 5 cycle
                alter sequence numbers owned by zoo."Pet".a
                comment on sequence numbers is 'It''s new'""");
        assertThat(sql(ddl -> ddl.alterSequence(full, NUMBERS))).isEqualTo("""
                alter sequence numbers as bigint start with 1 increment by 1 no minvalue no maxvalue cache 1 no cycle
                alter sequence numbers owned by none
                comment on sequence numbers is null""");
        assertThat(sql(ddl -> ddl.alterSequence(full, full))).isEmpty();
        assertThat(sql(ddl -> ddl.dropSequence(full))).isEqualTo("drop sequence numbers");
    }

    @Test
    void saysTypesInFull() {
        assertThat(sql(ddl -> ddl.createEnumType(MOOD.withComment("how")))).isEqualTo("""
                create type zoo.mood as enum ('it''s sad', 'glad')
                comment on type zoo.mood is 'how'""");
        assertThat(sql(ddl -> ddl.addEnumValue(MOOD, "so-so", "glad")))
                .isEqualTo("alter type zoo.mood add value 'so-so' before 'glad'");
        assertThat(sql(ddl -> ddl.addEnumValue(MOOD, "it's great", null)))
                .isEqualTo("alter type zoo.mood add value 'it''s great'");
        assertThat(sql(ddl -> ddl.dropEnumType(MOOD))).isEqualTo("drop type zoo.mood");
        Domain email = Domain.of(TableName.of("email"), SqlType.varchar(90))
                .withCollation("C")
                .withDefault(new Default.Of(new Value("a@b", STRING)))
                .withNullable(false)
                .withChecks(List.of(new Check("ck", new RawSql("plain", "value like '%@%'", BOOLEAN))))
                .withComment("address");
        assertThat(sql(ddl -> ddl.createDomain(email))).isEqualTo("""
                create domain email as varchar(90) collate "C" default 'a@b' not null constraint ck check (value like '%@%')
                comment on domain email is 'address'""");
        assertThat(sql(ddl -> ddl.dropDomain(email))).isEqualTo("drop domain email");
        assertThatThrownBy(() ->
                        sql(ddl -> ddl.createDomain(email.withChecks(List.of(new Check("ck", new IsNull(B, true)))))))
                .hasMessage("plain has no way to write the condition \"ck\" of a domain from an expression."
                        + " Give it as raw SQL, with the word value for the value.");
    }

    @Test
    void saysViewsRoutinesAndTriggersInFull() {
        assertThat(sql(ddl -> ddl.createView(VIEW.withColumns(List.of("one"))
                        .withMaterialized(true)
                        .withOptions(List.of("x=1"))
                        .withIndexes(List.of(Index.of("ix", "one")))
                        .withComment("first"))))
                .isEqualTo("""
                create materialized view v (one) with (x=1) as
                select 1
                create index ix on v (one)
                comment on materialized view v is 'first'""");
        assertThat(sql(ddl -> ddl.dropView(VIEW))).isEqualTo("drop view v");
        assertThat(sql(ddl -> ddl.dropView(VIEW.withMaterialized(true)))).isEqualTo("drop materialized view v");
        assertThat(sql(ddl -> ddl.createRoutine(TWICE.withComment("doubles")))).isEqualTo("""
                create function …
                comment on function twice(integer) is 'doubles'""");
        assertThat(sql(ddl -> ddl.dropRoutine(TWICE))).isEqualTo("drop function twice(integer)");
        assertThat(sql(PlainDialect.without(Feature.OVERLOADED_ROUTINES), ddl -> ddl.dropRoutine(TWICE)))
                .isEqualTo("drop function twice");
        assertThat(sql(ddl -> ddl.createTrigger(TOUCH))).isEqualTo("select 1");
    }

    @Test
    void saysNothingOfCommentsWhereThereAreNone() {
        PlainDialect bare = PlainDialect.without(Feature.COMMENTS, Feature.VIEW_COMMENTS);

        assertThat(sql(bare, ddl -> ddl.createSequence(NUMBERS.withComment("x"))))
                .isEqualTo("create sequence numbers start with 1 increment by 1");
        assertThat(sql(bare, ddl -> ddl.alterSequence(NUMBERS, NUMBERS.withComment("x"))))
                .isEmpty();
        assertThat(sql(bare, ddl -> ddl.createView(VIEW.withComment("x")))).isEqualTo("create view v as\nselect 1");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        Feature.DEFERRABLE_UNIQUE_KEYS,
                        ddl -> ddl.addPrimaryKey(
                                PET, new PrimaryKey("pk", List.of("a")).withDeferral(Deferral.DEFERRABLE))),
                refusal(
                        Feature.INDEX_INCLUDE,
                        ddl -> ddl.addPrimaryKey(PET, new PrimaryKey("pk", List.of("a")).withInclude(List.of("b")))),
                refusal(
                        Feature.DEFERRABLE_UNIQUE_KEYS,
                        ddl -> ddl.addUniqueKey(
                                PET, new UniqueKey("uq", List.of("a")).withDeferral(Deferral.DEFERRED))),
                refusal(
                        Feature.INDEX_INCLUDE,
                        ddl -> ddl.addUniqueKey(PET, new UniqueKey("uq", List.of("a")).withInclude(List.of("b")))),
                refusal(
                        Feature.NULLS_NOT_DISTINCT,
                        ddl -> ddl.addUniqueKey(PET, new UniqueKey("uq", List.of("a")).withNullsDistinct(false))),
                refusal(Feature.DEFERRABLE_KEYS, ddl -> ddl.addForeignKey(PET, KEY.withDeferral(Deferral.DEFERRED))),
                refusal(Feature.MATCH_FULL, ddl -> ddl.addForeignKey(PET, KEY.withMatch(ForeignKey.Match.FULL))),
                refusal(Feature.UNVALIDATED_CONSTRAINTS, ddl -> ddl.addForeignKey(PET, KEY.withValidated(false))),
                refusal(
                        Feature.UNVALIDATED_CONSTRAINTS,
                        ddl -> ddl.addCheck(PET, new Check("ck", new IsNull(B, true), false))),
                refusal(Feature.EXCLUSION_CONSTRAINTS, ddl -> ddl.addExclusion(PET, EXCLUSION)),
                refusal(Feature.PARTIAL_INDEX, ddl -> ddl.createIndex(PET, INDEX.withPredicate(new IsNull(B, true)))),
                refusal(Feature.INDEX_METHODS, ddl -> ddl.createIndex(PET, INDEX.withMethod("gin"))),
                refusal(Feature.INDEX_METHODS, ddl -> ddl.createIndex(PET, INDEX.withOptions(List.of("x=1")))),
                refusal(Feature.INDEX_INCLUDE, ddl -> ddl.createIndex(PET, INDEX.withInclude(List.of("b")))),
                refusal(Feature.NULLS_NOT_DISTINCT, ddl -> ddl.createIndex(PET, INDEX.withNullsDistinct(false))),
                refusal(Feature.EXPRESSION_INDEX, ddl -> part(ddl, A.withExpression(new IsNull(B, true)))),
                refusal(Feature.INDEX_NULLS_ORDER, ddl -> part(ddl, A.withNulls(Index.Nulls.FIRST))),
                refusal(Feature.INDEX_COLLATIONS, ddl -> part(ddl, A.withCollation("C"))),
                refusal(Feature.OPERATOR_CLASSES, ddl -> part(ddl, A.withOperatorClass("text_ops"))),
                refusal(Feature.INDEX_PREFIXES, ddl -> part(ddl, A.withLength(5))),
                refusal(Feature.SEQUENCES, ddl -> ddl.createSequence(NUMBERS)),
                refusal(Feature.SEQUENCES, ddl -> ddl.alterSequence(NUMBERS, NUMBERS.withComment("x"))),
                refusal(Feature.SEQUENCES, ddl -> ddl.dropSequence(NUMBERS)),
                refusal(
                        Feature.SEQUENCE_OWNERS,
                        ddl -> ddl.giveSequence(NUMBERS.withOwner(new Sequence.Owner(ZOO_PET, "a")))),
                refusal(Feature.ENUM_TYPES, ddl -> ddl.createEnumType(MOOD)),
                refusal(Feature.ENUM_TYPES, ddl -> ddl.addEnumValue(MOOD, "x", null)),
                refusal(Feature.ENUM_TYPES, ddl -> ddl.dropEnumType(MOOD)),
                refusal(Feature.DOMAINS, ddl -> ddl.createDomain(Domain.of(TableName.of("d"), SqlType.text()))),
                refusal(Feature.DOMAINS, ddl -> ddl.dropDomain(Domain.of(TableName.of("d"), SqlType.text()))),
                refusal(Feature.MATERIALIZED_VIEWS, ddl -> ddl.createView(VIEW.withMaterialized(true))),
                refusal(Feature.ROUTINES, ddl -> ddl.createRoutine(TWICE)),
                refusal(Feature.ROUTINES, ddl -> ddl.dropRoutine(TWICE)),
                refusal(Feature.TRIGGERS, ddl -> ddl.createTrigger(TOUCH)),
                refusal(Feature.TRIGGERS, ddl -> ddl.dropTrigger(TOUCH)),
                refusal(Feature.SCHEMAS, ddl -> ddl.createSchema("zoo")),
                refusal(Feature.SCHEMAS, ddl -> ddl.dropTable(PET)));
    }

    private static Arguments refusal(Feature feature, Function<Ddl, List<DdlStep>> step) {
        return Arguments.of(feature, step);
    }

    private static List<DdlStep> part(Ddl ddl, Index.Part part) {
        return ddl.createIndex(PET, INDEX.withParts(List.of(part)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatADatabaseLacks(Feature feature, Function<Ddl, List<DdlStep>> step) {
        assertThat(sql(step)).isNotEmpty();
        assertThatThrownBy(() -> sql(PlainDialect.without(feature), step))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageStartingWith("plain has no ")
                .hasMessageEndingWith(".");
    }

    @Test
    void refusesTheWordsOfAnotherDatabase() {
        Definition foreign = new Definition("other", "select 1");

        assertThatThrownBy(() -> sql(ddl -> ddl.createView(View.of(TableName.of("v"), foreign))))
                .hasMessage(
                        "plain has no way to read view \"v\", which is written for other. Write it for plain, too.");
        assertThatThrownBy(() -> sql(ddl -> ddl.createTrigger(new Trigger(TableName.of("t"), ZOO_PET, foreign))))
                .isInstanceOf(UnsupportedFeatureException.class);
        assertThatThrownBy(() -> sql(ddl ->
                        ddl.createRoutine(new Routine(Routine.Kind.PROCEDURE, TableName.of("p"), "", foreign, null))))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    private static String sql(Function<Ddl, List<DdlStep>> step) {
        return sql(PlainDialect.INSTANCE, step);
    }

    private static String sql(Dialect dialect, Function<Ddl, List<DdlStep>> step) {
        return step.apply(dialect.ddl()).stream()
                .map(one -> ((DdlStep.Sql) one).sql())
                .collect(Collectors.joining("\n"));
    }
}
