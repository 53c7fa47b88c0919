// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.gradebook.command.Shell.Ran;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedCommandTest {
    @OnEveryDatabase
    void saysWhatItMadeAndNothingElse(FreshDatabase database) {
        Shell shell = new Shell(database);
        shell.run("migrate");

        assertThat(shell.run("seed", "--students", "40", "--grades", "5", "--random-seed", "-3"))
                .isEqualTo(new Ran(
                        0,
                        "Made 3 groups, 40 students, 3 lecturers, 6 subjects and 107 grades in " + shell.place()
                                + ". Next: gradebook select 1\n",
                        ""));
    }

    @OnEveryDatabase
    void leavesRowsAloneUnlessItIsToReset(FreshDatabase database) throws SQLException {
        Shell shell = new Shell(database);
        shell.run("migrate");
        database.execute("insert into lecturers (full_name) values ('Ada')");

        assertThat(shell.run("seed"))
                .isEqualTo(new Ran(
                        1,
                        "",
                        "There are rows in " + shell.place()
                                + " already; they are left alone. To delete them and make new ones: gradebook seed --reset."
                                + " To keep them, use another database: gradebook --url sqlite:other.db migrate\n"));
        assertThat(shell.run("seed", "--reset").exitCode()).isZero();
        assertThat(database.rows("select full_name from lecturers where full_name = 'Ada'"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--students, 0, 1, 1000000",
        "--students, -5, 1, 1000000",
        "--students, abc, 1, 1000000",
        "--students, 1000000000000, 1, 1000000",
        "--students, 99999999999999999999999, 1, 1000000",
        "--students, 4294967297, 1, 1000000",
        "--students, '', 1, 1000000",
        "--students, 1.5, 1, 1000000",
        "--grades, 0, 1, 1000",
        "--grades, 1001, 1, 1000",
        "--random-seed, x, -9223372036854775808, 9223372036854775807"
    })
    void saysWhichNumbersThereAre(String option, String text, String least, String most) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int exitCode = Main.run(Map.of(), new PrintWriter(out), new PrintWriter(err), "seed", option + "=" + text);

        assertThat(exitCode).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly(
                        "Invalid value for option '" + option + "': \"" + text + "\" is no whole number from " + least
                                + " to " + most + ".",
                        "Try \"gradebook seed --help\".");
    }

    @Test
    void printsALineForEachTenthWhereNobodyWatches() {
        StringWriter err = new StringWriter();
        try (ShownProgress progress = ShownProgress.on(new PrintWriter(err), false)) {
            for (int students = 0; students <= 4_000; students += 10) {
                progress.made(students, 4_000);
            }
        }

        assertThat(err.toString().lines())
                .hasSize(10)
                .startsWith("10 %: 400 of 4000 students", "20 %: 800 of 4000 students")
                .endsWith("100 %: 4000 of 4000 students");
    }

    @Test
    void drawsABarOverAndOverInOneLineOfATerminal() {
        StringWriter err = new StringWriter();
        try (ShownProgress progress = ShownProgress.on(new PrintWriter(err), true)) {
            progress.made(2_000, 4_000);
            progress.made(4_000, 4_000);
        }

        String drawn = err.toString();
        assertThat(drawn)
                .startsWith("\rSeeding")
                .endsWith(System.lineSeparator())
                .contains("100%", "4000/4000 students");
        assertThat(drawn.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(80));
        assertThat(drawn).doesNotContain("\u001b");
    }

    @Test
    void drawsABarThatFitsANarrowTerminal() {
        StringWriter err = new StringWriter();
        try (ShownProgress progress = ShownProgress.bar(new PrintWriter(err), 40)) {
            progress.made(2_000, 4_000);
            progress.made(4_000, 4_000);
        }

        assertThat(err.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThan(40));
        assertThat(err.toString()).contains("100%");
    }

    @Test
    void showsNothingOfWhatIsDoneInAMoment() {
        for (boolean terminal : List.of(true, false)) {
            StringWriter err = new StringWriter();
            try (ShownProgress progress = ShownProgress.on(new PrintWriter(err), terminal)) {
                progress.made(1_000, 1_999);
                progress.made(1_999, 1_999);
            }
            assertThat(err.toString()).isEmpty();
        }
    }
}
