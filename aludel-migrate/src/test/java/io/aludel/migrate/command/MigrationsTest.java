// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static io.aludel.migrate.PetWorld.PET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.parse.ConditionParser;
import io.aludel.core.parse.Reading;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.graph.MultipleHeadsException;
import io.aludel.migrate.op.IrreversibleException;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Term;
import io.aludel.migrate.run.AppliedRevision;
import io.aludel.migrate.run.EditedRevisionException;
import io.aludel.migrate.run.HistoryEntry;
import io.aludel.migrate.run.RevisionFailedException;
import io.aludel.migrate.run.UnknownAppliedRevisionException;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class MigrationsTest {
    private static final SchemaDifference NOTHING = new SchemaDifference(List.of(), List.of());

    @TempDir
    private Path folder;

    private final FreshDatabase database;
    private final Engine engine;
    private Schema model = PetWorld.schema();
    private @Nullable ScriptFolder scripts;

    MigrationsTest(FreshDatabase database) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Migrations migrations() {
        if (scripts == null) {
            scripts = new ScriptFolder(folder, List.of()); // one, as it does not compile again what has not changed
        }
        return Migrations.of(engine, () -> model, scripts).withLockTimeout(Duration.ofSeconds(5));
    }

    private ScriptPlace place() {
        return new ScriptPlace(folder, "", "");
    }

    private Path revision(String message) {
        return migrations()
                .autogenerate(message, place(), AutogenerateOptions.USUAL.allowingDestructive())
                .file()
                .orElseThrow();
    }

    private static String id(Path script) {
        return script.getFileName().toString().substring(1, 13);
    }

    private void script(String id, String parent, String up) throws IOException {
        String text = """
                import io.aludel.migrate.op.*;
                import io.aludel.migrate.script.*;
                import io.aludel.core.type.SqlType;
                @Revision(id = "%s", parent = {%s})
                public final class R%s implements Migration {
                    public void up(Operations op) {
                        %s
                    }
                    public void down(Operations op) {
                        op.irreversible("There is no way back.");
                    }
                }
                """.formatted(id, parent.isEmpty() ? "" : '"' + parent + '"', id, up);
        Files.writeString(folder.resolve("R" + id + ".java"), text);
    }

    @Test
    void enumTypesOfAModelAreCreatedAndFoundAgainAndAMisspeltDatabaseStopsTheScript() throws IOException {
        assumeTrue(engine.dialect().capabilities().has(Feature.ENUM_TYPES), "the database has enum types");
        Column mood = Column.nullable("mood", SqlType.namedEnum("mood", "sad", "glad"));
        model = Schema.of(PetWorld.tag().withColumn(mood))
                .withEnumTypes(List.of(EnumType.of(TableName.of("mood"), "sad", "glad")));
        String first = id(revision("enum types"));

        migrations().upgrade("head");

        assertThat(migrations().check()).isEqualTo(NOTHING);
        script("bbbb00000002", first, "op.on(\"postgres\").createIndex(\"ix\", \"tag\", \"mood\");");
        assertThatThrownBy(() -> migrations().upgrade("head"))
                .hasMessageContaining("bbbb00000002")
                .hasMessageContaining("There is no dialect \"postgres\"; there are ");
    }

    @Test
    void aModelBecomesARevisionThatIsAppliedAndUndone() throws SQLException {
        NewRevision first = migrations().autogenerate("creates all", place());

        assertThat(first.difference().operations().stream().map(Operation::describe))
                .containsExactly(
                        "create table \"person\"",
                        "create table \"pet\"",
                        "create table \"tag\"",
                        "create table \"toy\"");
        List<AppliedRevision> progress = new ArrayList<>();
        List<AppliedRevision> done = migrations().upgrade("head", progress::add);
        assertThat(done)
                .singleElement()
                .satisfies(one -> assertThat(one.message()).isEqualTo("creates all"));
        assertThat(progress).isEqualTo(done);
        assertThat(migrations().check()).isEqualTo(NOTHING);
        assertThat(migrations().upgrade("head")).isEmpty();
        assertThat(migrations().autogenerate("again", place()).file()).isEmpty();

        model = model.with(PetWorld.pet()
                .withIndexes(List.of(Index.of("ix_pet_name", "name"), Index.of("ix_pet_person_id", "person_id")))
                .withChecks(List.of(new Check(
                        "ck_pet_legs", Term.column("legs").between(0, 12).expression()))));
        Path second = revision("more legs");
        migrations().upgrade("+1");
        assertThat(migrations().check()).isEqualTo(NOTHING);
        CurrentState current = migrations().current();
        assertThat(current.current()).singleElement().satisfies(entry -> {
            assertThat(entry.revision()).isEqualTo(id(second));
            assertThat(entry.ordinal()).isEqualTo(2);
            assertThat(entry.appliedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
            assertThat(entry.appliedBy()).isEqualTo(System.getProperty("user.name"));
            assertThat(entry.checksum()).startsWith("1:");
        });
        assertThat(current.pending()).isEmpty();
        assertThat(database.rows("select format from aludel_ledger")
                        .get(0)
                        .get(0)
                        .toString())
                .isEqualTo("3");

        model = PetWorld.schema();
        assertThat(migrations().downgrade("-1")).hasSize(1);
        assertThat(migrations().check()).isEqualTo(NOTHING);
        assertThat(migrations().history())
                .extracting(
                        RevisionState::message,
                        RevisionState::isHead,
                        one -> one.applied().isPresent())
                .containsExactly(tuple("creates all", false, true), tuple("more legs", true, false));

        migrations().downgrade("base");
        assertThat(migrations().current().current()).isEmpty();
        model = Schema.EMPTY;
        assertThat(migrations().check()).isEqualTo(NOTHING);
        assertThat(migrations().upgrade(id(second).substring(0, 6))).hasSize(2);
    }

    @Test
    void currentAndCheckCreateNothing() {
        assertThat(migrations().current().current()).isEmpty();
        assertThat(migrations().check().operations()).hasSize(4);
        assertThat(Databases.live(engine)).isEqualTo(Schema.EMPTY);
    }

    @Test
    void anEmptyRevisionSaysSo() throws IOException {
        NewRevision revision = migrations().emptyRevision("to be done", place());

        assertThat(revision.isToBeFilledIn()).isTrue();
        assertThat(Files.readString(revision.file().orElseThrow()))
                .contains("// Empty: write here what this revision does, and in down() what undoes it.");
        assertThat(migrations().upgrade("head")).hasSize(1);
        assertThat(migrations().downgrade("base")).hasSize(1);
    }

    @Test
    void aDifferenceIsMadeOnTopOfAllRevisionsOnly() {
        Path first = revision("creates all");

        assertThatThrownBy(() -> migrations().autogenerate("more", place()))
                .isInstanceOfSatisfying(
                        NotAtHeadException.class, e -> assertThat(e.pending()).containsExactly(id(first)))
                .hasMessage("MIG-017: " + engine.description() + " is not at the newest revision: " + id(first)
                        + " is to be applied yet, so what differs from the model is partly theirs."
                        + " Upgrade first, then ask again.");
    }

    @Test
    void whatScriptsDoNotKnowStopsEverything() throws IOException {
        Path first = revision("creates all");
        migrations().upgrade("head");
        Files.delete(first);

        assertThatThrownBy(() -> migrations().upgrade("head"))
                .isInstanceOfSatisfying(
                        UnknownAppliedRevisionException.class,
                        e -> assertThat(e.revisions()).containsExactly(id(first)))
                .hasMessageStartingWith("MIG-011: " + engine.description()
                        + " has a revision that the scripts do not know: " + id(first) + " (\"creates all\", applied ")
                .hasMessageEndingWith(
                        ". Bring the missing scripts here, from another branch perhaps; nothing was done.");
        assertThatThrownBy(() -> migrations().current()).isInstanceOf(UnknownAppliedRevisionException.class);
    }

    @Test
    void anAppliedScriptMayChangeItsLookButNotWhatItDoes() throws IOException {
        Path first = revision("creates all");
        migrations().upgrade("head");
        String text = Files.readString(first);

        Files.writeString(
                first, text.replace("op.createTable(\"tag\"", "// the tags\n\nop . createTable(\"t\" + \"ag\""));
        assertThat(migrations().upgrade("head")).isEmpty();

        Files.writeString(first, text.replace("varchar(40)", "varchar(41)"));
        assertThatThrownBy(() -> migrations().downgrade("base"))
                .isInstanceOfSatisfying(
                        EditedRevisionException.class,
                        e -> assertThat(e.revision()).isEqualTo(id(first)))
                .hasMessageStartingWith("MIG-012: Revision " + id(first) + " was applied to " + engine.description())
                .hasMessageContaining("its script " + first.getFileName() + " has been edited since")
                .hasMessageEndingWith(
                        "Undo the edit, and write a new revision for what is to change; nothing was done.");
    }

    @Test
    void twoHeadsAreAnErrorBeforeAnythingRuns() throws IOException {
        script("aaaa00000001", "", "");
        script("bbbb00000002", "aaaa00000001", "");
        script("cccc00000003", "aaaa00000001", "");

        assertThatThrownBy(() -> migrations().upgrade("head"))
                .isInstanceOfSatisfying(
                        MultipleHeadsException.class,
                        e -> assertThat(e.heads()).containsExactly("bbbb00000002", "cccc00000003"));
        assertThat(Databases.live(engine)).isEqualTo(Schema.EMPTY);
        assertThat(migrations().upgrade("bbbb")).hasSize(2);
        assertThat(migrations().upgrade("cccc")).hasSize(1);
        assertThat(migrations().current().current()).hasSize(2);
    }

    @Test
    void aTableInTheWayIsNamedAndNothingIsDone() throws SQLException {
        Path first = revision("creates all");
        database.execute("create table tag (x integer)");
        Schema before = Databases.live(engine);

        assertThatThrownBy(() -> migrations().upgrade("head"))
                .isInstanceOfSatisfying(
                        RevisionFailedException.class,
                        e -> assertThat(e.revision()).isEqualTo(id(first)))
                .hasMessageContaining("could not go up, at \"create table \"tag\"\" (" + first.getFileName() + ":")
                .hasMessageContaining("a table \"tag\" is there already. Drop or rename that table; or adopt it");
        assertThat(Databases.live(engine)).isEqualTo(before);
    }

    @Test
    void aFailedUpgradeLeavesSchemaAndHistoryAsTheyWere() throws IOException, SQLException {
        requireTransactionalDdl();
        script("aaaa00000001", "", "op.createTable(\"one\", t -> t.column(\"x\", SqlType.integer()));");
        script("bbbb00000002", "aaaa00000001", """
                op.createTable("two", t -> t.column("x", SqlType.integer()));
                op.sql("insert into one values (5)").schemaNeutral();
                op.alterColumn("one", "x", c -> { c.from(SqlType.integer()); c.to(SqlType.bigint()); });
                op.addCheck("ck_one", "one", Term.column("x").lt(5));
                """);
        migrations().upgrade("+1");
        Schema before = Databases.live(engine);

        assertThatThrownBy(() -> migrations().upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageStartingWith("MIG-014: Revision bbbb00000002 (Rbbbb00000002.java) could not go up, at"
                        + " \"add check \"ck_one\" to table \"one\"\" (Rbbbb00000002.java:")
                .hasMessageEndingWith("Nothing of this revision remains; those before it do.");
        assertThat(Databases.live(engine)).isEqualTo(before);
        assertThat(database.rows("select count(*) from one").get(0).get(0).toString())
                .isEqualTo("0");
        assertThat(migrations().current().current())
                .extracting(entry -> entry.revision())
                .containsExactly("aaaa00000001");
        script("bbbb00000002", "aaaa00000001", """
                op.sql("create table two (x integer)");
                op.addColumn("two", "y", SqlType.text());
                """);
        assertThat(migrations().upgrade("head")).hasSize(1);
        assertThat(Databases.live(engine).requireTable(TableName.of("two")).columns())
                .hasSize(2);
    }

    private void requireTransactionalDdl() {
        assumeTrue(
                engine.dialect().capabilities().has(Feature.TRANSACTIONAL_DDL),
                "the database takes changes of the schema back");
    }

    @Test
    void theFirstRevisionTakesTheLedgerWithItWhenItFails() throws IOException {
        requireTransactionalDdl();
        script("aaaa00000001", "", "op.sql(\"this is no sql\");");

        assertThatThrownBy(() -> migrations().upgrade("head"))
                .hasMessageContaining("at \"execute this is no sql\" (Raaaa00000001.java:");
        assertThat(Databases.live(engine)).isEqualTo(Schema.EMPTY);
    }

    @Test
    void whatCannotBeUndoneSaysWhyBeforeAnythingIsUndone() throws IOException {
        script("aaaa00000001", "", "");
        migrations().upgrade("head");
        revision("creates all");
        migrations().upgrade("head");

        assertThatThrownBy(() -> migrations().downgrade("base"))
                .isInstanceOf(IrreversibleException.class)
                .hasMessage("MIG-002: Revision aaaa00000001 (Raaaa00000001.java) cannot go down:"
                        + " There is no way back. Nothing was done.");
        assertThat(migrations().current().pending()).isEmpty();
        assertThat(migrations().check()).isEqualTo(NOTHING);
    }

    @Test
    void aScriptThatFailsByItselfIsNamedBeforeAnythingIsExecuted() throws IOException {
        script("aaaa00000001", "", "op.createTable(\"one\", t -> t.column(\"x\", SqlType.integer()));");
        script("bbbb00000002", "aaaa00000001", "op.alterColumn(\"one\", \"x\", c -> c.from(SqlType.integer()));");

        assertThatThrownBy(() -> migrations().upgrade("head"))
                .hasMessageStartingWith("MIG-020: Script bbbb00000002 (Rbbbb00000002.java) fails before anything is"
                        + " executed, in up(): ")
                .hasMessageContaining("says only half: give both from(…) and to(…).");
        assertThat(Databases.live(engine)).isEqualTo(Schema.EMPTY);
    }

    @Test
    void theTextOfAnUpgradeKeepsWhatNoScriptKnows() throws SQLException, IOException {
        revision("creates all");
        migrations().upgrade("head");
        database.execute(
                "insert into tag(code) values ('a')",
                "alter table tag add column secret varchar(20) default 'kept'",
                "create index ix_of_nobody on tag(secret)");
        String parent = migrations().history().get(0).id();
        script("bbbb00000002", parent, """
                op.alterColumn("tag", "title", c -> { c.from(SqlType.text()); c.to(SqlType.varchar(50)); });
                """);

        database.execute(migrations().sql("head").replaceAll("(?m)^--.*\n", "").split(";\n"));

        assertThat(database.rows("select code, secret from tag")).containsExactly(List.of("a", "kept"));
        assertThat(Databases.live(engine).requireTable(TableName.of("tag")).indexes())
                .extracting(Index::name)
                .containsExactly("ix_of_nobody");
        assertThat(migrations().current().pending()).isEmpty();
    }

    /** SQLite keeps conditions as text, which it rewrites itself when a column is renamed. */
    @Test
    void thereIsNoTextForWhatOnlyARenamingDecides() throws IOException {
        assumeTrue(engine.dialect().ddl().rebuildProtocol().isPresent(), "the database rebuilds tables");
        revision("creates all");
        migrations().upgrade("head");
        String parent = migrations().history().get(0).id();
        script("bbbb00000002", parent, """
                op.renameColumn("pet", "legs", "feet");
                op.alterColumn("pet", "name", c -> {
                    c.from(SqlType.varchar(40)).notNull();
                    c.to(SqlType.varchar(50)).notNull();
                });
                """);

        assertThatThrownBy(() -> migrations().sql("head"))
                .hasMessage("MIG-019: Revision bbbb00000002 (Rbbbb00000002.java) has no text before \"rename column"
                        + " \"legs\" of table \"pet\" to \"feet\"\" is executed: table \"pet\" is rebuilt after it, with"
                        + " conditions that only the database can say then. Upgrade up to there first, then ask for the"
                        + " rest; or upgrade without the text.");
        assertThat(migrations().upgrade("head")).hasSize(1);
    }

    @Test
    void sequencesOfOneDatabaseAreRefusedOnAnotherBeforeAnythingIsExecuted() throws IOException {
        assumeFalse(engine.dialect().capabilities().has(Feature.SEQUENCES), "the database has no sequences");
        script("aaaa00000001", "", """
                op.createTable("one", t -> t.column("x", SqlType.integer()));
                op.createSequence("one_seq", 1, 50);
                """);

        assertThatThrownBy(() -> migrations().upgrade("head"))
                .hasMessageContaining("at \"create sequence \"one_seq\"\" (Raaaa00000001.java:")
                .hasMessageContaining(
                        engine.dialect().name() + " has no sequences (sequence \"one_seq\"). Use an identity column.");
        assertThat(Databases.live(engine)).isEqualTo(Schema.EMPTY);
    }

    @Test
    void nullsThatAreThereStopAColumnThatMustNotBeNull() throws IOException, SQLException {
        requireTransactionalDdl();
        revision("creates all");
        migrations().upgrade("head");
        database.execute("insert into tag(code) values ('a')");
        Schema before = Databases.live(engine);
        String parent = migrations().history().get(0).id();
        script("bbbb00000002", parent, """
                op.createTable("one", t -> t.column("x", SqlType.integer()));
                op.alterColumn("tag", "title", c -> { c.from(SqlType.text()); c.to(SqlType.text()).notNull(); });
                """);

        assertThatThrownBy(() -> migrations().upgrade("head"))
                .hasMessageContaining("at \"alter column \"title\" of table \"tag\"\" (Rbbbb00000002.java:")
                .hasMessageContaining("to have a value in \"title\", and these do not allow it: (code = a).");
        assertThat(Databases.live(engine)).isEqualTo(before);
        assertThat(database.rows("select code from tag")).containsExactly(List.of("a"));
    }

    @Test
    void aTypeThatValuesDoNotFitStopsTheRevision() throws IOException, SQLException {
        revision("creates all");
        migrations().upgrade("head");
        database.execute("insert into tag(code, title) values ('a', 'no number')");
        Schema before = Databases.live(engine);
        String parent = migrations().history().get(0).id();
        script("bbbb00000002", parent, """
                op.alterColumn("tag", "title", c -> { c.from(SqlType.text()); c.to(SqlType.integer()); });
                """);

        assertThatThrownBy(() -> migrations().upgrade("head"))
                .hasMessageContaining("at \"alter column \"title\" of table \"tag\"\" (Rbbbb00000002.java:");
        assertThat(Databases.live(engine)).isEqualTo(before);
        assertThat(database.rows("select title from tag")).containsExactly(List.of("no number"));
    }

    @Test
    void aRebuildKeepsRowsAndWhatNoScriptKnows() throws SQLException, IOException {
        revision("creates all");
        migrations().upgrade("head");
        database.execute(
                "insert into person(name) values ('Ann')",
                "insert into pet(person_id, name) select id, 'Rex' from person",
                "insert into toy(pet_id, price) select id, 5 from pet",
                "alter table pet add column secret varchar(20) default 'kept'",
                "create index ix_of_nobody on pet(secret)");
        String parent = migrations().history().get(0).id();
        script("bbbb00000002", parent, """
                op.alterColumn("person", "name", c -> {
                    c.from(SqlType.varchar(40)).notNull();
                    c.to(SqlType.varchar(50)).notNull();
                });
                op.alterColumn("pet", "name", c -> {
                    c.from(SqlType.varchar(40)).notNull();
                    c.to(SqlType.text()).notNull();
                });
                """);

        migrations().upgrade("head");

        assertThat(database.rows("select p.name, t.name, t.secret from person p join pet t on t.person_id = p.id"
                        + " join toy o on o.pet_id = t.id"))
                .containsExactly(List.of("Ann", "Rex", "kept"));
        assertThat(Databases.live(engine).requireTable(PET).indexes())
                .extracting(Index::name)
                .containsExactly("ix_of_nobody", "ix_pet_person_id");
        engine.inTransaction(connection -> {
            connection.execute("delete from person");
            return null;
        });
        assertThat(database.rows("select * from toy")).isEmpty();
    }

    @Test
    void theTextOfAnUpgradeDoesTheSameAsTheUpgrade() throws SQLException {
        revision("creates all");
        String text = migrations().sql("head");

        assertThat(text)
                .contains("insert into " + engine.dialect().quote("aludel_history"))
                .contains("creates all");
        assertThat(migrations().sql(engine.dialect(), "base", "head")).isEqualTo(text);
        database.execute(text.replaceAll("(?m)^--.*\n", "").split(";\n"));
        assertThat(migrations().check()).isEqualTo(NOTHING);
        assertThat(migrations().current().pending()).isEmpty();
        assertThat(migrations().upgrade("head")).isEmpty();

        database.execute(
                "insert into person(name) values ('Ann')",
                "insert into pet(person_id, name) select id, 'Rex' from person");
        model = model.with(PetWorld.person().withColumn(Column.notNull("name", SqlType.varchar(60))));
        revision("longer names");
        database.execute(migrations().sql("head").replaceAll("(?m)^--.*\n", "").split(";\n"));

        assertThat(migrations().check()).isEqualTo(NOTHING);
        assertThat(database.rows("select name from pet")).containsExactly(List.of("Rex"));
    }

    @Test
    void oneIdInTwoFilesIsRefused() throws IOException {
        script("aaaa00000001", "", "");
        Path other = folder.resolve("Raaaa00000001_Copy.java");
        Files.writeString(
                other,
                Files.readString(folder.resolve("Raaaa00000001.java"))
                        .replace("class Raaaa00000001", "class Raaaa00000001_Copy"));

        assertThatThrownBy(() -> migrations().upgrade("head"))
                .hasMessage("MIG-006: Two scripts are revision aaaa00000001: Raaaa00000001.java and"
                        + " Raaaa00000001_Copy.java; give one of them another id.");
    }

    @Test
    void twoUpgradesAtOnceDoTheWorkOnce() throws Exception {
        revision("creates all");
        CompletableFuture<List<AppliedRevision>> other =
                CompletableFuture.supplyAsync(() -> migrations().upgrade("head"));

        List<AppliedRevision> done = new ArrayList<>(migrations().upgrade("head"));
        done.addAll(other.get(30, TimeUnit.SECONDS));

        assertThat(done).hasSize(1);
        assertThat(migrations().check()).isEqualTo(NOTHING);
    }

    @Test
    void namesThatHurtGoUpAndDown() {
        String name = "Имя \"with\" 'quotes'; \\u0041 */ drop table person --";
        model = Schema.of(Table.of(
                        TableName.of(name),
                        List.of(
                                Column.notNull("Order", SqlType.integer()),
                                Column.nullable(name, SqlType.varchar(80))
                                        .withDefault(
                                                new Default.Of(Term.value(name).expression()))))
                .withPrimaryKey(new PrimaryKey("PK " + name, List.of("Order")))
                .withChecks(List.of(
                        new Check("ck " + name, Term.column(name).ne(name).expression())))
                .withIndexes(List.of(Index.of("ix " + name, name))));

        revision(name);
        migrations().upgrade("head");
        assertThat(migrations().check()).isEqualTo(NOTHING);
        assertThat(migrations().current().current())
                .extracting(HistoryEntry::message)
                .containsExactly(name);
        assertThat(migrations().downgrade("base")).hasSize(1);
        assertThat(Databases.live(engine).table(TableName.of(name))).isEmpty();
    }

    /** The mapping knows the types of columns in expressions; scripts do not say them. */
    @Test
    void whatDependsOnTypesGoesThroughAScriptUnchanged() throws SQLException {
        ConditionParser parser = new ConditionParser(column -> Optional.of(ValueType.INTEGER));
        Expression check = ((Reading.Of) parser.condition("abs(a - b) < 10 and coalesce(a, 0) >= 0")).expression();
        Expression half = new Comparison(
                Comparison.Operator.LE,
                new Arithmetic(
                        Arithmetic.Operator.DIVIDE,
                        new ColumnRef("", "a", ValueType.INTEGER),
                        new ColumnRef("", "b", ValueType.INTEGER),
                        ValueType.DECIMAL),
                new Value(new BigDecimal("0.5"), ValueType.DECIMAL));
        Table table = Table.of(
                        TableName.of("halves"),
                        List.of(
                                Column.notNull("a", SqlType.integer()),
                                Column.notNull("b", SqlType.integer()),
                                Column.notNull("at", SqlType.timestamp()).withDefault(now(ValueType.LOCAL_DATE_TIME)),
                                Column.notNull("moment", SqlType.timestampWithTimeZone())
                                        .withDefault(now(ValueType.INSTANT))))
                .withChecks(List.of(new Check("ck_halves", half)));
        model = Schema.of(table);
        revision("halves");
        migrations().upgrade("head");
        assertThat(migrations().check()).isEqualTo(NOTHING);

        model = Schema.of(table.withColumn(Column.nullable("later", SqlType.timestamp()))
                .withChecks(List.of(new Check("ck_halves", half), new Check("ck_more", check))));
        revision("more");
        migrations().upgrade("head");
        assertThat(migrations().check()).isEqualTo(NOTHING);
        database.execute("insert into halves(a, b) values (1, 2)");
        assertThatThrownBy(() -> database.execute("insert into halves(a, b) values (3, 4)"))
                .isInstanceOf(SQLException.class);
    }

    private static Default now(ValueType<?> type) {
        return new Default.Of(FunctionCall.of(FunctionCall.Function.CURRENT_TIMESTAMP, type));
    }
}
