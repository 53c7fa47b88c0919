// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    private static final Report EMPTY = new Report(
            Arrays.stream(Kind.values()).collect(Collectors.toMap(kind -> kind, kind -> 0L)),
            new Averages(List.of(), List.of(), List.of()),
            new Distribution(List.of()),
            null,
            List.of());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void writesThePageAndLeavesNothingElse() throws IOException {
        ReportFile file = ReportFile.at(folder.resolve("sub/../a b.html"));
        file.write(EMPTY);

        assertThat(file.path()).isEqualTo(folder.resolve("a b.html").toAbsolutePath());
        assertThat(file.path()).hasContent(Page.html(EMPTY));
        assertThat(names()).containsExactly("a b.html");
    }

    @Test
    void replacesAnOlderReportAndAnEmptyFile() throws IOException {
        Path older = folder.resolve("older.html");
        ReportFile.at(older).write(EMPTY);
        Files.writeString(older, "more", StandardOpenOption.APPEND);
        Path empty = Files.createFile(folder.resolve("empty.html"));

        ReportFile.at(older).write(EMPTY);
        ReportFile.at(empty).write(EMPTY);

        assertThat(older).hasContent(Page.html(EMPTY));
        assertThat(empty).hasContent(Page.html(EMPTY));
    }

    @Test
    void leavesAnyOtherFileAlone() throws IOException {
        Path database = Files.writeString(folder.resolve("gradebook.db"), "SQLite format 3");

        assertThatThrownBy(() -> ReportFile.at(database))
                .isInstanceOf(GradebookException.class)
                .hasMessage("\"" + database + "\" is there already and is no report of this program; it is left alone."
                        + " Give --out another path, or remove it first.");
        assertThat(database).hasContent("SQLite format 3");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege there")
    void writesWhatALinkLeadsTo() throws IOException {
        Path target = Files.createFile(folder.resolve("target.html"));
        Path link = Files.createSymbolicLink(folder.resolve("link.html"), target);

        ReportFile.at(link).write(EMPTY);

        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent(Page.html(EMPTY));
    }

    @Test
    void asksForAFileInAFolder() {
        assertThatThrownBy(() -> ReportFile.at(folder))
                .hasMessage("\"" + folder + "\" is a folder. Name a file in it: --out "
                        + folder.resolve("gradebook-report.html"));
    }

    @Test
    void asksForTheFolderToBeMade() {
        assertThatThrownBy(() -> ReportFile.at(folder.resolve("not/there.html")))
                .hasMessage("There is no folder \"" + folder.resolve("not")
                        + "\" to put the report in. Make it first, or give --out another path.");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no such names there")
    void saysItsMessagesInOneLine() {
        assertThatThrownBy(() -> ReportFile.at(folder.resolve("not\nthere/report.html")))
                .hasMessage("There is no folder \"" + folder
                        + "/not\\nthere\" to put the report in. Make it first, or give --out another path.");
    }

    @Test
    void saysThatAFileIsNoFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> ReportFile.at(file.resolve("report.html")))
                .hasMessage("\"" + file + "\" is no folder, so that no report can be in it. Give --out another path.");
    }

    @Test
    void saysWhyTheFileSystemRefusesIt() throws IOException {
        Path tooLong = folder.resolve("x".repeat(300) + ".html");

        assertThatThrownBy(() -> ReportFile.at(tooLong).write(EMPTY))
                .isInstanceOf(GradebookException.class)
                .hasMessageStartingWith("Cannot write \"" + tooLong + "\": ")
                .hasMessageEndingWith(". Give --out another path.");
        assertThat(names()).isEmpty();
    }

    @Test
    void leavesAReadOnlyFolderAndAReadOnlyReportAlone() throws IOException {
        Path report = folder.resolve("report.html");
        ReportFile.at(report).write(EMPTY);
        assumeThat(report.toFile().setWritable(false) && !Files.isWritable(report))
                .as("skipped: who runs this test may write read-only files")
                .isTrue();

        assertThatThrownBy(() -> ReportFile.at(report))
                .hasMessage("\"" + report + "\" is read-only; it is left alone. Give --out another path.");
        assertThat(folder.toFile().setWritable(false)).isTrue();
        try {
            assertThatThrownBy(() -> ReportFile.at(folder.resolve("other.html")))
                    .hasMessage("The folder \"" + folder + "\" cannot be written to. Give --out another path.");
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
