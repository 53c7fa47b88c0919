// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import static io.aludel.migrate.PetWorld.PERSON;
import static io.aludel.migrate.PetWorld.PET;
import static io.aludel.migrate.PetWorld.TOY;

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
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.graph.RevisionNode;
import io.aludel.migrate.op.AddCheck;
import io.aludel.migrate.op.AddColumn;
import io.aludel.migrate.op.AddEnumValue;
import io.aludel.migrate.op.AddExclusion;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.AddPrimaryKey;
import io.aludel.migrate.op.AddUniqueKey;
import io.aludel.migrate.op.CreateIndex;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.DropEnumValue;
import io.aludel.migrate.op.EveryOperation;
import io.aludel.migrate.op.ExecuteSql;
import io.aludel.migrate.op.OnDialects;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Reversal;
import io.aludel.migrate.op.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Revisions to be written as scripts; what the writer makes of them stands in the package {@code golden}, and compiles there. */
final class ScriptExamples {
    private ScriptExamples() {}

    static NewScript pets() {
        return new NewScript(
                "1b7e02c55f10",
                List.of(),
                "Creates people, pets and toys.",
                List.of(
                        new CreateTable(PetWorld.person()),
                        new CreateTable(PetWorld.pet()),
                        new CreateTable(PetWorld.toy())));
    }

    static NewScript everyOperation() {
        return new NewScript(
                "8f2c41d09ab3",
                List.of("1b7e02c55f10"),
                "Every operation & its <reversal>",
                Stream.concat(EveryOperation.portable(), EveryOperation.ofSequences())
                        .toList());
    }

    static NewScript hostile() {
        String name = "O'Reilly \"quoted\" \\u0041 \u202e Щука\n\t\u0007";
        return new NewScript(
                "c0ffee000001",
                List.of("1b7e02c55f10", "8f2c41d09ab3"),
                "Names that */ hurt: \\u002a/ @Revision \n  Щука",
                List.of(
                        new AddColumn(
                                TableName.of("app", name),
                                Column.notNull(name, SqlType.varchar(40))
                                        .withDefault(
                                                new Default.Of(Term.value(name).expression()))
                                        .withCollation("C")
                                        .withComment(name)),
                        new AddCheck(
                                PET,
                                new Check(
                                        "ck",
                                        Term.rawSql("postgresql", "name ~ '^\\w'")
                                                .expression()))));
    }

    static NewScript everyTerm() {
        Term a = Term.column("a");
        Term b = Term.column("b");
        Term both = a.eq(1)
                .and(b.ne("x").or(Term.not(b.like("a%"))))
                .and(a.plus(1L).times(new BigDecimal("2.50")).gt(a.minus(b)))
                .and(a.in(1, 2, (short) 3).or(b.isNotNull()).or(a.isNull()))
                .and(Term.coalesce(a, 0).lt(1.5).and(b.lower().trim().length().le(5)))
                .and(Term.when(a.ge(1), "one")
                        .when(a.ge(2), "two")
                        .otherwise("many")
                        .eq(b.upper()))
                .and(a.cast(SqlType.bigint()).remainder(7).eq(Term.value(3.5f).round(1)))
                .and(Term.concat(b, "-", b)
                        .startsWith("é")
                        .or(b.endsWith("z").or(b.contains("q").or(b.ilike("Q")))))
                .and(a.dividedBy(2).eq(a.integerDividedBy(3).abs()));
        return new NewScript(
                "c0ffee000002",
                List.of("c0ffee000001"),
                "",
                List.of(
                        new AddCheck(TOY, new Check("ck_long", both.expression())),
                        new CreateIndex(
                                TOY,
                                new Index(
                                                "ix_toy_lower",
                                                List.of(
                                                        b.lower().part(),
                                                        a.desc().part()),
                                                true)
                                        .withPredicate(a.between(LocalDate.of(2026, 11, 20), Instant.EPOCH)
                                                .or(a.eq(new UUID(1, 2))
                                                        .or(a.eq(true).or(a.eq(Term.nullValue()))))
                                                .expression())),
                        new ExecuteSql(null, "update toy set price = 0", ExecuteSql.Effect.SCHEMA_NEUTRAL),
                        new ExecuteSql("postgresql", "vacuum", ExecuteSql.Effect.UNDECLARED)));
    }

    static NewScript oddTable() {
        Table odd = Table.of(
                        TableName.of("app", "odd"),
                        List.of(
                                Column.identity("id", SqlType.integer())
                                        .withGeneration(new Generation.Identity(100, 10, true)),
                                Column.notNull("n", new StandardType(TypeKind.DECIMAL, -1, -1)),
                                Column.nullable("x", SqlType.nativeType("postgresql", "citext")),
                                Column.nullable("at", SqlType.timestampWithTimeZone())
                                        .withDefault(new Default.Of(
                                                Term.currentTimestamp().expression())),
                                Column.nullable("twice", SqlType.integer())
                                        .withGeneration(new Generation.Computed(
                                                Term.column("id").times(2).expression(), true))))
                .withPrimaryKey(new PrimaryKey("pk_odd", List.of("id", "n")))
                .withUniqueKeys(List.of(new UniqueKey("uq_odd", List.of("n"))))
                .withForeignKeys(List.of(new ForeignKey(
                        "fk_odd_with_a_name_that_is_long_enough_to_break_the_line",
                        List.of("id", "n"),
                        TableName.of("app", "even"),
                        List.of("id", "n"),
                        ForeignKey.Action.SET_NULL,
                        ForeignKey.Action.RESTRICT,
                        ForeignKey.Match.SIMPLE,
                        Deferral.DEFERRED,
                        true)))
                .withIndexes(List.of(Index.unique("ix_odd", "x", "n")))
                .withOptions(List.of("without rowid"))
                .withComment("odd");
        return new NewScript(
                "c0ffee000003",
                List.of("c0ffee000002"),
                "A message that is so long that its Javadoc does not fit on one line with its two comment marks around it, or does it",
                List.<Operation>of(
                        new CreateTable(odd),
                        new AddForeignKey(
                                PERSON,
                                ForeignKey.of(
                                        "fk_person_to_a_table_with_a_long_name",
                                        List.of("id"),
                                        TableName.of("a_table_with_a_very_long_name_that_nobody_wants"),
                                        List.of("id")))));
    }

    static NewScript empty() {
        return new NewScript("c0ffee000004", List.of("c0ffee000003"), "To be filled in", List.of());
    }

    static NewScript labelled() {
        RevisionNode node = new RevisionNode(
                "c0ffee00000a", List.of("c0ffee000004"), List.of("pets"), List.of("c0ffee000003"), List.of());
        return new NewScript(node, "Begins a branch", List.of());
    }

    static NewScript joining() {
        RevisionNode node = new RevisionNode(
                "c0ffee00000b",
                List.of("c0ffee00000a", "c0ffee000006"),
                List.of("joined", "v2"),
                List.of("c0ffee000003"),
                List.of("c0ffee000001", "c0ffee000002"));
        return new NewScript(node, "Joins two branches", List.of());
    }

    static NewScript everyObject() {
        return new NewScript(
                "c0ffee000005",
                List.of("c0ffee000004"),
                "What only some databases have",
                EveryOperation.rare().toList());
    }

    static NewScript rareTable() {
        List<Operation> added = EveryOperation.rare().toList();
        Table table = Table.of(
                        TableName.of("app", "everything"),
                        List.of(
                                Column.notNull("id", SqlType.bigint())
                                        .withGeneration(new Generation.Identity(
                                                Numbering.of(10, 1).withCache(7), false)),
                                Column.nullable("name", SqlType.namedEnum("mood", "sad", "glad")),
                                Column.nullable("email", SqlType.array(SqlType.text())),
                                Column.nullable("legs", SqlType.integer()),
                                Column.nullable("note", SqlType.text())))
                .withPrimaryKey(((AddPrimaryKey) added.get(0)).key())
                .withUniqueKeys(List.of(((AddUniqueKey) added.get(1)).key()))
                .withChecks(List.of(((AddCheck) added.get(3)).check()))
                .withIndexes(List.of(((CreateIndex) added.get(4)).index()))
                .withExclusions(List.of(((AddExclusion) added.get(5)).exclusion()));
        return new NewScript(
                "c0ffee000006",
                List.of("c0ffee000005"),
                "A table with all that some have, and values that stay",
                List.of(
                        new CreateTable(table),
                        new OnDialects(
                                List.of("postgresql"),
                                new AddColumn(table.name(), Column.nullable("more", SqlType.integer()))),
                        new AddEnumValue(TableName.of("app", "mood"), "so-so", "glad"),
                        new AddEnumValue(TableName.of("mood"), "it's \"fine\"", null),
                        new DropEnumValue(
                                TableName.of("mood"),
                                "it's",
                                "\"fine\"",
                                new AddEnumValue(TableName.of("mood"), "it's", null))));
    }

    static NewScript rows() {
        return new NewScript(
                "c0ffee000007",
                List.of("c0ffee000006"),
                "Rows, and steps outside a transaction",
                EveryOperation.others()
                        .map(operation -> operation.withFormer(PetWorld.schema()))
                        .filter(operation -> operation.reverse() instanceof Reversal.By)
                        .toList());
    }

    static NewScript lostRows() {
        return new NewScript(
                "c0ffee000008",
                List.of("c0ffee000007"),
                "Rows that do not come back",
                EveryOperation.others()
                        .filter(operation ->
                                operation.withFormer(PetWorld.schema()).reverse() instanceof Reversal.Impossible)
                        .toList());
    }

    static Stream<NewScript> all() {
        return Stream.of(
                pets(),
                everyOperation(),
                hostile(),
                everyTerm(),
                oddTable(),
                empty(),
                everyObject(),
                rareTable(),
                rows(),
                lostRows(),
                labelled(),
                joining());
    }
}
