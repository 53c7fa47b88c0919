// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Term;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pairs of texts, by hand and in the words of each database: the first is in the database, the second in the model. Equal ones are no difference, others are
 * said with both texts and can be accepted.
 */
@OnEveryDatabase
class SpellingScenariosTest {
    private static final TableName T = TableName.of("t");

    /** {@code stored ~ model}: the same; {@code stored # model}: may be the same, but nobody can tell. */
    private record Pair(String stored, String model, boolean same) {
        static List<Pair> of(String lines) {
            return lines.lines()
                    .map(line -> {
                        boolean same = line.contains(" ~ ");
                        String[] texts = line.split(same ? " ~ " : " # ");
                        return new Pair(texts[0].strip(), texts[1].strip(), same);
                    })
                    .toList();
        }
    }

    private static final Map<String, String> CONDITIONS = Map.of(
            "postgresql", """
                    a > 0 ~ ((a > (0)))
                    a > 0 ~ t.a > 0
                    A <> 1 ~ a != 1
                    "b" = 'x' ~ (b)::text = 'x'::text
                    lower(b) = 'x' ~ LOWER((b)) = 'x'
                    a is not null ~ not (a is null)
                    a between 1 and 3 ~ a >= 1 and a <= 3
                    b in ('x', 'y') ~ b = any (array['x', 'y'])
                    cast(a as bigint) > 1 ~ a::int8 > 1
                    c ~ c
                    a > 60 * 60 ~ a > 3600
                    a in (1, 2) # a = 1 or a = 2
                    length(b) > 1 # char_length(b) > 1
                    a > 0 # a > 1
                    a > 0 # a > 0 or null
                    b is not null # b is not null and c is not null
                    """,
            "mariadb", """
                    a > 0 ~ ((a > (0)))
                    a > 0 ~ `a`>0
                    a <> 1 ~ a != 1
                    lower(b) = 'x' ~ LCASE((b)) = 'x'
                    a is not null ~ not (a is null)
                    a is null ~ isnull(a)
                    length(b) > 1 ~ octet_length(b) > 1
                    not c ~ !c
                    a in (1, 2) # a = 1 or a = 2
                    a between 1 and 3 # a >= 1 and a <= 3
                    length(b) > 1 # char_length(b) > 1
                    a > 0 # a > 1
                    """,
            "sqlite", """
                    a > 0 ~ ((a > (0)))
                    a > 0 ~ t.a > 0
                    A <> 1 ~ "a" != 1
                    [b] = 'x' ~ `b` == 'x'
                    a is not null ~ a notnull
                    cast(b as int) > 1 ~ cast(b as integer) > 1
                    ifnull(a, 1) > 0 ~ coalesce(a, 1) > 0
                    c = true ~ c = 1
                    a > 0 ~ a > /* nothing */ 0
                    a in (1, 2) # a = 1 or a = 2
                    a between 1 and 3 # a >= 1 and a <= 3
                    a > 1 # a > 1.0
                    b = 'x' # b = 'X'
                    b = 'x' # b collate nocase = 'x'
                    """,
            "h2", """
                    a > 0 ~ ((a > (0)))
                    a > 0 ~ t.a > 0
                    A <> 1 ~ a != 1
                    a is not null ~ not (a is null)
                    a in (1, 2) ~ a = 1 or a = 2
                    length(b) > 1 ~ char_length(b) > 1
                    not c ~ c = false
                    cast(a as bigint) > 1 ~ convert(a, bigint) > 1
                    a between 1 and 3 # a >= 1 and a <= 3
                    b in ('x', 'y') # b = any (array['x', 'y'])
                    a > 0 # a > 1
                    """);

    private static final Map<String, String> KEYS = Map.of(
            "postgresql", """
                    lower(b) ~ LOWER((b))
                    lower(b) ~ lower(t.b)
                    a + 1 ~ (a) + (1)
                    coalesce(b, 'x') ~ COALESCE("b", 'x'::character varying)
                    (b || 'x') ~ (b)::text || 'x'::text
                    lower(b) # upper(b)
                    a + 1 # 1 + a
                    """,
            "sqlite", """
                    lower(b) ~ LOWER((b))
                    lower(b) ~ lower("B")
                    a + 1 ~ (a) + (1)
                    ifnull(b, 'x') ~ coalesce([b], 'x')
                    b || 'x' ~ ( b||'x' )
                    lower(b) # upper(b)
                    a + 1 # 1 + a
                    """);

    private static final Map<String, String> TEXT_DEFAULTS = Map.of(
            "postgresql", """
                    'a' ~ 'a'::text
                    'it''s' ~ E'it\\'s'
                    'a' # 'b'
                    lower('A') # 'a'
                    """,
            "mariadb", """
                    'a' ~ "a"
                    'it''s' ~ 'it\\'s'
                    'a' # 'b'
                    lower('A') # 'a'
                    """,
            "sqlite", """
                    'a' ~ ('a')
                    'a' # 'b'
                    lower('A') # 'a'
                    """,
            "h2", """
                    'a' ~ cast('a' as varchar)
                    'it''s' ~ U&'it''s'
                    'a' # 'b'
                    """);

    private static final Map<String, String> NUMBER_DEFAULTS = Map.of(
            "postgresql", "0 ~ '0'\n1.5 ~ 1.50\n-1 ~ (-1)\n1.5 # 1.51\n0 # null",
            "mariadb", "0 ~ '0'\n1.5 ~ 1.50\n-1 ~ (-1)\n1.5 # 1.51\n0 # null",
            "sqlite", "0 ~ (0)\n-1 ~ (-1)\n1.5 ~ 1.50\n1.5 # 1.51",
            "h2", "0 ~ '0'\n1.5 ~ 1.50\n-1 ~ (-1)\n1.5 # 1.51");

    private static final Map<String, String> MOMENT_DEFAULTS = Map.of(
            "postgresql", "now() ~ current_timestamp\nnow() ~ transaction_timestamp()\nnow() # clock_timestamp()",
            "mariadb", "now() ~ current_timestamp\nnow() ~ localtimestamp()",
            "sqlite", "current_timestamp ~ CURRENT_TIMESTAMP\ncurrent_timestamp # (datetime('now'))",
            "h2", "now() ~ localtimestamp\nlocaltimestamp # current_timestamp(0)");

    private final Engine engine;

    @TempDir
    private Path folder;

    SpellingScenariosTest(FreshDatabase database) {
        this.engine = Engine.create(database.dsn());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    @Tag("M-37")
    void conditionsOfChecksDifferByWhatTheyMean() {
        compare(CONDITIONS, (table, text) -> {
            List<Check> checks = new ArrayList<>(table.checks());
            checks.add(new Check("x" + checks.size(), text));
            return table.withChecks(checks);
        });
    }

    @Test
    @Tag("M-33")
    void expressionsOfIndexesDifferByWhatTheyMean() {
        assumeTrue(has(Feature.EXPRESSION_INDEX), "the database has no indexes over expressions");
        compare(KEYS, (table, text) -> {
            List<Index> indexes = new ArrayList<>(table.indexes());
            indexes.add(new Index("x" + indexes.size(), List.of(new Index.Part(text, false)), false));
            return table.withIndexes(indexes);
        });
    }

    @Test
    @Tag("M-34")
    void predicatesOfIndexesDifferByWhatTheyMean() {
        assumeTrue(has(Feature.PARTIAL_INDEX), "the database has no indexes over some of the rows");
        compare(CONDITIONS, (table, text) -> {
            List<Index> indexes = new ArrayList<>(table.indexes());
            indexes.add(Index.of("x" + indexes.size(), "a").withPredicate(text));
            return table.withIndexes(indexes);
        });
    }

    @Test
    @Tag("M-9")
    void defaultsDifferByWhatTheyMean() {
        compare(TEXT_DEFAULTS, withDefault(SqlType.varchar(20)));
    }

    @Test
    @Tag("M-9")
    void defaultsOfNumbersDifferByWhatTheyMean() {
        compare(NUMBER_DEFAULTS, withDefault(SqlType.decimal(10, 2)));
    }

    @Test
    @Tag("M-9")
    void defaultsThatAreThePresentDifferByWhatTheyMean() {
        compare(MOMENT_DEFAULTS, withDefault(SqlType.timestamp()));
    }

    private static BiFunction<Table, Expression, Table> withDefault(SqlType type) {
        return (table, text) -> table.withColumn(
                Column.nullable("x" + (table.columns().size() - 3), type).withDefault(new Default.Of(text)));
    }

    /** Only those that are not known to mean the same differ, each is shown in both spellings, and none does once they are accepted. */
    private void compare(Map<String, String> lines, BiFunction<Table, Expression, Table> add) {
        List<Pair> pairs = Pair.of(lines.get(engine.dialect().name()));
        Table stored = table();
        Table model = table();
        List<String> apart = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            stored = add.apply(stored, raw(pairs.get(i).stored()));
            model = add.apply(model, raw(pairs.get(i).model()));
            if (!pairs.get(i).same()) {
                apart.add("x" + i);
            }
        }
        engine.createAll(Schema.of(stored));
        Schema live = Databases.live(engine);
        SchemaDiffer differ = new SchemaDiffer(engine.dialect(), engine::scratch);

        SchemaDifference difference = differ.diff(Schema.of(model), live, Set.of());
        assertThat(difference.undecided()).isEmpty();
        assertThat(difference.operations().stream()
                        .map(Operation::describe)
                        .map(text -> text.split("\"")[1])
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(apart);

        List<Spelling> spellings = differ.spellings(Schema.of(model), live, DiffOptions.USUAL);
        AcceptedSpellings accepted = AcceptedSpellings.NONE.plus(spellings);
        assertThat(differ.diff(Schema.of(model), live, DiffOptions.USUAL.with(accepted)).operations().stream()
                        .map(Operation::describe))
                .as("accepted, but for what is no spelling of anything: no default at all")
                .allMatch(text ->
                        pairs.stream().anyMatch(pair -> pair.model().equals("null")) && text.startsWith("alter"));
        assertThat(spellings).extracting(Spelling::object).isSubsetOf(apart);
    }

    @Test
    void anAcceptedSpellingCountsUntilOneOfItsTextsChanges() throws IOException {
        Table stored = table().withChecks(List.of(new Check("ck", raw("a >= 1 and a <= 3"))));
        Table model = table().withChecks(List.of(new Check("ck", raw("a in (1, 2, 3)"))));
        engine.createAll(Schema.of(stored));
        Schema live = Databases.live(engine);
        SchemaDiffer differ = new SchemaDiffer(engine.dialect(), engine::scratch);
        List<Spelling> apart = differ.spellings(Schema.of(model), live, DiffOptions.USUAL);
        assertThat(apart).extracting(Spelling::name).containsExactly("t.ck");

        AcceptedSpellings.NONE
                .plus(AcceptedSpellings.named(List.of("t.ck"), apart))
                .writeTo(folder);
        DiffOptions accepting = DiffOptions.USUAL.with(AcceptedSpellings.in(folder));

        assertThat(differ.diff(Schema.of(model), live, accepting).isEmpty()).isTrue();
        assertThat(differ.spellings(Schema.of(model), live, accepting)).isEmpty();
        Table other = table().withChecks(List.of(new Check("ck", raw("a in (1, 2, 4)"))));
        assertThat(differ.diff(Schema.of(other), live, accepting).operations())
                .extracting(Operation::describe)
                .containsExactly("drop check \"ck\" of table \"t\"", "add check \"ck\" to table \"t\"");
        assertThatThrownBy(() -> AcceptedSpellings.named(List.of("t.kc"), apart))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("MIG-060")
                .hasMessageContaining("\"t.kc\"")
                .hasMessageEndingWith("What is: t.ck.");
        Files.writeString(folder.resolve(AcceptedSpellings.FILE), "# none\n\nhalf\ta line\n");
        assertThatThrownBy(() -> AcceptedSpellings.in(folder))
                .hasMessageContaining("MIG-062")
                .hasMessageContaining("accepted.differences:3 has 2 fields");
    }

    private static Table table() {
        return Table.of(
                T,
                List.of(
                        Column.nullable("a", SqlType.integer()),
                        Column.nullable("b", SqlType.varchar(20)),
                        Column.nullable("c", SqlType.bool())));
    }

    private Expression raw(String sql) {
        return Term.rawSql(engine.dialect().name(), sql).expression();
    }

    private boolean has(Feature feature) {
        return engine.dialect().capabilities().has(feature);
    }
}
