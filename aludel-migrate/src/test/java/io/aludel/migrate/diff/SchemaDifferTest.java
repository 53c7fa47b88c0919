// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import static io.aludel.migrate.PetWorld.PERSON;
import static io.aludel.migrate.PetWorld.PET;
import static io.aludel.migrate.PetWorld.TOY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.schema.Unreadable;
import io.aludel.core.type.SqlType;
import io.aludel.engine.DdlRunner;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.Databases;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.op.AddColumn;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Term;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class SchemaDifferTest {
    private final FreshDatabase database;
    private final Engine engine;

    SchemaDifferTest(FreshDatabase database) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
        engine.createAll(PetWorld.schema());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** What differs, for people; afterwards it is executed, and then nothing differs any more. */
    private List<String> changes(Schema model) {
        SchemaDifference difference = Databases.difference(engine, model);
        assertThat(difference.undecided()).isEmpty();
        try (EngineConnection connection = engine.connect()) {
            for (Operation operation : difference.operations()) {
                new DdlRunner(connection).run(operation.render(connection.dialect(), live(model)));
            }
        }
        assertThat(Databases.difference(engine, model)).isEqualTo(new SchemaDifference(List.of(), List.of()));
        return difference.operations().stream().map(Operation::describe).toList();
    }

    private boolean has(Feature feature) {
        return engine.dialect().capabilities().has(feature);
    }

    /** What the database calls the primary key of that name. */
    private String primaryKey(String name) {
        return has(Feature.NAMED_PRIMARY_KEYS) ? name : "PRIMARY";
    }

    private Schema live(Schema model) {
        return has(Feature.ENUM_TYPES) ? Databases.everything(engine) : Databases.live(engine);
    }

    private static Schema with(Table table) {
        return PetWorld.schema().with(table);
    }

    private static Check check(String name, Term condition) {
        return new Check(name, condition.expression());
    }

    private static Default to(Term value) {
        return new Default.Of(value.expression());
    }

    @Test
    void whatWasMadeOfTheModelDoesNotDiffer() {
        assertThat(Databases.difference(engine, PetWorld.schema()).isEmpty()).isTrue();
    }

    @Test
    void equalTablesCostNoScratchPlace() {
        Schema plain = Schema.of(PetWorld.person(), PetWorld.toy());
        AtomicInteger places = new AtomicInteger();
        SchemaDiffer differ = new SchemaDiffer(engine.dialect(), () -> {
            places.incrementAndGet();
            return engine.scratch();
        });

        assertThat(differ.diff(plain, Databases.live(engine), Set.of(PET, PetWorld.TAG))
                        .operations())
                .isEmpty();

        assertThat(places).hasValue(0);
    }

    @Test
    @Tag("M-1")
    void createsBeforeItModifiesBeforeItDrops() {
        Table shop = Table.of(TableName.of("shop"), List.of(Column.identity("id", SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey("pk_shop", List.of("id")));
        Table person = PetWorld.person().withColumn(Column.nullable("nick", SqlType.varchar(20)));

        assertThat(changes(Schema.of(person, PetWorld.pet(), PetWorld.tag(), shop)))
                .containsExactly(
                        "create table \"shop\"", "add column \"nick\" to table \"person\"", "drop table \"toy\"");
    }

    @Test
    @Tag("M-2")
    void aNewColumnIsOneOperationInTheModelsWords() {
        Column nick = Column.nullable("nick", SqlType.varchar(20));

        assertThat(Databases.difference(engine, with(PetWorld.person().withColumn(nick)))
                        .operations())
                .containsExactly(new AddColumn(PERSON, nick));
    }

    @Test
    @Tag("M-3")
    void aColumnGoesAfterWhatUsesIt() {
        Table pet = PetWorld.pet();
        List<Column> columns = new ArrayList<>(pet.columns());
        columns.remove(pet.requireColumn("person_id"));
        Table lonely = Table.of(PET, columns).withPrimaryKey(pet.primaryKey()).withChecks(pet.checks());

        assertThat(changes(with(lonely)))
                .containsExactly(
                        "drop foreign key \"fk_pet_person_id\" of table \"pet\"",
                        "drop index \"ix_pet_person_id\" of table \"pet\"",
                        "drop column \"person_id\" of table \"pet\"");
    }

    @Test
    @Tag("M-4")
    void noTypeDiffersFromItself() {
        Table types = Table.of(
                TableName.of("types"),
                List.of(
                        Column.nullable("a", SqlType.bool()),
                        Column.nullable("b", SqlType.smallint()),
                        Column.nullable("c", SqlType.integer()),
                        Column.nullable("d", SqlType.bigint()),
                        Column.nullable("e", SqlType.decimal(12, 3)),
                        Column.nullable("f", SqlType.real()),
                        Column.nullable("g", SqlType.doublePrecision()),
                        Column.nullable("h", SqlType.character(3)),
                        Column.nullable("i", SqlType.varchar(40)),
                        Column.nullable("j", SqlType.text()),
                        Column.nullable("k", SqlType.binary()),
                        Column.nullable("l", SqlType.date()),
                        Column.nullable("m", SqlType.time()),
                        Column.nullable("n", SqlType.timestamp()),
                        Column.nullable("o", SqlType.timestampWithTimeZone()),
                        Column.nullable("p", SqlType.uuid()),
                        Column.nullable("q", SqlType.json())));

        assertThat(changes(with(types))).containsExactly("create table \"types\"");
    }

    @Test
    @Tag("M-5")
    void typesOfAnotherSizeDiffer() {
        Table person = PetWorld.person()
                .withColumn(Column.notNull("name", SqlType.varchar(50)))
                .withColumn(Column.nullable("email", SqlType.text()));
        Table toy = PetWorld.toy().withColumn(Column.notNull("price", SqlType.decimal(8, 3)));
        Table pet =
                PetWorld.pet().withColumn(PetWorld.pet().requireColumn("legs").withType(SqlType.bigint()));

        assertThat(changes(PetWorld.schema().with(person).with(toy).with(pet)))
                .containsExactly(
                        "alter column \"name\" of table \"person\"",
                        "alter column \"email\" of table \"person\"",
                        "alter column \"legs\" of table \"pet\"",
                        "alter column \"price\" of table \"toy\"");
    }

    @Test
    @Tag("M-8")
    void aFlippedNullabilityIsOneAlteration() {
        Table person = PetWorld.person()
                .withColumn(Column.nullable("name", SqlType.varchar(40)))
                .withColumn(Column.notNull("email", SqlType.varchar(200)));

        assertThat(changes(with(person)))
                .containsExactly(
                        "alter column \"name\" of table \"person\"", "alter column \"email\" of table \"person\"");
    }

    @Test
    @Tag("M-9")
    void defaultsDifferByWhatTheyMeanOnly() {
        Table toy = PetWorld.toy()
                .withColumn(Column.nullable("t", SqlType.varchar(40)).withDefault(to(Term.value("it's \"so\" % \\"))))
                .withColumn(Column.nullable("n", SqlType.integer()).withDefault(to(Term.value(-1))))
                .withColumn(
                        Column.nullable("d", SqlType.decimal(8, 2)).withDefault(to(Term.value(new BigDecimal("1.50")))))
                .withColumn(Column.nullable("b", SqlType.bool()).withDefault(to(Term.value(true))))
                .withColumn(Column.nullable("at", SqlType.timestampWithTimeZone())
                        .withDefault(to(Term.currentTimestamp())));
        engine.dropAll(Schema.of(toy));
        engine.createAll(Schema.of(toy));
        Schema same = with(toy);

        assertThat(changes(same)).isEmpty();

        Table changed = toy.withColumn(toy.requireColumn("t").withDefault(to(Term.value("it's"))))
                .withColumn(toy.requireColumn("n").withDefault(Default.NONE))
                .withColumn(toy.requireColumn("price").withDefault(to(Term.value(0))));
        assertThat(changes(with(changed)))
                .containsExactly(
                        "alter column \"price\" of table \"toy\"",
                        "alter column \"t\" of table \"toy\"",
                        "alter column \"n\" of table \"toy\"");
    }

    @Test
    @Tag("M-23")
    @Tag("M-24")
    void anIndexBecomesUniqueOrAConstraint() {
        Table unique = PetWorld.pet().withIndexes(List.of(Index.unique("ix_pet_person_id", "person_id")));
        assertThat(changes(with(unique)))
                .containsExactly(
                        "drop index \"ix_pet_person_id\" of table \"pet\"",
                        "create index \"ix_pet_person_id\" on table \"pet\"");

        Table constraint = PetWorld.pet()
                .withIndexes(List.of())
                .withUniqueKeys(List.of(new UniqueKey("uq_pet_person_id", List.of("person_id"))));
        assertThat(changes(with(constraint)))
                .isEqualTo(
                        has(Feature.UNIQUE_INDEXES)
                                ? List.of(
                                        "drop index \"ix_pet_person_id\" of table \"pet\"",
                                        "add unique constraint \"uq_pet_person_id\" to table \"pet\"")
                                : List.of(
                                        "rename constraint \"ix_pet_person_id\" of table \"pet\" to \"uq_pet_person_id\""));
    }

    @Test
    @Tag("M-25")
    @Tag("M-27")
    void keysDifferByTheirColumnsAndIndexesByTheirOrderToo() {
        Table person = PetWorld.person()
                .withUniqueKeys(List.of(new UniqueKey("uq_person_email", List.of("email", "name"))))
                .withIndexes(List.of(Index.of("ix_person", "name", "email")));
        assertThat(changes(with(person)))
                .containsExactly(
                        "drop unique constraint \"uq_person_email\" of table \"person\"",
                        "add unique constraint \"uq_person_email\" to table \"person\"",
                        "create index \"ix_person\" on table \"person\"");

        Table turned = person.withUniqueKeys(List.of(new UniqueKey("uq_person_email", List.of("name", "email"))))
                .withIndexes(List.of(Index.of("ix_person", "email", "name")));
        assertThat(changes(with(turned)))
                .containsExactly(
                        "drop index \"ix_person\" of table \"person\"",
                        "create index \"ix_person\" on table \"person\"");

        Index.Part down = Term.column("email").desc().part();
        Table descending =
                turned.withIndexes(List.of(new Index("ix_person", List.of(down, Index.Part.column("name")), false)));
        assertThat(changes(with(descending)))
                .containsExactly(
                        "drop index \"ix_person\" of table \"person\"",
                        "create index \"ix_person\" on table \"person\"");
    }

    @Test
    @Tag("M-26")
    @Tag("M-37")
    void whatNobodyNamedIsMatchedByItsContent() throws SQLException {
        database.execute("""
                create table unnamed (
                    id integer not null primary key,
                    code varchar(10) not null unique,
                    person_id bigint references person(id),
                    legs integer check (legs > 0)
                )""");
        Table model = Table.of(
                        TableName.of("unnamed"),
                        List.of(
                                Column.notNull("id", SqlType.integer()),
                                Column.notNull("code", SqlType.varchar(10)),
                                Column.nullable("person_id", SqlType.bigint()),
                                Column.nullable("legs", SqlType.integer())))
                .withPrimaryKey(new PrimaryKey("our_key", List.of("id")))
                .withUniqueKeys(List.of(new UniqueKey("our_code", List.of("code"))))
                .withForeignKeys(List.of(ForeignKey.of("our_person", List.of("person_id"), PERSON, List.of("id"))))
                .withChecks(List.of(check("our_legs", Term.column("legs").gt(0))));

        assertThat(Databases.difference(engine, with(model))).isEqualTo(new SchemaDifference(List.of(), List.of()));
    }

    @Test
    @Tag("M-28")
    void aNameThatTheDatabaseCutsDoesNotDiffer() {
        assumeTrue(has(Feature.LONG_NAMES), "the database takes the name");
        String name = "ix_" + "ж".repeat(70);
        Table person = PetWorld.person().withIndexes(List.of(Index.of(name, "name")));

        assertThat(changes(with(person))).hasSize(1);
    }

    @Test
    @Tag("M-29")
    void hostileNamesAreKeptAsTheyAre() {
        String name = "Имя \"with\" 'quotes'; drop table person --";
        Table odd = Table.of(
                        TableName.of("select"),
                        List.of(
                                Column.notNull("Order", SqlType.integer()).withDefault(to(Term.value(1))),
                                Column.nullable(name, SqlType.varchar(40))))
                .withPrimaryKey(new PrimaryKey("PK " + name, List.of("Order")))
                .withChecks(List.of(check("ck " + name, Term.column(name).ne("it's"))))
                .withIndexes(List.of(Index.of("ix " + name, name)));

        assertThat(changes(with(odd))).containsExactly("create table \"select\"");
    }

    @Test
    @Tag("M-34")
    void aPredicateThatChangesUnderTheSameNameIsAChange() {
        assumeTrue(
                engine.dialect().capabilities().has(Feature.PARTIAL_INDEX),
                "the database has no indexes over some of the rows");
        Table pet =
                PetWorld.pet().withIndexes(List.of(partial(Term.column("legs").gt(2))));
        assertThat(changes(with(pet)))
                .containsExactly(
                        "drop index \"ix_pet_person_id\" of table \"pet\"",
                        "create index \"ix_pet_legs\" on table \"pet\"");

        assertThat(changes(with(PetWorld.pet()
                        .withIndexes(List.of(partial(Term.column("legs").gt(3)))))))
                .containsExactly(
                        "drop index \"ix_pet_legs\" of table \"pet\"", "create index \"ix_pet_legs\" on table \"pet\"");
    }

    private static Index partial(Term predicate) {
        Expression condition = predicate.expression();
        return new Index("ix_pet_legs", List.of(Index.Part.column("name")), false).withPredicate(condition);
    }

    @Test
    @Tag("M-35")
    void tablesThatPointAtEachOtherAreCreatedAndDropped() {
        TableName chicken = TableName.of("chicken");
        TableName egg = TableName.of("egg");
        Table first = Table.of(
                        chicken,
                        List.of(Column.identity("id", SqlType.bigint()), Column.nullable("egg_id", SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey("pk_chicken", List.of("id")))
                .withForeignKeys(List.of(
                        ForeignKey.of("fk_egg", List.of("egg_id"), egg, List.of("id")),
                        ForeignKey.of("fk_self", List.of("egg_id"), chicken, List.of("id"))));
        Table second = Table.of(
                        egg,
                        List.of(
                                Column.identity("id", SqlType.bigint()),
                                Column.nullable("chicken_id", SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey("pk_egg", List.of("id")))
                .withForeignKeys(List.of(ForeignKey.of("fk_chicken", List.of("chicken_id"), chicken, List.of("id"))));

        assertThat(changes(PetWorld.schema().with(first).with(second)))
                .containsExactly(
                        "create table \"chicken\"",
                        "create table \"egg\"",
                        "add foreign key \"fk_egg\" to table \"chicken\"");
        assertThat(changes(PetWorld.schema()))
                .containsExactly(
                        "drop foreign key \"fk_egg\" of table \"chicken\"",
                        "drop table \"egg\"",
                        "drop table \"chicken\"");
    }

    @Test
    @Tag("M-36")
    void actionsOfForeignKeysDiffer() {
        ForeignKey key = PetWorld.toy().foreignKeys().get(0);
        Schema without = with(PetWorld.toy().withForeignKeys(List.of(key.onDelete(ForeignKey.Action.NO_ACTION))));
        List<String> anew = List.of(
                "drop foreign key \"fk_toy_pet_id\" of table \"toy\"",
                "add foreign key \"fk_toy_pet_id\" to table \"toy\"");

        assertThat(changes(without)).isEqualTo(anew);
        assertThat(changes(PetWorld.schema())).isEqualTo(anew);
        assertThat(changes(with(PetWorld.toy().withForeignKeys(List.of(key.onUpdate(ForeignKey.Action.CASCADE))))))
                .isEqualTo(anew);
    }

    @Test
    @Tag("M-37")
    void checksDifferByWhatTheyMean() {
        Schema one = with(PetWorld.pet()
                .withChecks(List.of(
                        check("ck_pet_legs", Term.column("legs").between(0, 10)),
                        check("ck_pet_name", Term.column("name").ne("")))));
        assertThat(changes(one))
                .containsExactly(
                        "drop check \"ck_pet_legs\" of table \"pet\"",
                        "add check \"ck_pet_legs\" to table \"pet\"",
                        "add check \"ck_pet_name\" to table \"pet\"");

        assertThat(changes(PetWorld.schema()))
                .containsExactly(
                        "drop check \"ck_pet_legs\" of table \"pet\"",
                        "drop check \"ck_pet_name\" of table \"pet\"",
                        "add check \"ck_pet_legs\" to table \"pet\"");
    }

    @Test
    @Tag("M-38")
    void primaryKeysDiffer() {
        Table tag = PetWorld.tag().withColumn(Column.notNull("title", SqlType.varchar(40)));
        assertThat(changes(with(tag.withPrimaryKey(new PrimaryKey("pk_tag", List.of("code", "title"))))))
                .containsExactly(
                        "drop primary key \"" + primaryKey("pk_tag") + "\" of table \"tag\"",
                        "alter column \"title\" of table \"tag\"",
                        "add primary key \"pk_tag\" to table \"tag\"");
        assertThat(changes(with(tag.withPrimaryKey(null))))
                .containsExactly("drop primary key \"" + primaryKey("pk_tag") + "\" of table \"tag\"");
    }

    @Test
    @Tag("M-38")
    void whatPointsAtAKeyStepsAsideWhileTheKeyChanges() {
        assumeTrue(has(Feature.UNIQUE_INDEXES), "an index is no constraint");
        assumeTrue(
                engine.dialect().capabilities().has(Feature.KEYS_TO_UNIQUE_INDEX), "keys may refer to unique indexes");
        Table gift = Table.of(
                        TableName.of("gift"),
                        List.of(Column.nullable("email", SqlType.varchar(200)), Column.nullable("x", SqlType.text())))
                .withForeignKeys(List.of(ForeignKey.of("fk_gift_email", List.of("email"), PERSON, List.of("email"))));
        changes(with(gift));
        Table person = PetWorld.person()
                .withUniqueKeys(List.of())
                .withIndexes(List.of(Index.unique("uq_person_email", "email")));

        assertThat(changes(PetWorld.schema().with(gift).with(person)))
                .containsExactly(
                        "drop foreign key \"fk_gift_email\" of table \"gift\"",
                        "drop unique constraint \"uq_person_email\" of table \"person\"",
                        "create index \"uq_person_email\" on table \"person\"",
                        "add foreign key \"fk_gift_email\" to table \"gift\"");
        assertThat(changes(with(gift)))
                .containsExactly(
                        "drop foreign key \"fk_gift_email\" of table \"gift\"",
                        "drop index \"uq_person_email\" of table \"person\"",
                        "add unique constraint \"uq_person_email\" to table \"person\"",
                        "add foreign key \"fk_gift_email\" to table \"gift\"");
    }

    @Test
    void aTableThatGoesLetsGoFirstOfAKeyThatGoesToo() {
        Table gift = Table.of(TableName.of("gift"), List.of(Column.nullable("email", SqlType.varchar(200))))
                .withForeignKeys(List.of(ForeignKey.of("fk_gift_email", List.of("email"), PERSON, List.of("email"))));
        changes(with(gift));

        assertThat(changes(with(PetWorld.person().withUniqueKeys(List.of()))))
                .containsExactly(
                        "drop foreign key \"fk_gift_email\" of table \"gift\"",
                        "drop unique constraint \"uq_person_email\" of table \"person\"",
                        "drop table \"gift\"");
    }

    @Test
    void aNewTableWaitsForTheKeyThatItPointsAt() {
        Table gift = Table.of(TableName.of("gift"), List.of(Column.nullable("name", SqlType.varchar(40))))
                .withForeignKeys(List.of(ForeignKey.of("fk_gift_name", List.of("name"), PERSON, List.of("name"))));
        UniqueKey name = new UniqueKey("uq_person_name", List.of("name"));

        assertThat(changes(with(gift)
                        .with(PetWorld.person()
                                .withUniqueKeys(
                                        List.of(PetWorld.person().uniqueKeys().get(0), name)))))
                .containsExactly(
                        "create table \"gift\"",
                        "add unique constraint \"uq_person_name\" to table \"person\"",
                        "add foreign key \"fk_gift_name\" to table \"gift\"");
    }

    @Test
    void anIdentityGoesBeforeThePrimaryKeyAndComesAfterIt() {
        Table numbered = Table.of(
                        TableName.of("numbered"),
                        List.of(Column.identity("id", SqlType.bigint()), Column.notNull("x", SqlType.integer())))
                .withPrimaryKey(new PrimaryKey("pk_numbered", List.of("id")));
        Table assigned = numbered.withColumn(Column.notNull("id", SqlType.bigint()))
                .withPrimaryKey(new PrimaryKey("pk_numbered", List.of("id", "x")));
        changes(with(numbered));

        assertThat(changes(with(assigned)))
                .containsExactly(
                        "alter column \"id\" of table \"numbered\"",
                        "drop primary key \"" + primaryKey("pk_numbered") + "\" of table \"numbered\"",
                        "add primary key \"pk_numbered\" to table \"numbered\"");
        assertThat(changes(with(numbered)))
                .containsExactly(
                        "drop primary key \"" + primaryKey("pk_numbered") + "\" of table \"numbered\"",
                        "add primary key \"pk_numbered\" to table \"numbered\"",
                        "alter column \"id\" of table \"numbered\"");
    }

    @Test
    @Tag("M-11")
    void computedColumnsDifferByWhatTheyMean() {
        Column twice = Column.nullable("twice", SqlType.integer()).withGeneration(doubled(2));
        assertThat(changes(with(PetWorld.pet().withColumn(twice))))
                .containsExactly("add column \"twice\" to table \"pet\"");
        assertThat(changes(with(PetWorld.pet().withColumn(twice.withGeneration(doubled(3))))))
                .containsExactly("alter column \"twice\" of table \"pet\"");
        assertThat(changes(PetWorld.schema())).containsExactly("drop column \"twice\" of table \"pet\"");
    }

    private static Generation doubled(int times) {
        return new Generation.Computed(Term.column("legs").times(times).expression(), true);
    }

    @Test
    @Tag("M-12")
    void anIdentityIsAddedAndRemoved() {
        Table tag = Table.of(PetWorld.TAG, List.of(Column.notNull("id", SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey("pk_tag", List.of("id")));
        changes(with(tag));
        assertThat(changes(with(tag.withColumn(Column.identity("id", SqlType.bigint())))))
                .containsExactly("alter column \"id\" of table \"tag\"");
        assertThat(changes(with(tag))).containsExactly("alter column \"id\" of table \"tag\"");
    }

    @Test
    void theOrderOfColumnsDoesNotMatter() {
        List<Column> turned = new ArrayList<>(PetWorld.person().columns());
        Collections.reverse(turned);

        assertThat(changes(with(PetWorld.person().withColumns(turned)))).isEmpty();
    }

    @Test
    void ignoredTablesAreNotDropped() throws SQLException {
        database.execute("create table aludel_history (x integer)");

        assertThat(changes(PetWorld.schema())).isEmpty();
    }

    @Test
    void anAlterationSaysInTheModelsWordsWhatIsTheSame() {
        Column legs = PetWorld.pet().requireColumn("legs");
        Schema model = with(PetWorld.pet().withColumn(legs.withType(SqlType.bigint())));

        assertThat(Databases.difference(engine, model).operations())
                .containsExactly(new AlterColumn(PET, legs, legs.withType(SqlType.bigint())));
    }

    @Test
    void aTableThatCouldNotBeReadIsUndecidedAndNotTakenForMissing() {
        Schema live = Databases.live(engine);
        Schema partly = live.without(PET)
                .withUnreadable(List.of(
                        new Unreadable(ObjectKind.TABLE, PET, null, "It is torn."),
                        new Unreadable(ObjectKind.TABLE, TableName.of("other"), null, "It is nobody's.")));

        SchemaDifference difference = new SchemaDiffer(engine.dialect(), engine::scratch)
                .diff(
                        with(PetWorld.person().withColumn(Column.nullable("nick", SqlType.varchar(20)))),
                        partly,
                        Set.of());

        assertThat(difference.operations())
                .extracting(Operation::describe)
                .containsExactly("add column \"nick\" to table \"person\"");
        assertThat(difference.undecided())
                .extracting(Undecided::toString)
                .containsExactly("table \"pet\": cannot tell: It is torn.");
    }

    @Test
    void whatTheDatabaseCannotReadIsUndecidedAndTheRestIsCompared() {
        Expression unknown = Term.rawSql("no_such_function(legs)").expression();
        Table pet = PetWorld.pet()
                .withColumn(
                        Column.nullable("x", SqlType.integer()).withGeneration(new Generation.Computed(unknown, true)));
        Table person = PetWorld.person().withColumn(Column.nullable("nick", SqlType.varchar(20)));

        SchemaDifference difference =
                Databases.difference(engine, PetWorld.schema().with(pet).with(person));

        assertThat(difference.operations())
                .hasOnlyElementsOfType(AddColumn.class)
                .hasSize(1);
        assertThat(difference.undecided())
                .singleElement()
                .satisfies(one -> assertThat(one.object()).isEqualTo("table \"pet\""))
                .satisfies(one -> assertThat(one.reason()).contains("no_such_function"));
        assertThat(difference.isEmpty()).isFalse();
    }

    @Test
    void enumTypesAreCreatedAndGetValuesWithTheirColumns() {
        assumeTrue(engine.dialect().capabilities().has(Feature.ENUM_TYPES), "the database has enum types");
        TableName mood = TableName.of("mood");
        Column one = Column.nullable("mood", SqlType.namedEnum("mood", "sad", "glad"));
        Column more = one.withType(SqlType.namedEnum("mood", "sad", "so-so", "glad"));
        Column many = Column.nullable("moods", SqlType.array(more.type()));

        assertThat(changes(
                        with(PetWorld.pet().withColumn(one)).withEnumTypes(List.of(EnumType.of(mood, "sad", "glad")))))
                .containsExactly("create enum type \"mood\"", "add column \"mood\" to table \"pet\"");
        assertThat(changes(with(PetWorld.pet().withColumn(more).withColumn(many))
                        .withEnumTypes(List.of(EnumType.of(mood, "sad", "so-so", "glad")))))
                .containsExactly("add value \"so-so\" to enum type \"mood\"", "add column \"moods\" to table \"pet\"");
        assertThat(changes(PetWorld.schema()))
                .containsExactly(
                        "drop column \"mood\" of table \"pet\"",
                        "drop column \"moods\" of table \"pet\"",
                        "drop enum type \"mood\"");
    }

    @Test
    void exclusionsAreAddedChangedAndDropped() {
        assumeTrue(engine.dialect().capabilities().has(Feature.EXCLUSION_CONSTRAINTS), "the database has exclusions");
        Exclusion.Element name = new Exclusion.Element(Index.Part.column("name"), "=");
        Exclusion.Element legs =
                new Exclusion.Element(Term.column("legs").plus(1).part(), "=");
        Exclusion plain = new Exclusion("ex_pet", "btree", List.of(name), null, Deferral.NOT_DEFERRABLE);

        assertThat(changes(with(PetWorld.pet().withExclusions(List.of(plain)))))
                .containsExactly("add exclusion constraint \"ex_pet\" to table \"pet\"");
        for (Exclusion changed : List.of(
                new Exclusion("ex_pet", "btree", List.of(name, legs), null, Deferral.NOT_DEFERRABLE),
                new Exclusion("ex_pet", "btree", List.of(legs), null, Deferral.NOT_DEFERRABLE),
                new Exclusion("ex_pet", "hash", List.of(legs), null, Deferral.NOT_DEFERRABLE),
                new Exclusion("ex_pet", "hash", List.of(legs), null, Deferral.DEFERRED),
                new Exclusion(
                        "ex_pet",
                        "hash",
                        List.of(legs),
                        Term.column("legs").gt(2).expression(),
                        Deferral.DEFERRED))) {
            assertThat(changes(with(PetWorld.pet().withExclusions(List.of(changed)))))
                    .containsExactly(
                            "drop exclusion constraint \"ex_pet\" of table \"pet\"",
                            "add exclusion constraint \"ex_pet\" to table \"pet\"");
        }
        assertThat(changes(PetWorld.schema())).containsExactly("drop exclusion constraint \"ex_pet\" of table \"pet\"");
    }

    @Test
    void optionsThatTheDatabaseHasNotAreUndecided() {
        assumeTrue(
                engine.dialect().capabilities().has(Feature.DEFERRABLE_UNIQUE_KEYS), "options as PostgreSQL has them");
        Schema model = with(PetWorld.pet().withOptions(List.of("with (fillfactor=70)")));

        SchemaDifference difference = Databases.difference(engine, model);

        assertThat(difference.operations()).isEmpty();
        assertThat(difference.undecided())
                .singleElement()
                .asString()
                .startsWith("table \"pet\": cannot tell: its options are [] in the database and [")
                .endsWith("] in the model. No operation changes options: say it in a script, as SQL.");
    }

    @Test
    void optionsThatTheModelDoesNotSayAreNotLookedAt() {
        Schema live = Databases.live(engine);
        Schema with = live.with(live.requireTable(PET).withOptions(List.of("fillfactor=70")));
        SchemaDiffer differ = new SchemaDiffer(engine.dialect(), engine::scratch);

        assertThat(differ.diff(PetWorld.schema(), with, Set.of()).isEmpty()).isTrue();
    }

    @Test
    void sequencesAreCreatedChangedAndDropped() {
        assumeTrue(engine.dialect().capabilities().has(Feature.SEQUENCES), "the database has sequences");
        TableName name = TableName.of("numbers");
        Schema one = PetWorld.schema().withSequences(List.of(new Sequence(name, 1, 50)));
        Schema other = PetWorld.schema().withSequences(List.of(new Sequence(name, 1, 10)));

        assertThat(changes(one)).containsExactly("create sequence \"numbers\"");
        assertThat(changes(other)).containsExactly("alter sequence \"numbers\"");
        assertThat(changes(PetWorld.schema())).containsExactly("drop sequence \"numbers\"");
    }

    @Test
    void commentsDifferWhereTheDatabaseHasThem() {
        Table commented = PetWorld.toy()
                .withComment("It's a \"toy\";\nnothing else")
                .withColumn(PetWorld.toy().requireColumn("price").withComment("in €"));
        List<String> both = List.of("comment table \"toy\"", "alter column \"price\" of table \"toy\"");
        List<String> expected = engine.dialect().capabilities().has(Feature.COMMENTS) ? both : List.of();

        assertThat(changes(with(commented))).isEqualTo(expected);
        assertThat(changes(PetWorld.schema())).isEqualTo(expected);
    }

    @Test
    void leavesThePartitionsOfATableAlone() throws SQLException {
        assumeTrue(engine.dialect().capabilities().has(Feature.PARTITIONS), "tables are divided here");
        database.execute(
                "create table visits (at date not null, n integer default 1) partition by range (at)",
                "create table visits_2026 partition of visits (n default 2) for values from ('2026-01-01') to ('2027-01-01')",
                "create index ix_visits_2026 on visits_2026 (n)",
                "create table visits_rest partition of visits default");
        Table visits = Table.of(
                TableName.of("visits"),
                List.of(
                        Column.notNull("at", SqlType.date()),
                        Column.nullable("n", SqlType.integer()).withDefault(to(Term.value(1)))));
        Schema live = Databases.live(engine);
        assertThat(live.requireTable(TableName.of("visits_2026")).partition()).isNotNull();

        assertThat(changes(with(visits))).isEmpty();
        assertThat(changes(live)).as("which has the partitions, too").isEmpty();
        assertThat(changes(PetWorld.schema())).containsExactly("drop table \"visits\"");
    }

    @Test
    void leavesTheSequenceThatAColumnOwnsAlone() throws SQLException {
        assumeTrue(engine.dialect().capabilities().has(Feature.SEQUENCE_OWNERS), "columns own sequences here");
        database.execute("create table visits (n serial)");

        assertThat(Databases.live(engine).sequences()).hasSize(1);
        assertThat(changes(PetWorld.schema())).containsExactly("drop table \"visits\"");
    }

    @Test
    void aNewTableIsTheModelsOwn() {
        Schema without = PetWorld.schema().without(TOY);
        engine.dropAll(Schema.of(PetWorld.toy()));

        assertThat(Databases.difference(engine, without).isEmpty()).isTrue();
        assertThat(Databases.difference(engine, PetWorld.schema()).operations())
                .containsExactly(new CreateTable(PetWorld.toy()));
    }
}
