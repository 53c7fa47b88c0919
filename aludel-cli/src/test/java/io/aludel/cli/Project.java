// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.engine.Engine;
import io.aludel.testing.databases.FreshDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder that somebody works in with the command line. What they type and what they see is kept as one text, in which everything that changes from
 * run to run has a name instead: the folder, the database, times, and revisions, which are {@code id1}, {@code id2} in the order in which they show up.
 */
final class Project {
    private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{12}\\b|(?<=\\bR)[0-9a-f]{12}");

    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();
    private final Map<String, String> named = new TreeMap<>();
    private final List<String> ids = new ArrayList<>();
    private final StringBuilder seen = new StringBuilder();
    private final StringBuilder asked = new StringBuilder();
    private Prompt prompt = Prompt.NOBODY;

    Project(Path folder) {
        this.folder = folder;
        named.put(folder.toString(), "FOLDER");
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    }

    /** With that database in the environment, where it is not seen on every line. */
    static Project on(FreshDatabase database, Path folder) {
        Project project = new Project(folder).set("ALUDEL_URL", database.dsn());
        String place;
        try (Engine engine = Engine.create(database.dsn())) {
            place = engine.description();
        }
        project.named.put(place, "DATABASE");
        return project;
    }

    Path folder() {
        return folder;
    }

    Project set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Who answers from now on; what is asked is seen. */
    Project answers(String... answers) {
        Iterator<String> next = List.of(answers).iterator();
        prompt = question -> {
            Optional<String> answer = next.hasNext() ? Optional.of(next.next()) : Optional.empty();
            asked.append(question).append(answer.orElse("(no answer)")).append('\n');
            return answer;
        };
        return this;
    }

    /** What was asked since the last time this was, with the answers. */
    String asked() {
        String text = asked.toString();
        asked.setLength(0);
        return text;
    }

    /** Writes a file, with the folders around it. */
    Project write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command; what is printed is added to what was seen, errors after the rest, and the exit code where it is not 0. */
    int aludel(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(
                folder, environment, prompt, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        seen.append("$ aludel");
        for (String argument : arguments) {
            seen.append(' ').append(argument.contains(" ") || argument.isEmpty() ? "'" + argument + "'" : argument);
        }
        seen.append('\n').append(out).append(err).append(code == 0 ? "" : "exit code " + code + "\n");
        return code;
    }

    /** What was seen since the last time this was asked. */
    String seen() {
        String text = normalised(seen.toString());
        seen.setLength(0);
        return text;
    }

    private String normalised(String raw) {
        String text = raw.replace("\r\n", "\n");
        for (Map.Entry<String, String> name : named.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        text = text.replaceAll("'1:[0-9a-f]{32}'", "'CHECKSUM'")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z?", "TIME")
                .replaceAll("\\(\\d+ ms\\)", "(N ms)")
                .replace(" by " + System.getProperty("user.name"), " by USER");
        Matcher matcher = ID.matcher(text);
        return matcher.replaceAll(found -> {
            if (!ids.contains(found.group())) {
                ids.add(found.group());
            }
            return "id" + (ids.indexOf(found.group()) + 1);
        });
    }

    /** The revision that was seen as {@code id1} if the number is 1. */
    String id(int number) {
        return ids.get(number - 1);
    }

    /** The scripts in their folder, by name. */
    List<Path> scripts() {
        try (Stream<Path> files = Files.list(folder.resolve("src/main/java/migrations"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The script of the revision that was seen as that. */
    Path script(int number) {
        return scripts().stream()
                .filter(file -> file.getFileName().toString().startsWith("R" + id(number)))
                .findFirst()
                .orElseThrow();
    }
}
