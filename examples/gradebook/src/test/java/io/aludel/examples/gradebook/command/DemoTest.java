// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoTest {
    private final StringWriter out = new StringWriter();

    @AfterEach
    void deleteThePage() throws IOException {
        Path page = page();
        Files.delete(page);
        Files.delete(page.getParent());
    }

    @Test
    void leavesThePageAndNothingElse() throws IOException {
        List<String> before = here();

        assertThat(run("demo")).isZero();

        assertThat(page())
                .isAbsolute()
                .content()
                .contains("<h1>Gradebook report</h1>")
                .doesNotContain("There are no");
        try (Stream<Path> left = Files.list(page().getParent())) {
            assertThat(left).containsExactly(page());
        }
        assertThat(here()).isEqualTo(before);
        assertThat(headings())
                .endsWith(
                        "One revision down, and up again",
                        "What to try next",
                        "The ten answers as a page, to be opened in a browser")
                .startsWith("What " + page().resolveSibling("gradebook.db") + " lacks", "Upgrade", "Rows")
                .hasSize(16);
    }

    @OnEveryDatabase
    void showsTheWholePathOnAnEmptyDatabase(FreshDatabase database) throws SQLException {
        assertThat(run("--url", database.dsn(), "demo")).isZero();

        assertThat(out.toString())
                .containsPattern("create table \"?grades\"? \\(")
                .contains("Undid ", "Applied ")
                .doesNotContain("(no rows)");
        assertThat(headings()).hasSize(16).contains("7. The grades of a group's students in one subject: A-1, Algebra");
        assertThat(database.rows("select id from grades")).isNotEmpty();
        assertThat(page()).content().doesNotContain("There are no");
    }

    @OnEveryDatabase
    void leavesRowsAloneThatAreThereAndMakesTheirPage(FreshDatabase database) throws SQLException {
        assertThat(run("--url", database.dsn(), "migrate")).isZero();
        database.execute(
                "insert into \"groups\" (name) values ('Only & one')",
                "insert into students (full_name, group_id) values ('Bob', 1)");

        assertThat(run("--url", database.dsn(), "demo")).isZero();

        assertThat(out.toString())
                .contains("Nothing: it is up to date.", "There are rows already; they stay as they are.");
        assertThat(database.rows("select name, full_name from students join \"groups\" on \"groups\".id = group_id"))
                .containsExactly(List.of("Only & one", "Bob"));
        assertThat(page()).content().contains("Only &amp; one", "Bob", "There are no grades yet.");
    }

    /** The last line. */
    private Path page() {
        List<String> lines = out.toString().lines().toList();
        return Path.of(lines.get(lines.size() - 1));
    }

    private List<String> headings() {
        return out.toString()
                .lines()
                .filter(line -> line.startsWith("== "))
                .map(line -> line.substring(3))
                .toList();
    }

    private static List<String> here() {
        String[] names = new File("").getAbsoluteFile().list();
        return names == null ? List.of() : Arrays.stream(names).sorted().toList();
    }

    private int run(String... arguments) {
        PrintWriter err = new PrintWriter(System.err, true);
        return Main.run(Map.of(), new PrintWriter(out, true), err, arguments);
    }
}
