// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Ddl;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Partition;
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
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What SQLite lacks is refused before anything is sent, with the way out. */
class SqliteLacksTest {
    private static final TableName NAME = TableName.of("x");
    private static final Table TABLE = Table.of(
            TableName.of("t"), List.of(Column.identity("id", SqlType.bigint()), Column.nullable("a", SqlType.text())));
    private static final Definition OWN = new Definition("sqlite", "select 1");
    private static final Definition OTHER = new Definition("h2", "select 1");

    private final Ddl ddl = new SqliteDialect().ddl();

    @Test
    void schemas() {
        refuses(() -> ddl.createSchema("app"), "schemas (\"app\"). Make a database for each, or one of them for all.");
        refuses(() -> ddl.dropSchema("app"), "schemas (\"app\"). Make a database for each, or one of them for all.");
        refuses(
                () -> ddl.createAll(Schema.EMPTY.withSchemaNames(List.of("app"))),
                "schemas (\"app\"). Make a database for each, or one of them for all.");
        TableName there = TableName.of("app", "t");
        String leave = "schemas (\"app.t\"). Leave the schema out of the name.";
        refuses(() -> ddl.createTable(TABLE.withName(there), Set.of()), leave);
        refuses(() -> ddl.dropTable(TABLE.withName(there)), leave);
        refuses(() -> ddl.createIndex(TABLE.withName(there), Index.of("ix", "a")), leave);
        refuses(() -> ddl.createView(View.of(there, OWN)), leave);
        refuses(() -> ddl.dropTrigger(new Trigger(there, there, OWN)), leave);
        refuses(() -> ddl.addColumn(TABLE.withName(there), TABLE.requireColumn("a")), leave);
        refuses(() -> ddl.addForeignKey(TABLE, ForeignKey.of("fk", List.of("a"), there, List.of("a"))), leave);
        refuses(
                () -> ddl.renameTable(TABLE, there),
                "schemas (\"app\"). Make a database for each, or one of them for all.");
    }

    @Test
    void sequences() {
        Sequence sequence = new Sequence(NAME, 1, 1);
        refuses(() -> ddl.createSequence(sequence), "sequences (sequence \"x\"). Use an identity column.");
        refuses(
                () -> ddl.createAll(Schema.of(List.of(), List.of(sequence))),
                "sequences (sequence \"x\"). Use an identity column.");
        refuses(() -> ddl.dropSequence(sequence), "sequences (sequence \"x\"). There can be none to drop.");
        refuses(
                () -> ddl.giveSequence(sequence.withOwner(new Sequence.Owner(NAME, "a"))),
                "sequence that belongs to a column (sequence \"x\"). Use an identity column, or let the sequence stand for"
                        + " itself.");
    }

    @Test
    void typesOfItsUsers() {
        EnumType mood = new EnumType(NAME, List.of("sad"), null);
        Domain domain = Domain.of(NAME, SqlType.text());
        refuses(() -> ddl.createEnumType(mood), "enum types (enum type \"x\"). Use text with a check.");
        refuses(() -> ddl.dropEnumType(mood), "enum types (enum type \"x\"). There can be none to drop.");
        refuses(() -> ddl.createDomain(domain), "domains (domain \"x\"). Use its type, with a check in each table.");
        refuses(() -> ddl.dropDomain(domain), "domains (domain \"x\"). There can be none to drop.");
    }

    @Test
    void routinesAndWhatIsWrittenForOthers() {
        Routine routine = new Routine(Routine.Kind.FUNCTION, NAME, "", OWN, null);
        String name = "routines in SQL (" + routine.describe() + "). ";
        refuses(() -> ddl.createRoutine(routine), name + "Do its work in the program.");
        refuses(() -> ddl.dropRoutine(routine), name + "There can be none to drop.");
        refuses(
                () -> ddl.createView(View.of(NAME, OTHER)),
                "way to read view \"x\", which is written for h2. Write it for sqlite, too.");
        refuses(
                () -> ddl.createTrigger(new Trigger(NAME, TABLE.name(), OTHER)),
                "way to read trigger \"x\" of \"t\", which is written for h2. Write it for sqlite, too.");
    }

    @Test
    void viewsThatAreMoreThanTheirQuery() {
        View view = View.of(NAME, OWN);
        refuses(
                () -> ddl.createView(view.withMaterialized(true)),
                "materialized views (view \"x\"). Use a view, or a table that you fill.");
        refuses(
                () -> ddl.createView(view.withOptions(List.of("with check option"))),
                "options of views (view \"x\"). Leave them out.");
    }

    @Test
    void keysOfOtherKinds() {
        UniqueKey unique = new UniqueKey("uq", List.of("a"));
        PrimaryKey primary = new PrimaryKey("pk", List.of("a"));
        ForeignKey foreign = ForeignKey.of("fk", List.of("a"), NAME, List.of("a"));
        refuses(
                () -> ddl.addUniqueKey(TABLE, unique.withDeferral(Deferral.DEFERRED)),
                "key that is checked when the transaction ends (Unique constraint \"uq\"). Leave out deferrable.");
        refuses(
                () -> ddl.addPrimaryKey(TABLE, primary.withDeferral(Deferral.DEFERRABLE)),
                "key that is checked when the transaction ends (Primary key \"pk\"). Leave out deferrable.");
        refuses(
                () -> ddl.addUniqueKey(TABLE, unique.withNullsDistinct(false)),
                "unique key to which NULLs are equal (\"uq\"). Make its columns not null.");
        refuses(
                () -> ddl.addPrimaryKey(TABLE, primary.withInclude(List.of("id"))),
                "further columns in an index (\"pk\"). Leave them out, or make them part of the key.");
        refuses(
                () -> ddl.addForeignKey(TABLE, foreign.withMatch(ForeignKey.Match.FULL)),
                "match full (foreign key \"fk\"). Leave it out, and add a check that its columns are NULL together.");
        String later = "constraint that holds for new rows only (\"fk\"). Mend the rows, and let it hold for all.";
        refuses(() -> ddl.addForeignKey(TABLE, foreign.withValidated(false)), later);
        Table table = TABLE.withPrimaryKey(new PrimaryKey("pk", List.of("id")))
                .withForeignKeys(List.of(foreign.withValidated(false)));
        refuses(() -> ddl.createTable(table, Set.of()), later);
        refuses(() -> ddl.createTable(table, Set.of("fk")), later);
        refuses(() -> ddl.createAll(Schema.of(table)), later);
    }

    @Test
    void checksThatHoldForNewRowsOnly() {
        Check check = new Check("ck", new RawSql("sqlite", "a > 0", ValueType.BOOLEAN), false);
        Table table = TABLE.withPrimaryKey(new PrimaryKey("pk", List.of("id"))).withChecks(List.of(check));
        String message = "constraint that holds for new rows only (\"ck\"). Mend the rows, and let it hold for all.";
        refuses(() -> ddl.addCheck(TABLE, check), message);
        refuses(() -> ddl.createTable(table, Set.of()), message);
        Ddl old = new SqliteDialect().forVersion(new ServerVersion(3, 40)).ddl();
        refuses(() -> old.createTable(table, Set.of()), message);
        refuses(() -> old.addCheck(TABLE, check), message);
    }

    @Test
    void indexesOfOtherKinds() {
        Index index = Index.of("ix", "a");
        Index.Part part = Index.Part.column("a");
        refuses(() -> create(index.withMethod("gin")), "indexes of the kind gin (\"ix\"). Leave out the kind.");
        refuses(
                () -> create(index.withOptions(List.of("fillfactor=70"))),
                "options of indexes (\"ix\"). Leave them out.");
        refuses(
                () -> create(index.withInclude(List.of("id"))),
                "further columns in an index (\"ix\"). Leave them out, or make them part of the key.");
        refuses(
                () -> create(index.withNullsDistinct(false)),
                "unique key to which NULLs are equal (\"ix\"). Make its columns not null.");
        refuses(
                () -> create(index.withParts(List.of(part.withNulls(Index.Nulls.LAST)))),
                "place for NULLs in indexes (\"ix\"). Leave out nulls first or last.");
        refuses(
                () -> create(index.withParts(List.of(part.withOperatorClass("text_pattern_ops")))),
                "operator classes (\"ix\"). Leave it out.");
        refuses(
                () -> create(index.withParts(List.of(part.withLength(3)))),
                "indexes over the first characters (\"ix\"). Leave out the length.");
    }

    private void create(Index index) {
        ddl.createIndex(TABLE, index);
    }

    @Test
    void tablesOfOtherKinds() {
        Table table = TABLE.withPrimaryKey(new PrimaryKey("pk", List.of("id")));
        refuses(
                () -> ddl.createTable(table.withPartition(new Partition(NAME, "default")), Set.of()),
                "tables that are a part of another one (\"t\"). Make one table for all rows.");
        refuses(
                () -> ddl.createTable(table.withOptions(List.of("strict", "engine = x); drop table y; --")), Set.of()),
                "option \"engine = x); drop table y; --\" for table \"t\". Leave it out; there are \"strict\" and"
                        + " \"without rowid\".");
        refuses(
                () -> ddl.addExclusion(
                        table,
                        new Exclusion(
                                "ex",
                                null,
                                List.of(new Exclusion.Element(Index.Part.column("a"), "=")),
                                null,
                                Deferral.NOT_DEFERRABLE)),
                "exclusion constraints (\"ex\"). Check before you write, in a serializable transaction.");
        refuses(
                () -> ddl.createTable(TABLE, Set.of()),
                "identity column that is not the whole primary key (t.id). Make it the only column of the primary key, or"
                        + " assign its values.");
        Column numbered = Column.identity("id", SqlType.bigint()).withGeneration(new Generation.Identity(7, 1, false));
        refuses(
                () -> ddl.createTable(table.withColumn(numbered), Set.of()),
                "identity with a start, an increment or \"always\" (t.id). Leave them out.");
    }

    @Test
    void anotherNameForAColumnThatIsCalledLikeTheRowsNumber() {
        for (String name : List.of("rowid", "OID", "_rowid_")) {
            Table table = Table.of(NAME, List.of(Column.nullable(name, SqlType.text())));
            refuses(
                    () -> ddl.renameColumn(table, name, "other"),
                    "way to rename column \"" + name
                            + "\" of table \"x\". Add a column of the new name, fill it with SQL of"
                            + " your own, then drop the old one.");
        }
    }

    @Test
    void commentsAreNoReasonToRefuse() {
        Table table = TABLE.withPrimaryKey(new PrimaryKey("pk", List.of("id")))
                .withComment("of a table")
                .withColumn(TABLE.requireColumn("a").withComment("of a column"));
        assertThat(ddl.createTable(table, Set.of())).hasSize(1);
        assertThat(ddl.commentTable(table, "x")).isEmpty();
        assertThat(ddl.addColumn(table, Column.nullable("b", SqlType.text()).withComment("x")))
                .hasSize(1);
        Column a = table.requireColumn("a");
        assertThat(ddl.alterColumn(table, a, a.withComment(null))).isEmpty();
    }

    private static void refuses(Runnable what, String message) {
        assertThatThrownBy(what::run)
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("sqlite has no " + message);
    }
}
