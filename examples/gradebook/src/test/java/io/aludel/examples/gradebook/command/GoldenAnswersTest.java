// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.gradebook.Gradebook;
import io.aludel.examples.gradebook.command.Shell.Ran;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is printed, byte for byte and the same on every database. {@code -Daludel.golden=write} writes the files anew. */
@OnEveryDatabase
class GoldenAnswersTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Map<String, String> ENDINGS = Map.of("table", "txt", "json", "json", "csv", "csv");

    private final FreshDatabase database;
    private final Shell shell;

    GoldenAnswersTest(FreshDatabase database) {
        this.database = database;
        this.shell = new Shell(database);
    }

    @Test
    void printsEveryAnswerInEveryFormat() throws IOException {
        shell.run("migrate");
        try (Gradebook gradebook = new Gradebook(database.dsn())) {
            gradebook.write(session -> {
                new GoldenRows(session).insert();
                return true;
            });
        }

        Map<String, String> printed = printed();
        if ("write".equals(System.getProperty("aludel.golden"))) {
            write(printed);
        }
        assertThat(files()).isEqualTo(printed);
    }

    /** What is asked, by the names of the files without their endings. */
    private static Map<String, List<String>> questions() {
        String group = "--group=" + GoldenRows.GROUP;
        String subject = "--subject=" + GoldenRows.SUBJECT;
        String lecturer = "--lecturer=" + GoldenRows.LECTURER;
        String student = "--student=" + GoldenRows.STUDENT;
        Map<String, List<String>> questions = new LinkedHashMap<>();
        questions.put("1", List.of("1"));
        questions.put("2", List.of("2", subject));
        questions.put("3", List.of("3", subject));
        questions.put("4", List.of("4"));
        questions.put("4-group", List.of("4", group));
        questions.put("5", List.of("5", lecturer));
        questions.put("6", List.of("6", group));
        questions.put("7", List.of("7", group, subject));
        questions.put("8", List.of("8", lecturer));
        questions.put("9", List.of("9", student));
        questions.put("9-passing", List.of("9", student, "--passing=11.5"));
        questions.put("10", List.of("10", student, lecturer));
        questions.put("11", List.of("11", student, lecturer));
        questions.put("12", List.of("12", group, subject));
        questions.put("all", List.of("all"));
        questions.put("all-given", List.of("all", group, subject, lecturer, student, "--passing=11.5"));
        return questions;
    }

    private Map<String, String> printed() {
        Map<String, String> printed = new TreeMap<>();
        questions()
                .forEach((name, question) -> ENDINGS.forEach((format, ending) -> {
                    List<String> command = new ArrayList<>(List.of("select"));
                    command.addAll(question);
                    command.addAll(List.of("--format", format));
                    Ran ran = shell.run(command.toArray(String[]::new));
                    assertThat(ran.err()).as(command.toString()).isEmpty();
                    assertThat(ran.exitCode()).as(command.toString()).isZero();
                    printed.put("select-" + name + "." + ending, ran.out());
                }));
        return printed;
    }

    private static void write(Map<String, String> printed) throws IOException {
        Files.createDirectories(FOLDER);
        for (String old : files().keySet()) {
            Files.delete(FOLDER.resolve(old));
        }
        for (Map.Entry<String, String> file : printed.entrySet()) {
            Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
        }
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(FOLDER)) {
            for (Path file : all.filter(one -> one.getFileName().toString().startsWith("select-"))
                    .toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }
}
