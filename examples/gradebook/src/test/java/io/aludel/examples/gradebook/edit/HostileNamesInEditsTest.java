// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.aludel.examples.gradebook.Gradebook;
import io.aludel.examples.gradebook.OneLine;
import io.aludel.examples.gradebook.command.Shell;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names that mean something to SQL, to a shell, to a terminal or to a format, from being created until they are removed. */
@OnEveryDatabase
class HostileNamesInEditsTest {
    private static final List<String> NAMES = List.of(
            "O'Neil, \"Q\" ''",
            "100% of _a_ \\ b\\",
            "\\'; drop table grades; --",
            "👩‍🎓 e\u0301 \u00e9 שלום ‏עולם",
            "\u202egnp.exe",
            "$(reboot) `x` ${HOME} %s%n{0}?:x",
            "-h",
            "--set",
            "@/etc/passwd",
            "two\nlines\r\n\ttab \u001b[2J",
            " blanks ",
            "=1+1=a=",
            "null");

    private final Shell shell;
    private final Gradebook gradebook;

    HostileNamesInEditsTest(FreshDatabase database) {
        shell = new Shell(database);
        gradebook = new Gradebook(database.dsn());
    }

    @AfterEach
    void close() {
        gradebook.close();
    }

    @Test
    void areCreatedListedUpdatedAndRemovedAsTheyStand() throws IOException {
        shell.seen("migrate");
        for (int i = 0; i < NAMES.size(); i++) {
            String shown = OneLine.of(NAMES.get(i));
            Assignments group = Assignments.parse(List.of("name=" + NAMES.get(i)));
            assertThat(done(edits -> edits.create(Models.GROUP, group)))
                    .isEqualTo("Created group " + (i + 1) + ": " + shown);
            assertThat(shell.seen("create", "student", "--set=name=" + NAMES.get(i), "--set", "group=" + NAMES.get(i)))
                    .isEqualTo("Created student " + (i + 1) + ": " + shown + ", group " + shown + "\n");
        }
        assertListed(NAMES, NAMES);

        List<String> changed = NAMES.stream().map(name -> name + name).toList();
        for (int i = 0; i < NAMES.size(); i++) {
            long id = i + 1;
            String name = changed.get(i);
            Assignments student = Assignments.parse(List.of("name=" + name));
            assertThat(done(edits -> edits.update(Models.STUDENT, id, student)))
                    .endsWith(" → " + OneLine.of(name) + ", group " + OneLine.of(NAMES.get(i)));
        }
        assertListed(changed, NAMES);

        for (long id = 1; id <= NAMES.size(); id++) {
            long one = id;
            String group = OneLine.of(NAMES.get((int) id - 1));
            assertThat(done(edits -> edits.remove(Models.STUDENT, one)))
                    .isEqualTo("Removed student " + id + ": " + OneLine.of(changed.get((int) id - 1)) + ", group "
                            + group + ", and 0 grades with it");
            assertThat(done(edits -> edits.remove(Models.GROUP, one))).isEqualTo("Removed group " + id + ": " + group);
        }
        assertListed(List.of(), List.of());
    }

    private String done(Function<Edits, String> edit) {
        return gradebook.write(session -> edit.apply(new Edits(session)));
    }

    private void assertListed(List<String> names, List<String> groups) throws IOException {
        Map<String, List<String>> expected = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            expected.put(Integer.toString(i + 1), List.of(names.get(i), groups.get(i)));
        }
        assertThat(json(shell.seen("list", "student", "--format", "json"))).isEqualTo(expected);
        assertThat(csv(shell.seen("list", "student", "--format", "csv"))).isEqualTo(expected);
        List<String> lines = shell.seen("list", "group").lines().toList();
        assertThat(lines).hasSize(groups.isEmpty() ? 1 : groups.size() + 2);
        lines.stream().skip(2).forEach(line -> {
            int id = Integer.parseInt(line.substring(0, 2).strip());
            assertThat(line.substring(4))
                    .isEqualTo(OneLine.of(groups.get(id - 1)).stripTrailing());
        });
    }

    private static Map<String, List<String>> json(String text) throws IOException {
        Map<String, List<String>> rows = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    Map<String, String> row = new HashMap<>();
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        String key = parser.currentName();
                        parser.nextToken();
                        row.put(key, parser.getText());
                    }
                    rows.put(row.get("id"), List.of(row.get("name"), row.get("group")));
                }
            }
        }
        return rows;
    }

    private static Map<String, List<String>> csv(String text) throws IOException {
        Map<String, List<String>> rows = new HashMap<>();
        List<NamedCsvRecord> records = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            reader.forEach(records::add);
        }
        records.forEach(one -> rows.put(one.getField("id"), List.of(one.getField("name"), one.getField("group"))));
        return rows;
    }
}
