// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.gradebook.command.Shell.Ran;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class ReportCommandTest {
    private final FreshDatabase database;
    private final Shell shell;

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    ReportCommandTest(FreshDatabase database) {
        this.database = database;
        this.shell = new Shell(database);
    }

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("the report.html");
    }

    @Test
    void writesThePageAndSaysWhere() throws IOException {
        shell.run("migrate");
        shell.run("seed");

        Ran first = shell.run("report", "--out", file.toString());
        assertThat(first).isEqualTo(new Ran(0, "Wrote " + file.toAbsolutePath() + "\n", ""));
        byte[] page = Files.readAllBytes(file);
        assertThat(new String(page, StandardCharsets.UTF_8))
                .startsWith("<!doctype html>")
                .endsWith("</html>\n");

        assertThat(shell.run("report", "--out", file.toString())).isEqualTo(first);
        assertThat(file).hasBinaryContent(page);
    }

    @Test
    void isAboutWhatIsGivenByNameOrId() throws SQLException, IOException {
        shell.run("migrate");
        shell.run("seed");
        String student = (String) database.rows("select full_name from students where id = 7")
                .get(0)
                .get(0);
        // Not the first of their kinds by name: these would be shown anyway.
        List<Object> lecturer = database.rows("select id, full_name from lecturers order by full_name desc")
                .get(0);

        assertThat(shell.run(
                                "report",
                                "--out",
                                file.toString(),
                                "--student",
                                student,
                                "--lecturer",
                                lecturer.get(0).toString(),
                                "--group",
                                "B-1",
                                "--passing",
                                "6.5")
                        .exitCode())
                .isZero();
        assertThat(Files.readString(file))
                .contains(
                        "Student: <bdi dir=\"auto\">" + student.replace("'", "&#39;"),
                        "Lecturer: <bdi dir=\"auto\">" + ((String) lecturer.get(1)).replace("'", "&#39;"),
                        "Group: <bdi dir=\"auto\">B-1",
                        "Passing: <bdi dir=\"auto\">6.5");
    }

    @Test
    void writesNothingWhenWhatIsGivenIsUnknown() {
        shell.run("migrate");
        shell.run("seed");

        Ran unknown = shell.run("report", "--out", file.toString(), "--group", "C-9");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).startsWith("There is no group \"C-9\". There are, for example: ");
        assertThat(shell.run("report", "--out", file.toString(), "--passing", "13")
                        .err())
                .startsWith("--passing \"13\" is no mark: ");
        assertThat(file).doesNotExist();
    }

    @Test
    void writesNothingBeforeThereAreTables() {
        Ran ran = shell.run("report", "--out", file.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).startsWith("There are no tables in ").contains("gradebook migrate");
        assertThat(file).doesNotExist();
    }

    @Test
    void writesAPageWithoutRows() {
        shell.run("migrate");

        assertThat(shell.run("report", "--out", file.toString()).exitCode()).isZero();
        assertThat(file).content().contains("There are no rows yet");
    }

    @Test
    void looksAtTheFileBeforeTheDatabase() throws IOException {
        Files.writeString(file, "notes");

        assertThat(shell.run("report", "--out", file.toString()).err())
                .startsWith("\"" + file + "\" is there already and is no report of this program");
        assertThat(shell.run("report", "--out", folder.toString()).err())
                .isEqualTo("\"" + folder + "\" is a folder. Name a file in it: --out "
                        + folder.resolve("gradebook-report.html") + "\n");
        assertThat(file).hasContent("notes");
    }

    @Test
    void saysInItsHelpWhatIsReplacedAndWhereItGoesByDefault() {
        assertThat(shell.run("report", "--help").out().replaceAll("\\s+", " "))
                .contains(
                        "an older report there is replaced, any other file is left alone",
                        "Default: gradebook-report.html in the current folder");
    }
}
