// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.name.TableName;
import io.aludel.migrate.MigrationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Spellings of which somebody has said that they mean the same. Should one of the two texts change, the word given counts no more. They are kept in a file
 * beside the scripts, a line each, in order, so that those of two branches merge as text.
 *
 * @param all as they were accepted
 */
public record AcceptedSpellings(List<Spelling> all) {
    /** The name of the file. */
    public static final String FILE = "accepted.differences";

    /** Nothing was accepted. */
    public static final AcceptedSpellings NONE = new AcceptedSpellings(List.of());

    private static final String HEADER =
            "# What differs in spelling only, said by \"aludel check --accept\": dialect, schema, table, object, as stored, as in the model.";
    private static final int FIELDS = 6;

    public AcceptedSpellings {
        all = List.copyOf(all);
    }

    /** These and those. */
    public AcceptedSpellings plus(List<Spelling> others) {
        return new AcceptedSpellings(
                Stream.concat(all.stream(), others.stream()).distinct().toList());
    }

    /**
     * Those of the spellings that somebody means by their {@linkplain Spelling#name() names}.
     *
     * @throws MigrationException MIG-060 if there is none of a name
     */
    public static List<Spelling> named(List<String> names, List<Spelling> spellings) {
        for (String name : names) {
            if (spellings.stream().noneMatch(one -> one.name().equals(name))) {
                throw new MigrationException(
                        "MIG-060",
                        "Nothing called \"" + name + "\" is spelled in two ways. "
                                + (spellings.isEmpty()
                                        ? "Nothing else is, either: what differs is no spelling."
                                        : "What is: "
                                                + spellings.stream()
                                                        .map(Spelling::name)
                                                        .distinct()
                                                        .collect(Collectors.joining(", "))
                                                + "."));
            }
        }
        return spellings.stream().filter(one -> names.contains(one.name())).toList();
    }

    boolean has(String dialect, TableName table, String stored, String model) {
        return all.stream()
                .anyMatch(one -> one.dialect().equals(dialect)
                        && one.table().equals(table)
                        && one.stored().equals(stored)
                        && one.model().equals(model));
    }

    /**
     * What the file in the folder says; nothing where there is none.
     *
     * @throws MigrationException MIG-061 if it cannot be read, MIG-062 if a line of it is none
     */
    public static AcceptedSpellings in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return NONE;
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            List<Spelling> all = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                    all.add(spelling(lines.get(i), file + ":" + (i + 1)));
                }
            }
            return new AcceptedSpellings(all);
        } catch (IOException e) {
            throw new MigrationException("MIG-061", "Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }

    /**
     * Writes the file of the folder anew.
     *
     * @throws MigrationException MIG-061 if that cannot be done
     */
    public void writeTo(Path folder) {
        Path file = folder.resolve(FILE);
        String lines = new TreeSet<>(all.stream().map(AcceptedSpellings::line).toList())
                .stream().collect(Collectors.joining("\n", HEADER + "\n", "\n"));
        try {
            Files.createDirectories(folder);
            Files.writeString(file, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MigrationException("MIG-061", "Cannot write " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private static String line(Spelling one) {
        String schema = one.table().schema();
        return Stream.of(
                        one.dialect(),
                        schema == null ? "" : schema,
                        one.table().name(),
                        one.object(),
                        one.stored(),
                        one.model())
                .map(AcceptedSpellings::escaped)
                .collect(Collectors.joining("\t"));
    }

    private static Spelling spelling(String line, String place) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new MigrationException(
                    "MIG-062",
                    place + " has " + fields.length + " fields, with tabs between them, and should have " + FIELDS
                            + ". Remove the line, and accept again: aludel check --accept");
        }
        for (int i = 0; i < FIELDS; i++) {
            fields[i] = unescaped(fields[i]);
        }
        @Nullable String schema = fields[1].isEmpty() ? null : fields[1];
        return new Spelling(fields[0], TableName.of(schema, fields[2]), fields[3], fields[4], fields[5]);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            i++;
            plain.append(
                    switch (text.charAt(i)) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        default -> text.charAt(i);
                    });
        }
        return plain.toString();
    }
}
