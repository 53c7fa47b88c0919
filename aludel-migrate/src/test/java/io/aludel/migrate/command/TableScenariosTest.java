// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static io.aludel.migrate.PetWorld.PERSON;
import static io.aludel.migrate.PetWorld.PET;
import static io.aludel.migrate.PetWorld.TOY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.mapping.Model;
import io.aludel.migrate.Databases;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.diff.ColumnComparator;
import io.aludel.migrate.diff.DiffOptions;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.diff.TableFilter;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Term;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios about tables and columns, from a model to a script to a database and back. */
@OnEveryDatabase
class TableScenariosTest {
    private static final AutogenerateOptions ALLOWED = AutogenerateOptions.USUAL.allowingDestructive();

    private final FreshDatabase database;
    private final Engine engine;
    private final ScriptedDatabase scripted;

    TableScenariosTest(FreshDatabase database, @TempDir Path folder) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
        this.scripted = new ScriptedDatabase(engine, folder);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private boolean has(Feature feature) {
        return engine.dialect().capabilities().has(feature);
    }

    private List<Operation> operations(Schema model) {
        return scripted.wants(model).migrations().check().operations();
    }

    private static Table one(Column... columns) {
        return Table.of(TableName.of("thing"), List.of(columns));
    }

    private List<String> becomes(Column... columns) {
        return scripted.wants(Schema.of(one(columns))).changes();
    }

    private static final List<String> ALTERED = List.of("alter column \"x\" of table \"thing\"");

    private static Column x(SqlType type) {
        return Column.nullable("x", type);
    }

    private static Column defaulting(SqlType type, Term value) {
        return x(type).withDefault(new Default.Of(value.expression()));
    }

    @Test
    @Tag("M-1")
    @Tag("M-2")
    void tablesAndColumnsComeAndGoInOneOrderAndBack() {
        scripted.wants(PetWorld.schema().without(TOY)).changes();
        Table item = Table.of(TableName.of("item"), List.of(Column.notNull("id", SqlType.integer())))
                .withPrimaryKey(new PrimaryKey("pk_item", List.of("id")));
        Table person = PetWorld.person().withColumn(Column.nullable("born", SqlType.date()));
        Schema model = Schema.of(item, person, PetWorld.pet());

        List<Operation> found = operations(model);
        assertThat(operations(Schema.of(PetWorld.pet(), person, item))).isEqualTo(found);
        assertThat(scripted.becomes(ALLOWED))
                .containsExactly(
                        "create table \"item\"", "add column \"born\" to table \"person\"", "drop table \"tag\"");

        scripted.migrations().downgrade("-1");
        assertThat(operations(PetWorld.schema().without(TOY))).isEmpty();
    }

    @Test
    @Tag("M-4")
    void noTypeOfAColumnDiffersFromItself() {
        assertThat(becomes(
                        Column.nullable("a", SqlType.bool()),
                        Column.nullable("b", SqlType.smallint()),
                        Column.nullable("c", SqlType.integer()),
                        Column.nullable("d", SqlType.bigint()),
                        Column.nullable("e", SqlType.decimal(12, 3)),
                        Column.nullable("f", SqlType.decimal(5, 0)),
                        Column.nullable("g", SqlType.real()),
                        Column.nullable("h", SqlType.doublePrecision()),
                        Column.nullable("i", SqlType.character(3)),
                        Column.nullable("j", SqlType.varchar(40)),
                        Column.nullable("k", SqlType.varchar(255)),
                        Column.nullable("l", SqlType.text()),
                        Column.nullable("m", SqlType.binary()),
                        Column.nullable("n", SqlType.date()),
                        Column.nullable("o", SqlType.time()),
                        Column.nullable("p", SqlType.timestamp()),
                        Column.nullable("q", SqlType.timestampWithTimeZone()),
                        Column.nullable("r", SqlType.uuid()),
                        Column.nullable("s", SqlType.json())))
                .containsExactly("create table \"thing\"");
    }

    /** What two types are is asked of the database: where it keeps both alike there is no difference, and none would change anything. */
    @Test
    @Tag("M-5")
    void typesOfAnotherSizeOrKindAreOneAlteration() {
        becomes(x(SqlType.varchar(30)));

        assertThat(becomes(x(SqlType.varchar(40)))).isEqualTo(ALTERED);
        assertThat(becomes(x(SqlType.text()))).as("text has no length").isEqualTo(ALTERED);
        assertThat(becomes(x(SqlType.varchar(255)))).isEqualTo(ALTERED);
        becomes(x(SqlType.decimal(10, 5)), Column.nullable("y", SqlType.bigint()));
        assertThat(becomes(x(SqlType.decimal(10, 6)), Column.nullable("y", SqlType.bigint())))
                .isEqualTo(ALTERED);
        assertThat(becomes(x(SqlType.decimal(10, 6)), Column.nullable("y", SqlType.integer())))
                .containsExactly("alter column \"y\" of table \"thing\"");
    }

    @Entity(name = "film")
    static class Film {
        @Id
        long id;

        @Convert(converter = InSeconds.class)
        Duration length = Duration.ZERO;
    }

    @Entity(name = "film")
    static class OtherFilm {
        @Id
        long id;

        @Convert(converter = InWords.class)
        @jakarta.persistence.Column(length = 30)
        Duration length = Duration.ZERO;
    }

    static class InSeconds implements AttributeConverter<Duration, Long> {
        @Override
        public Long convertToDatabaseColumn(Duration value) {
            return value.toSeconds();
        }

        @Override
        public Duration convertToEntityAttribute(Long value) {
            return Duration.ofSeconds(value);
        }
    }

    static class InWords implements AttributeConverter<Duration, String> {
        @Override
        public String convertToDatabaseColumn(Duration value) {
            return value.toString();
        }

        @Override
        public Duration convertToEntityAttribute(String value) {
            return Duration.parse(value);
        }
    }

    /** What other tools are known to report again and again of tables that were made by hand, or by them. */
    @Test
    @Tag("M-4")
    void aTableThatWasMadeInOtherWordsIsNoDifference() throws SQLException {
        database.execute("""
                create table thing (
                    id integer not null primary key,
                    a numeric(8,2) default 1.50,
                    b decimal(10),
                    c character varying(40) default 'x' not null,
                    d double precision,
                    e bool default false,
                    f integer default 0
                )""");
        Table model = one(
                        Column.notNull("id", SqlType.integer()),
                        Column.nullable("a", SqlType.decimal(8, 2))
                                .withDefault(new Default.Of(Term.value(new java.math.BigDecimal("1.5"))
                                        .expression())),
                        Column.nullable("b", SqlType.decimal(10, 0)),
                        Column.notNull("c", SqlType.varchar(40))
                                .withDefault(new Default.Of(Term.value("x").expression())),
                        Column.nullable("d", SqlType.doublePrecision()),
                        Column.nullable("e", SqlType.bool())
                                .withDefault(new Default.Of(Term.value(false).expression())),
                        Column.nullable("f", SqlType.integer())
                                .withDefault(new Default.Of(Term.value(0).expression())))
                .withPrimaryKey(new PrimaryKey("pk_thing", List.of("id")));

        SchemaDifference difference =
                scripted.wants(Schema.of(model)).migrations().check();
        assertThat(difference.isEmpty()).as("%s", difference).isTrue();
    }

    @Test
    @Tag("M-6")
    void aConvertedAttributeIsComparedByWhatIsStored() {
        Table stored = Table.of(
                        TableName.of("film"),
                        List.of(Column.notNull("id", SqlType.bigint()), Column.nullable("length", SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey("pk_film", List.of("id")));
        engine.createAll(Schema.of(stored));

        assertThat(scripted.wants(Model.of(Film.class)).migrations().check().isEmpty())
                .isTrue();
        assertThat(scripted.wants(Model.of(OtherFilm.class)).changes())
                .containsExactly("alter column \"length\" of table \"film\"");
    }

    @Test
    @Tag("M-7")
    void aTypeOfOneDatabaseOnlyIsComparedByItsName() {
        SqlType odd = SqlType.varchar(20)
                .on("postgresql", "tsquery")
                .on("mariadb", "year(4)")
                .on("h2", "interval year")
                .on("sqlite", "odd thing");
        scripted.wants(Schema.of(one(x(odd)))).changes();

        assertThat(scripted.migrations().check().isEmpty()).isTrue();
        SchemaDifference difference =
                scripted.wants(Schema.of(one(x(SqlType.date())))).migrations().check();
        assertThat(difference.operations())
                .extracting(Operation::describe)
                .as("%s", difference.undecided())
                .isEqualTo(ALTERED);
    }

    @Test
    @Tag("M-8")
    void aFlippedNullabilityIsOneAlterationThatCarriesTheRest() {
        Column open = defaulting(SqlType.varchar(30), Term.value("it's")).withComment("so");
        becomes(open);

        assertThat(operations(Schema.of(one(open.withNullable(false)))))
                .containsExactly(new AlterColumn(TableName.of("thing"), open, open.withNullable(false)));
        assertThat(becomes(open.withNullable(false))).isEqualTo(ALTERED);
        assertThat(becomes(open)).isEqualTo(ALTERED);
    }

    @Test
    @Tag("M-8")
    void anIdentityThatMayBeNullIsNoDifference() {
        Table tag = Table.of(PetWorld.TAG, List.of(Column.identity("id", SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey("pk_tag", List.of("id")));
        scripted.wants(Schema.of(tag)).changes();

        assertThat(operations(Schema.of(
                        tag.withColumn(Column.identity("id", SqlType.bigint()).withNullable(true)))))
                .isEmpty();
    }

    @Test
    @Tag("M-9")
    void aDefaultDiffersByWhatItMeans() {
        List<Term> texts = List.of(Term.value("plain"), Term.value("it's \"quoted\""), Term.value(""));
        for (Term text : texts) {
            becomes(defaulting(SqlType.varchar(30), text));
            assertThat(operations(Schema.of(one(defaulting(SqlType.varchar(30), text)))))
                    .isEmpty();
        }
        assertThat(becomes(defaulting(SqlType.varchar(30), Term.value("other"))))
                .isEqualTo(ALTERED);
        assertThat(becomes(x(SqlType.varchar(30)))).isEqualTo(ALTERED);
        becomes(defaulting(SqlType.integer(), Term.value(5)));
        assertThat(becomes(defaulting(SqlType.integer(), Term.value(6)))).isEqualTo(ALTERED);
        assertThat(becomes(defaulting(SqlType.integer(), Term.rawSql("abs(-3)"))))
                .isEqualTo(ALTERED);
        assertThat(operations(Schema.of(one(defaulting(SqlType.integer(), Term.rawSql("abs( -3 )"))))))
                .as("with blanks")
                .isEmpty();
        assertThat(becomes(defaulting(SqlType.integer(), Term.rawSql("abs(-4)"))))
                .isEqualTo(ALTERED);
        Column now = defaulting(SqlType.timestampWithTimeZone(), Term.currentTimestamp())
                .withName("made_at");
        becomes(now);
        assertThat(operations(Schema.of(one(now)))).isEmpty();
    }

    @Test
    @Tag("M-10")
    void aProgramHasItsSayAboutTypesAndDefaults() {
        becomes(defaulting(SqlType.varchar(30), Term.value("a")));
        Schema other = Schema.of(one(defaulting(SqlType.varchar(40), Term.value("b"))));
        Schema same = Schema.of(one(defaulting(SqlType.varchar(30), Term.value("a"))));

        assertThat(compared(other, ColumnComparator.Verdict.EQUAL)).isEmpty();
        assertThat(compared(other, ColumnComparator.Verdict.NO_OPINION)).hasSize(1);
        assertThat(compared(same, ColumnComparator.Verdict.NO_OPINION)).isEmpty();
        assertThat(compared(same, ColumnComparator.Verdict.DIFFERENT))
                .singleElement()
                .satisfies(operation -> assertThat(operation.describe()).isEqualTo(ALTERED.get(0)));
    }

    private List<Operation> compared(Schema model, ColumnComparator.Verdict verdict) {
        ColumnComparator comparator = new ColumnComparator() {
            @Override
            public Verdict types(TableName table, Column wanted, Column live) {
                assertThat(table).isEqualTo(TableName.of("thing"));
                assertThat(live.name()).isEqualTo("x");
                return verdict;
            }

            @Override
            public Verdict defaults(TableName table, Column wanted, Column live) {
                return verdict;
            }
        };
        return scripted.wants(model)
                .comparing(DiffOptions.USUAL.with(comparator))
                .migrations()
                .check()
                .operations();
    }

    @Test
    @Tag("M-11")
    void aComputedColumnDiffersByItsExpressionAndNotByBlanks() {
        Column y = Column.nullable("y", SqlType.integer());
        becomes(y);

        assertThat(becomes(y, computed("y * 2"))).containsExactly("add column \"x\" to table \"thing\"");
        assertThat(operations(Schema.of(one(y, computed("y  *\n 2"))))).isEmpty();
        assertThat(becomes(y, computed("y * 3"))).isNotEmpty().allMatch(what -> what.contains("column \"x\""));
        assertThat(becomes(y)).containsExactly("drop column \"x\" of table \"thing\"");
    }

    private static Column computed(String sql) {
        return x(SqlType.integer())
                .withGeneration(new Generation.Computed(Term.rawSql(sql).expression(), true));
    }

    @Test
    @Tag("M-12")
    void anIdentityDiffersByItsOptionsWhereThereAreSome() {
        assumeTrue(has(Feature.IDENTITY_OPTIONS), "identities have no options here");
        becomes(identity(1, 1));

        assertThat(becomes(identity(1, 5))).isEqualTo(List.of("alter column \"id\" of table \"thing\""));
        assertThat(becomes(identity(100, 5))).isEqualTo(List.of("alter column \"id\" of table \"thing\""));
        Column spelled = Column.identity("id", SqlType.bigint())
                .withGeneration(new Generation.Identity(
                        io.aludel.core.schema.Numbering.of(1, 1).within(1L, Long.MAX_VALUE), false));
        becomes(identity(1, 1));
        assertThat(operations(Schema.of(keyed(spelled))))
                .as("bounds as they are anyway")
                .isEmpty();
        assertThat(scripted.wants(Schema.of(keyed(Column.notNull("id", SqlType.bigint()))))
                        .changes())
                .isEqualTo(List.of("alter column \"id\" of table \"thing\""));
    }

    private static Column identity(int start, int increment) {
        return Column.identity("id", SqlType.bigint()).withGeneration(new Generation.Identity(start, increment, false));
    }

    private static Table keyed(Column id) {
        return one(id).withPrimaryKey(null);
    }

    @Test
    @Tag("M-13")
    void commentsComeChangeAndGo() {
        assumeTrue(has(Feature.COMMENTS), "SQLite has no comments");
        String text = "It's a \"thing\";\nnothing % \\ else";
        Table plain = one(x(SqlType.integer()));
        Table said = one(x(SqlType.integer()).withComment(text)).withComment(text);
        Table changed = one(x(SqlType.integer()).withComment("x")).withComment("y");
        scripted.wants(Schema.of(plain)).changes();

        for (Table table : List.of(said, changed, plain)) {
            assertThat(scripted.wants(Schema.of(table)).changes())
                    .containsExactly("comment table \"thing\"", ALTERED.get(0));
            assertThat(operations(Schema.of(table))).isEmpty();
        }
    }

    @Test
    @Tag("M-14")
    void aColumnThatEveryTableHasIsNeverAddedNorDropped() {
        Table plain = one(x(SqlType.integer()));
        Optional<String> system = Stream.of("ctid", "rowid", "_rowid_")
                .filter(name -> engine.dialect().introspector().isSystemColumn(plain, name))
                .findFirst();
        assumeTrue(system.isPresent(), "MariaDB has no column that every table has");
        Table declared = plain.withColumn(Column.nullable(system.get(), SqlType.bigint()));

        assertThat(scripted.wants(Schema.of(declared)).changes()).containsExactly("create table \"thing\"");
        assertThat(operations(Schema.of(plain))).isEmpty();
        assertThat(operations(Schema.of(declared))).isEmpty();
    }

    @Entity(name = "thing")
    static class Named {
        @Id
        @jakarta.persistence.Column(name = "theKey")
        long id;

        @jakarta.persistence.Column(name = "Label")
        String text = "";
    }

    @Test
    @Tag("M-15")
    void columnsAreComparedByTheNamesThatTheDatabaseHas() {
        assertThat(scripted.wants(Model.of(Named.class)).changes()).containsExactly("create table \"thing\"");
        assertThat(Databases.live(engine).requireTable(TableName.of("thing")).columns())
                .extracting(Column::name)
                .containsExactlyInAnyOrder("theKey", "Label");
    }

    /** A schema that no other test has, as some servers keep it beside the database. */
    private String otherSchema() {
        assumeTrue(has(Feature.SCHEMAS), "SQLite has no schemas");
        return "other_" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    @Tag("M-16")
    @Tag("M-18")
    @Tag("M-22")
    void aTableOfAnotherSchemaIsAnotherTable() throws SQLException {
        String other = otherSchema();
        Table here = one(x(SqlType.integer()));
        Table there = Table.of(
                        TableName.of(other, "thing"),
                        List.of(Column.notNull("id", SqlType.bigint()), x(SqlType.varchar(20))))
                .withPrimaryKey(new PrimaryKey("pk_thing", List.of("id")));
        Table pointing = Table.of(TableName.of("pointing"), List.of(Column.nullable("thing_id", SqlType.bigint())))
                .withForeignKeys(List.of(
                        ForeignKey.of("fk_pointing_thing_id", List.of("thing_id"), there.name(), List.of("id"))));
        try {
            assertThat(scripted.wants(Schema.of(here, there, pointing)).becomes(ALLOWED))
                    .containsExactlyInAnyOrder(
                            "create schema \"" + other + "\"",
                            "create table \"thing\"",
                            "create table \"" + other + ".thing\"",
                            "create table \"pointing\"")
                    .startsWith("create schema \"" + other + "\"");
            assertThat(scripted.wants(Schema.of(here, there.withColumn(x(SqlType.varchar(30))), pointing))
                            .becomes(ALLOWED))
                    .containsExactly("alter column \"x\" of table \"" + other + ".thing\"");

            Schema only = Schema.of(here, pointing);
            assertThat(operations(only))
                    .as("what is elsewhere is not asked for")
                    .isEmpty();
            assertThat(scripted.wants(only)
                            .comparing(DiffOptions.USUAL.with(new TableFilter(List.of(other), List.of(), List.of())))
                            .migrations()
                            .check()
                            .undecided())
                    .as("asked for, but pointed at")
                    .isEmpty();
        } finally {
            scripted.migrations().downgrade("base");
        }
    }

    @Test
    @Tag("M-17")
    void theDefaultSchemaMayBeNamedOrNot() {
        String name;
        try (EngineConnection connection = engine.connect()) {
            connection.begin();
            name = engine.dialect().introspector().defaultSchema(connection.catalog());
        }
        Table person = PetWorld.person().withName(TableName.of(name, "person"));
        Table pet = PetWorld.pet()
                .withForeignKeys(
                        List.of(ForeignKey.of("fk_pet_person_id", List.of("person_id"), person.name(), List.of("id"))
                                .onDelete(ForeignKey.Action.CASCADE)));

        assertThat(scripted.wants(Schema.of(person, pet)).becomes(ALLOWED))
                .containsExactly("create table \"person\"", "create table \"pet\"");
        assertThat(operations(Schema.of(PetWorld.person(), PetWorld.pet()))).isEmpty();
        assertThat(operations(Schema.of(PetWorld.person(), pet.withName(TableName.of(name, "pet")))))
                .isEmpty();
        assertThat(operations(Schema.of(person, PetWorld.pet()))).isEmpty();
        assertThatThrownBy(() -> operations(Schema.of(person, PetWorld.person())))
                .hasMessageContaining("Two tables are called \"person\"");
    }

    @Entity(name = "invoice")
    static class Invoice {
        @Id
        long id;
    }

    @Test
    @Tag("M-21")
    void twoModelsMakeOneDatabaseUnlessTheyHaveTheSameTable() {
        assertThat(scripted.wants(Model.of(Invoice.class), Model.of(Film.class)).becomes(ALLOWED))
                .containsExactly("create table \"film\"", "create table \"invoice\"");
        assertThatThrownBy(() -> scripted.wants(Model.of(Invoice.class, Film.class), Model.of(OtherFilm.class))
                        .migrations()
                        .check())
                .hasMessage("MIG-053: Table \"film\" is in two models, as " + Film.class.getName() + " and as "
                        + OtherFilm.class.getName()
                        + ". Give one of them another table, or leave it out of one model.");
    }

    @Test
    @Tag("M-22")
    void aScriptMayPointAtATableThatIsLeftAlone() {
        engine.createAll(Schema.of(PetWorld.person()));
        DiffOptions without = DiffOptions.USUAL.with(new TableFilter(List.of(), List.of(), List.of("person")));

        assertThat(scripted.wants(Schema.of(PetWorld.pet())).comparing(without).becomes(ALLOWED))
                .containsExactly("create table \"pet\"");
        assertThat(Databases.live(engine).requireTable(PET).foreignKeys())
                .singleElement()
                .satisfies(key -> assertThat(key.target()).isEqualTo(PERSON));
    }
}
