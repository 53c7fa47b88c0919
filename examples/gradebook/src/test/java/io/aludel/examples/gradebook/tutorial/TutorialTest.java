// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/tutorial.md}, walked from its first command to its last. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the page is written for a Unix shell")
class TutorialTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "tutorial.md");
    /** Writes what is seen into the page, where it differs. */
    private static final boolean WRITE = "write".equals(System.getProperty("aludel.golden"));

    private static final String ELISION = "…";
    /** The server of the page, as the README starts it. */
    private static final String SERVER = "postgresql://postgres:mysecretpassword@localhost:5432/postgres";
    /** What is another every time: names of revisions, checksums, times, durations, and who is at work. */
    private static final Map<Pattern, String> CHANGING = Map.of(
            Pattern.compile("(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])"), "(revision)",
            Pattern.compile("'1:[0-9a-f]{32}'"), "(checksum)",
            Pattern.compile("applied \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d by .*"), "(applied)",
            Pattern.compile("\\(\\d+ ms\\)"), "(duration)");

    @Test
    void saysWhatIsSeen(@TempDir Path folder) throws Exception {
        Checkout checkout = new Checkout(Files.createDirectory(folder.resolve("aludel")));
        String page = Files.readString(PAGE);
        List<Step> steps = Step.of(page);
        int at = 0;
        assertThat(steps).hasSizeGreaterThan(20);
        try (FreshDatabase server = TestDatabase.POSTGRESQL.fresh()) {
            for (Step step : steps) {
                if (step instanceof Step.Edit edit) {
                    checkout.edit(edit);
                } else if (step instanceof Step.Command command) {
                    List<String> seen = seen(checkout, command, server);
                    if (!WRITE) {
                        compare(command, seen);
                    } else if (!fits(comparable(command.seen()), comparable(seen))) {
                        String old = text(command.typed(), command.seen());
                        at = page.indexOf(old, at);
                        String now = text(command.typed(), seen);
                        page = page.substring(0, at) + now + page.substring(at + old.length());
                        at += now.length();
                    }
                }
            }
        }
        if (WRITE) {
            Files.writeString(PAGE, page);
        }
    }

    private static String text(String typed, List<String> seen) {
        return Stream.concat(Stream.of("$ " + typed), seen.stream()).collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> seen(Checkout checkout, Step.Command command, FreshDatabase server)
            throws IOException, InterruptedException {
        String typed = command.typed().replace(SERVER, server.dsn());
        String said = checkout.type(typed);
        if (typed.contains(" revision ")) {
            checkout.compile();
        }
        // The tests' server wants no password, which is not repeated in advice.
        return said.replace("--url " + server.dsn(), "--url …")
                .replace(place(server.dsn()), place(SERVER))
                .lines()
                .toList();
    }

    /** A server as messages name it: without user and password. */
    private static String place(String dsn) {
        return dsn.substring(dsn.indexOf('@') + 1);
    }

    private static void compare(Step.Command command, List<String> seen) {
        List<String> expected = comparable(command.seen());
        List<String> actual = comparable(seen);
        assertThat(fits(expected, actual))
                .as(
                        "$ %s%nThe page says:%n%s%nSeen:%n%s",
                        command.typed(), String.join("\n", expected), String.join("\n", actual))
                .isTrue();
    }

    private static List<String> comparable(List<String> lines) {
        return lines.stream().map(TutorialTest::comparable).toList();
    }

    private static String comparable(String line) {
        String text = line.stripTrailing();
        for (Map.Entry<Pattern, String> changing : CHANGING.entrySet()) {
            text = changing.getKey().matcher(text).replaceAll(changing.getValue());
        }
        return text;
    }

    private static boolean fits(List<String> expected, List<String> actual) {
        int elision = expected.indexOf(ELISION);
        if (elision < 0) {
            return expected.equals(actual);
        }
        List<String> after = expected.subList(elision + 1, expected.size());
        if (actual.size() <= elision || !actual.subList(0, elision).equals(expected.subList(0, elision))) {
            return false;
        }
        for (int from = elision + 1; from <= actual.size(); from++) {
            if (fits(after, actual.subList(from, actual.size()))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void comparesLineByLine() {
        List<String> page = new ArrayList<>(List.of("a", ELISION, "d"));

        assertThat(fits(page, List.of("a", "b", "c", "d"))).isTrue();
        assertThat(fits(page, List.of("a", "d"))).isFalse();
        assertThat(fits(page, List.of("a", "b", "c"))).isFalse();
        assertThat(fits(page, List.of("x", "b", "d"))).isFalse();
        assertThat(fits(List.of("a"), List.of("a", "b"))).isFalse();
    }
}
