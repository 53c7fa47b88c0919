// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever way of writing SQLite takes is read as SQLite's own pragmas have it. */
class CreateStatementTest {
    /** The number that a row has anyway is never null, whatever is said of it. */
    private static final String COLUMNS = """
            select name, "notnull" = 1
                or pk = 1 and not exists (select 1 from pragma_index_list(?1) where origin = 'pk') as filled, pk, hidden
            from pragma_table_xinfo(?1)""";

    private static final String INDEXES = """
            select group_concat(x.name || ',' || x.coll || ',' || x."desc", ';') as parts, l."unique", l.origin, l.partial
            from pragma_index_list(?) l join pragma_index_xinfo(l.name) x where x.key = 1 group by l.name""";
    private static final String FOREIGN_KEYS = """
            select "table", "from", "to", on_update, on_delete from pragma_foreign_key_list(?)""";

    @Test
    void readsWhateverSqliteTakesAndWritesTheSameThing() {
        int trials = 2 * Integer.getInteger("aludel.trials", 50);
        long first = Long.getLong("aludel.seed", System.nanoTime());
        int taken = 0;
        for (long seed = first; seed < first + trials; seed++) {
            RandomStatements statements = new RandomStatements(new Random(seed));
            try (TestConnection database = TestConnection.inMemory()) {
                taken += tried(database, statements, "-Daludel.seed=" + seed) ? 1 : 0;
            }
        }
        assertThat(taken)
                .as("how many of %d were taken, from seed %d", trials, first)
                .isGreaterThan(trials / 2);
    }

    private static boolean tried(TestConnection database, RandomStatements statements, String seed) {
        database.execute("create table Other (x int unique, y int unique, unique (x, y))");
        String text = statements.createTable();
        if (!takes(database, text)) {
            return false;
        }
        takes(database, statements.createIndex());
        takes(database, statements.createIndex());
        database.execute(statements.createView());
        database.execute(statements.createTrigger());
        Schema read = database.everything();
        String made = seed + "\n"
                + String.join(
                        "\n",
                        database.query("select sql from sqlite_schema where sql is not null").stream()
                                .map(row -> row.text("sql"))
                                .toList());
        Table table = read.tables().stream()
                .filter(one -> one.name().name().equals(statements.table))
                .findFirst()
                .orElseThrow(() -> new AssertionError(read.unreadable() + "\n" + made));
        assertThat(table.columns()).as(made).extracting(column -> column.name()).isEqualTo(statements.columns);
        assertThat(table.checks()).as(made).hasSize(statements.checks);
        assertThat(read.unreadable()).as(made).hasSize(statements.wordless);
        assertThat(read.views()).as(made).hasSize(1);
        assertThat(read.triggers()).as(made).hasSize(1);
        try (TestConnection elsewhere = TestConnection.inMemory()) {
            elsewhere.run(elsewhere.dialect.ddl().createAll(read.withUnreadable(List.of())));
            assertThat(elsewhere.everything()).as(made).isEqualTo(read.withUnreadable(List.of()));
            for (String query : List.of(COLUMNS, INDEXES, FOREIGN_KEYS)) {
                assertThat(rows(elsewhere, query, statements.table))
                        .as(made)
                        .isEqualTo(rows(database, query, statements.table));
            }
        }
        return true;
    }

    /** Names of targets are compared as they are where they stand. */
    private static TreeSet<String> rows(TestConnection database, String query, String table) {
        TreeSet<String> rows = new TreeSet<>();
        for (CatalogRow row : database.query(query, table)) {
            rows.add(SqliteNames.folded(row.values().values().stream()
                    .map(Objects::toString)
                    .toList()
                    .toString()));
        }
        return rows;
    }

    private static boolean takes(TestConnection database, String sql) {
        try {
            database.execute(sql);
            return true;
        } catch (IllegalStateException refused) {
            return false;
        }
    }
}
