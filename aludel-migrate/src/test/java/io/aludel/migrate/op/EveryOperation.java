// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import static io.aludel.migrate.PetWorld.PERSON;
import static io.aludel.migrate.PetWorld.PET;
import static io.aludel.migrate.PetWorld.TAG;
import static io.aludel.migrate.PetWorld.TOY;

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
import io.aludel.migrate.PetWorld;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One operation of each kind that can be reversed, all of which fit {@link PetWorld#schema()}. */
public final class EveryOperation {
    private static final TableName SHOP = TableName.of("shop");
    private static final TableName LOOSE = TableName.of("loose");
    private static final Sequence TICKETS = new Sequence(TableName.of("tickets"), 1, 1);
    private static final EnumType MOOD = EnumType.of(TableName.of("mood"), "sad", "glad");

    private EveryOperation() {}

    /** Those that every database knows. */
    public static Stream<Operation> portable() {
        Table shop = Table.of(
                        SHOP,
                        List.of(
                                Column.identity("id", SqlType.bigint()),
                                Column.notNull("owner_id", SqlType.bigint()),
                                Column.nullable("opened_on", SqlType.date())))
                .withPrimaryKey(new PrimaryKey("pk_shop", List.of("id")))
                .withForeignKeys(
                        List.of(ForeignKey.of("fk_shop_owner_id", List.of("owner_id"), PERSON, List.of("id"))));
        Column price = PetWorld.toy().requireColumn("price");
        Column email = PetWorld.person().requireColumn("email");
        return Stream.<Operation>of(
                        new CreateTable(shop),
                        new DropTable(TOY, null),
                        new RenameTable(TOY, TableName.of("plaything")),
                        new RenameTable(PERSON, TableName.of("human")),
                        new CommentTable(TOY, "It's what \"pets\" play with", null),
                        new AddColumn(PERSON, Column.nullable("born_on", SqlType.date())),
                        new AddColumn(
                                PERSON,
                                Column.notNull("points", SqlType.integer())
                                        .withDefault(
                                                new Default.Of(Term.value(0).expression()))),
                        new DropColumn(TOY, "price", null),
                        new AlterColumn(TOY, price, price.withType(SqlType.decimal(10, 2))),
                        new AlterColumn(TOY, price, price.withNullable(true)),
                        new AlterColumn(
                                TOY,
                                price,
                                price.withDefault(new Default.Of(Term.value(new java.math.BigDecimal("9.99"))
                                        .expression()))),
                        new RenameColumn(PERSON, "id", "number"),
                        new RenameColumn(PET, "legs", "feet"),
                        new DropForeignKey(TOY, "fk_toy_pet_id", null),
                        new AddForeignKey(
                                TOY,
                                ForeignKey.of("fk_toy_giver", List.of("id"), PERSON, List.of("id"))
                                        .onUpdate(ForeignKey.Action.CASCADE)),
                        new DropPrimaryKey(TAG, "pk_tag", null),
                        new DropUniqueKey(PERSON, "uq_person_email", null),
                        new AddUniqueKey(TOY, new UniqueKey("uq_toy_pet_price", List.of("pet_id", "price"))),
                        new DropCheck(PET, "ck_pet_legs", null),
                        new AddCheck(
                                PERSON,
                                new Check(
                                        "ck_person_name",
                                        Term.column("name").ne("").expression())),
                        new DropIndex(PET, "ix_pet_person_id", null),
                        new CreateIndex(PERSON, Index.of("ix_person_name", "name")),
                        new RenameIndex(PET, "ix_pet_person_id", "ix_pet_owner"),
                        new RenameConstraint(PERSON, "uq_person_email", "uq_person_address"),
                        new RenameConstraint(PET, "fk_pet_person_id", "fk_pet_owner"),
                        new RenameConstraint(TOY, "fk_toy_pet_id", "fk_toy_owner"),
                        new RenameConstraint(PET, "ck_pet_legs", "ck_pet_feet"),
                        new RenameConstraint(PERSON, "pk_person", "pk_human"),
                        new RenameConstraint(TAG, "pk_tag", "pk_label"),
                        new AddColumn(
                                PERSON,
                                Column.notNull("born_in", SqlType.varchar(40)),
                                Term.concat("by ", Term.column("name")).expression()),
                        new AddColumn(
                                PERSON,
                                Column.notNull("score", SqlType.integer())
                                        .withDefault(
                                                new Default.Of(Term.value(0).expression())),
                                Term.value(7).expression()),
                        new DropColumn(
                                PERSON, "name", null, Term.value("nobody").expression()),
                        new AlterColumn(
                                PERSON,
                                email,
                                email.withNullable(false),
                                ColumnValues.KEPT,
                                new ColumnValues(Term.value("none").expression(), Map.of())))
                .map(operation -> operation.withFormer(PetWorld.schema()));
    }

    /** Those that only databases with sequences know. */
    public static Stream<Operation> ofSequences() {
        Sequence numbers = new Sequence(TableName.of("numbers"), 10, 5);
        return Stream.of(new CreateSequence(numbers));
    }

    /** Those that only some databases know; all of them fit {@link #schema()}. */
    public static Stream<Operation> rare() {
        Index.Part name = Index.Part.column("name");
        View tame = View.of(
                TableName.of("tame"), new Definition("postgresql", "select id, name\nfrom pet\nwhere legs > 0"));
        return Stream.of(
                        new AddPrimaryKey(
                                LOOSE,
                                new PrimaryKey("pk_loose", List.of("id"))
                                        .withInclude(List.of("note"))
                                        .withDeferral(Deferral.DEFERRABLE)),
                        new AddUniqueKey(
                                PERSON,
                                new UniqueKey("uq_person_name", List.of("name"))
                                        .withInclude(List.of("email"))
                                        .withNullsDistinct(false)
                                        .withDeferral(Deferral.DEFERRED)),
                        new AddForeignKey(
                                TOY,
                                ForeignKey.of("fk_toy_giver", List.of("id"), PERSON, List.of("id"))
                                        .withMatch(ForeignKey.Match.FULL)
                                        .withDeferral(Deferral.DEFERRABLE)
                                        .withValidated(false)),
                        new AddCheck(
                                PERSON,
                                new Check(
                                                "ck_person_name",
                                                Term.column("name").ne("").expression())
                                        .withValidated(false)),
                        new CreateIndex(
                                PERSON,
                                new Index(
                                        "ix_person_name",
                                        List.of(
                                                name.withNulls(Index.Nulls.LAST).withCollation("C"),
                                                name.withOperatorClass("text_pattern_ops"),
                                                new Index.Part(name.expression(), true)
                                                        .withNulls(Index.Nulls.FIRST)
                                                        .withLength(10)),
                                        true,
                                        Term.column("email").isNotNull().expression(),
                                        "btree",
                                        List.of("email"),
                                        false,
                                        List.of("fillfactor=70", "deduplicate_items=off"))),
                        new AddExclusion(
                                PET,
                                new Exclusion(
                                        "ex_pet_name",
                                        "btree",
                                        List.of(
                                                new Exclusion.Element(name, "="),
                                                new Exclusion.Element(
                                                        Term.column("legs")
                                                                .plus(1)
                                                                .part(),
                                                        "=")),
                                        Term.column("legs").gt(3).expression(),
                                        Deferral.DEFERRED)),
                        new AddExclusion(
                                PET,
                                new Exclusion(
                                        "ex_plain",
                                        null,
                                        List.of(new Exclusion.Element(name, "=")),
                                        null,
                                        Deferral.NOT_DEFERRABLE)),
                        new AddColumn(
                                TAG,
                                Column.notNull("number", SqlType.bigint())
                                        .withGeneration(new Generation.Identity(
                                                Numbering.of(5, 2)
                                                        .within(1L, 5_000_000_000L)
                                                        .withCache(20)
                                                        .withCycle(true),
                                                true))),
                        new CreateSequence(new Sequence(
                                TableName.of("numbers"),
                                SqlType.bigint(),
                                Numbering.of(-5_000_000_000L, -5)
                                        .within(-6_000_000_000L, -1L)
                                        .withCache(3)
                                        .withCycle(true),
                                new Sequence.Owner(TOY, "id"),
                                "It's for toys")),
                        new AlterSequence(
                                TICKETS,
                                TICKETS.withNumbering(Numbering.of(1, 10).within(null, 999L))
                                        .withType(SqlType.integer())
                                        .withComment("by tens")),
                        new CreateEnumType(EnumType.of(TableName.of("size"), "small", "it's \"big\"")),
                        new DropEnumType(MOOD.name(), MOOD),
                        new RenameEnumType(MOOD.name(), TableName.of("feeling")),
                        new RenameEnumValue(MOOD.name(), "glad", "it's \"fine\""),
                        new AddEnumValue(MOOD.name(), "so-so", "glad"),
                        new DropEnumValue(MOOD.name(), "sad", null, null),
                        new RenameSequence(TICKETS.name(), TableName.of("coupons")),
                        new ValidateConstraint(PET, "ck_pet_legs", false),
                        new ValidateConstraint(TOY, "fk_toy_pet_id", false),
                        new CreateDomain(Domain.of(TableName.of("email"), SqlType.varchar(200))
                                .withNullable(false)
                                .withDefault(new Default.Of(Term.value("a@b").expression()))
                                .withChecks(List.of(new Check(
                                        "ck_email",
                                        Term.rawSql("postgresql", "value like '%@%'")
                                                .expression())))
                                .withCollation("C")
                                .withComment("An address")),
                        new CreateDomain(Domain.of(TableName.of("plain"), SqlType.text())),
                        new CreateView(tame),
                        new OnDialects(
                                List.of("postgresql"),
                                new CreateView(tame.withColumns(List.of("number", "called"))
                                        .withMaterialized(true)
                                        .withOptions(List.of("fillfactor=70"))
                                        .withIndexes(List.of(Index.unique("ix_tame", "number")))
                                        .withComment("Those that have legs"))),
                        new OnDialects(
                                List.of("postgresql", "sqlite"),
                                new CreateView(
                                        View.of(TableName.of("named"), new Definition(null, "select name from pet")))),
                        routine(Routine.Kind.FUNCTION, "twice"),
                        routine(Routine.Kind.PROCEDURE, "tidy"),
                        routine(Routine.Kind.AGGREGATE, "most"),
                        new CreateTrigger(new Trigger(
                                TableName.of("touch"),
                                PET,
                                new Definition(
                                        "sqlite",
                                        "create trigger touch after update on pet begin\n    select 1;\nend"))),
                        new CreateSchema("zoo"),
                        new OnDialects(List.of("sqlite"), new CreateIndex(PET, Index.of("ix_pet_legs", "legs"))))
                .map(operation -> operation.withFormer(schema()));
    }

    /** Changes of rows, which leave the schema as it is, and steps outside a transaction. */
    public static Stream<Operation> others() {
        Column price = PetWorld.toy().requireColumn("price");
        return Stream.of(
                new InsertRows(
                        TAG,
                        List.of("code", "title"),
                        List.of(
                                List.of(
                                        Term.value("a").expression(),
                                        Term.nullValue().expression()),
                                List.of(
                                        Term.value("b").expression(),
                                        Term.value("50 % \\ 'off'").expression())),
                        List.of("code")),
                new InsertRows(
                        TAG,
                        List.of("title", "code"),
                        List.of(List.of(
                                Term.value("x").expression(), Term.value("c").expression())),
                        List.of("title", "code")),
                new UpdateRows(
                        PET,
                        Map.of("legs", Term.column("legs").plus(1).expression()),
                        Term.column("name").startsWith("R").expression()),
                new InsertSelected(
                        TAG,
                        PET,
                        Map.of("code", Term.column("name").lower().expression()),
                        Term.column("legs").gt(3).expression()),
                new UpdateRows(TAG, Map.of("title", Term.nullValue().expression()), null),
                new DeleteRows(TOY, Term.column("price").eq(0).expression(), null),
                new DeleteRows(TOY, null, null),
                new CreateIndex(TOY, Index.of("ix_toy_price", "price"), true),
                new Replace(
                        new DropView(TableName.of("v"), View.of(TableName.of("v"), new Definition(null, "select 1"))),
                        new CreateView(View.of(TableName.of("v"), new Definition(null, "select 2"))
                                .withColumns(List.of("two")))),
                new Replace(
                        new DropRoutine(
                                Routine.Kind.FUNCTION,
                                TableName.of("twice"),
                                "integer, text",
                                routine(Routine.Kind.FUNCTION, "twice").routine()),
                        routine(Routine.Kind.FUNCTION, "twice")),
                new Replace(
                        new DropTrigger(TableName.of("touch"), PET, touch("select 1")),
                        new CreateTrigger(touch("select 2"))),
                new IfNeeded(new AddColumn(TOY, Column.nullable("note", SqlType.text()))),
                new IfNeeded(new DropTable(TableName.of("zoo", "cage"), null)),
                new OnDialects(List.of("sqlite"), new IfNeeded(new DropIndex(PET, "ix_old", null))),
                new DropIndex(PET, "ix_pet_person_id", null, true),
                new AlterColumn(
                        TOY,
                        price,
                        price.withType(SqlType.integer()),
                        new ColumnValues(null, Map.of("h2", "price * 100", "postgresql", "price * 100")),
                        new ColumnValues(Term.value(0).expression(), Map.of("postgresql", "(price / 100)::integer"))));
    }

    private static Trigger touch(String body) {
        return new Trigger(
                TableName.of("touch"),
                PET,
                new Definition("sqlite", "create trigger touch after update on pet begin " + body + "; end"));
    }

    private static CreateRoutine routine(Routine.Kind kind, String name) {
        return new CreateRoutine(new Routine(
                        kind,
                        TableName.of(name),
                        "integer, text",
                        new Definition("postgresql", "create " + kind.sql() + " " + name + " …"),
                        null)
                .withComment(kind == Routine.Kind.FUNCTION ? "doubles" : null));
    }

    /** All of them. */
    static Stream<Operation> all() {
        return Stream.concat(Stream.concat(portable(), ofSequences()), rare());
    }

    /** Which all of them fit: the pets, and more. */
    public static Schema schema() {
        return PetWorld.schema()
                .with(Table.of(
                        LOOSE,
                        List.of(Column.notNull("id", SqlType.bigint()), Column.nullable("note", SqlType.text()))))
                .withSequences(List.of(TICKETS))
                .withEnumTypes(List.of(MOOD));
    }
}
