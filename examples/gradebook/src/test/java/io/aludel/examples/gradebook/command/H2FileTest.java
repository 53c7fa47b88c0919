// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.gradebook.command.Shell.Ran;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gradebook in a file of H2: what lies beside it, and what is said where it is not to be had. */
class H2FileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void holdsTheGradebookAndNothingElseIsLeftBesideIt() throws IOException {
        Shell shell = new Shell("h2:" + folder + "/school");
        assertThat(shell.refused("select", "1")).startsWith("There is no database at " + folder + "/school. ");
        assertThat(folder).isEmptyDirectory();

        assertThat(shell.run("migrate").exitCode()).isZero();
        assertThat(shell.run("seed").exitCode()).isZero();
        assertThat(shell.run("select", "1").out()).hasLineCount(7);

        assertThat(files()).containsExactly("school.mv.db");
    }

    @Test
    void saysThatThePasswordIsAnother() throws IOException {
        assertThat(new Shell("h2:" + folder + "/school?user=ada&password=hunter2")
                        .run("migrate")
                        .exitCode())
                .isZero();

        assertThat(new Shell("h2:" + folder + "/school?user=ada&password=wr0ng").run("select", "1"))
                .isEqualTo(
                        new Ran(
                                1,
                                "",
                                "ENG-004: Cannot connect to " + folder
                                        + "/school: Wrong user name or password [28000-252]. Check the user and the password.\n"));
        assertThat(files()).containsExactly("school.mv.db");
    }

    @Test
    void saysThatAnotherProcessHasIt() throws IOException {
        Shell shell = new Shell("h2:" + folder + "/school");
        shell.run("migrate");

        // H2 takes the same lock, and cannot tell this process from another.
        try (FileChannel file = FileChannel.open(folder.resolve("school.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(shell.refused("select", "1"))
                    .startsWith("ENG-004: Cannot connect to " + folder + "/school: Database may be already in use: ")
                    .endsWith(" Another process has it open: wait until that has ended, or end it; then try again.");
        }
        assertThat(shell.run("seed").exitCode()).isZero();
    }

    @Test
    void saysThatItCanOnlyBeRead() {
        new Shell("h2:" + folder + "/school").run("migrate");
        Shell reading = new Shell("h2:" + folder + "/school?ACCESS_MODE_DATA=r");

        assertThat(reading.run("select", "1").exitCode()).isZero();
        for (String command : List.of("seed", "downgrade")) {
            assertThat(reading.refused(command))
                    .contains("ENG-007: Cannot execute a statement on " + folder + "/school: it can only be read.")
                    .hasLineCount(1);
        }
    }

    @Test
    void saysThatWhatIsThereIsNoDatabase() throws IOException {
        String notes = "Milk, eggs, flour. ".repeat(1000);
        Files.writeString(folder.resolve("notes.mv.db"), notes);

        for (String command : List.of("select 1", "migrate")) {
            assertThat(new Shell("h2:" + folder + "/notes").refused(command.split(" ")))
                    .startsWith("ENG-004: Cannot connect to " + folder + "/notes: ")
                    .endsWith(
                            " What is there is no database of this kind, or a damaged one. It is left as it is; use another"
                                    + " one, or restore a backup.");
        }
        assertThat(folder.resolve("notes.mv.db")).hasContent(notes);
        assertThat(files()).containsExactly("notes.mv.db");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).map(Path::toString).sorted().toList();
        }
    }
}
