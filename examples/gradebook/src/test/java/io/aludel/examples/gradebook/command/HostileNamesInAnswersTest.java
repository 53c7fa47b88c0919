// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.aludel.examples.gradebook.Gradebook;
import io.aludel.examples.gradebook.command.Shell.Ran;
import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names that mean something to SQL, shells, terminals, JSON or CSV go in as options and come out as they are. */
@OnEveryDatabase
class HostileNamesInAnswersTest {
    private static final List<String> NAMES = List.of(
            "'; drop table grades; --",
            "\"quoted\" and 'quoted'",
            "100%_\\n",
            "a;b,c\td",
            "line\nfeed\r\nand return\r",
            "\u001b[2J\u0007\u009b31m",
            "😀👩\u200d🚀 מרים",
            "\u202eltr\u2066\u2028\u2029\ufeff",
            "=cmd()|x",
            "@pom.xml",
            "-5",
            "--nobody",
            " blanks ",
            "",
            "{\"a\": [1]}",
            "#${env:HOME}");

    private final FreshDatabase database;
    private final Shell shell;

    HostileNamesInAnswersTest(FreshDatabase database) {
        this.database = database;
        this.shell = new Shell(database);
    }

    /** Each name is that of a group, a lecturer, a subject and a student; the student has one grade, of that subject. */
    @BeforeEach
    void insert() {
        shell.run("migrate");
        try (Gradebook gradebook = new Gradebook(database.dsn())) {
            gradebook.write(session -> {
                for (String name : NAMES) {
                    Group group = new Group(name);
                    Lecturer lecturer = new Lecturer(name);
                    Subject subject = new Subject(name, lecturer);
                    Student student = new Student(name, group);
                    session.persistAll(List.of(group, lecturer, subject, student));
                    session.persist(new Grade(student, subject, 8, LocalDate.of(2026, 1, 31)));
                }
                return true;
            });
        }
    }

    @Test
    void comeBackExactlyFromJsonAndCsv() throws IOException {
        for (String name : NAMES) {
            String[] all = about("all", name);
            List<List<Map<String, String>>> expected = List.of(
                    List.of(Map.of("student", name, "subject", name, "average", "8.00")),
                    List.of(Map.of("group", name, "average", "8.00")),
                    List.of(Map.of("group", name, "average", "8.00")),
                    List.of(Map.of("subject", name)),
                    List.of(Map.of("student", name)),
                    List.of(Map.of("student", name, "grade", "8", "received_on", "2026-01-31")),
                    List.of(Map.of("lecturer", name, "average", "8.00")),
                    List.of(Map.of("subject", name)),
                    List.of(Map.of("subject", name)));

            assertThat(rowsOfJson(run(all, "json"), name).subList(1, 10)).isEqualTo(expected);
            assertThat(rowsOfCsv(run(all, "csv")).subList(1, 10)).isEqualTo(expected);
        }
    }

    @Test
    void leaveATableItsLinesAndATerminalAlone() {
        for (String name : NAMES) {
            String table = run("7", "--group=" + name, "--subject=" + name);
            assertThat(table.lines()).as(name).hasSize(3);
            assertThat(table.replace("\n", "").codePoints())
                    .noneMatch(Character::isISOControl)
                    .noneMatch(one -> one == 0x202E || one == 0x2066 || one == 0x2028 || one == 0xFEFF);
        }
    }

    @Test
    void leaveATerminalAloneInMessages() {
        Ran ran = shell.run("select", "6", "--group", "\u001b[2J\u202e\n");

        assertThat(ran.err()).isEqualTo("""
                There is no group "\\u001b[2J\\u202e\\n". There are, for example: "", "\\u001b[2J\\u0007\\u009b31m", " blanks ",\
                 ""quoted" and 'quoted'", "#${env:HOME}"
                """);
    }

    /** A question with all options that {@code select all} takes, each with this name. */
    private static String[] about(String question, String name) {
        return new String[] {
            question, "--group=" + name, "--subject=" + name, "--lecturer=" + name, "--student=" + name, "--passing=8"
        };
    }

    private String run(String[] question, String format) {
        return run(Stream.concat(Stream.of(question), Stream.of("--format", format))
                .toArray(String[]::new));
    }

    private String run(String... question) {
        Ran ran = shell.run(
                Stream.concat(Stream.of("select"), Stream.of(question)).toArray(String[]::new));
        assertThat(ran.err()).as("%s", List.of(question)).isEmpty();
        return ran.out();
    }

    /** The rows of each question, after a look at what it was about; numbers as they are written. */
    private static List<List<Map<String, String>>> rowsOfJson(String text, String name) throws IOException {
        List<List<Map<String, String>>> rows = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(text)) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.START_OBJECT) {
                assertThat(json.nextFieldName()).isEqualTo("question");
                assertThat(json.nextIntValue(0)).isEqualTo(rows.size() + 1);
                assertThat(json.nextFieldName()).isEqualTo("title");
                assertThat(json.nextTextValue()).isNotEmpty();
                assertThat(json.nextFieldName()).isEqualTo("about");
                assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
                Map<String, String> about = object(json);
                about.remove("passing", "8");
                assertThat(about.values()).allMatch(name::equals);
                assertThat(json.nextFieldName()).isEqualTo("rows");
                assertThat(json.nextToken()).isEqualTo(JsonToken.START_ARRAY);
                List<Map<String, String>> ofOne = new ArrayList<>();
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    ofOne.add(object(json));
                }
                rows.add(ofOne);
                assertThat(json.nextToken()).isEqualTo(JsonToken.END_OBJECT);
            }
            assertThat(json.currentToken()).isEqualTo(JsonToken.END_ARRAY);
            assertThat(json.nextToken()).isNull();
        }
        return rows;
    }

    private static Map<String, String> object(JsonParser json) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            values.put(key, json.getText());
        }
        return values;
    }

    /** The rows of each question without its number: blocks with an empty line between them. */
    private static List<List<Map<String, String>>> rowsOfCsv(String text) {
        List<List<Map<String, String>>> rows = new ArrayList<>();
        List<String> header = List.of();
        for (CsvRecord line : CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<String> fields = line.getFields();
            if (fields.equals(List.of(""))) {
                header = List.of();
            } else if (header.isEmpty()) {
                assertThat(fields.get(0)).isEqualTo("question");
                header = fields;
                rows.add(new ArrayList<>());
            } else {
                assertThat(fields.get(0)).isEqualTo(Integer.toString(rows.size()));
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 1; i < header.size(); i++) {
                    row.put(header.get(i), fields.get(i));
                }
                rows.get(rows.size() - 1).add(row);
            }
        }
        return rows;
    }
}
