// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.core.dialect.Dialect;
import io.aludel.migrate.MigrationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Repeatable scripts as SQL files: {@code pet_owners.repeat.sql}; for one database {@code pet_owners.repeat.postgresql.sql}, in place of the other. */
final class SqlRepeatables {
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_-]{1,100})\\.repeat(?:\\.([a-z0-9]+))?\\.sql");
    private static final Pattern MEANT = Pattern.compile("(?i).*\\.repeat(\\..*)?\\.sql");

    private SqlRepeatables() {}

    /**
     * Those among the files that are for this database, each after those that it needs; where that leaves a choice, by name.
     *
     * @param files text by file name
     * @throws MigrationException if one cannot be used; the message says which and why
     */
    static List<RepeatableScript> among(Map<String, String> files, Dialect dialect) {
        Map<String, String> chosen = new TreeMap<>();
        new TreeMap<>(files)
                .keySet().stream()
                        .filter(file -> MEANT.matcher(file).matches())
                        .forEach(file -> choose(file, dialect, chosen));
        Map<String, RepeatableScript> scripts = new TreeMap<>();
        chosen.forEach((name, file) -> scripts.put(name, script(name, file, files.getOrDefault(file, ""), dialect)));
        return inOrder(scripts);
    }

    private static void choose(String file, Dialect dialect, Map<String, String> chosen) {
        Matcher matcher = NAME.matcher(file);
        if (!matcher.matches()) {
            throw SqlFileName.refused(
                    file,
                    "its name is not understood; write <name>.repeat.sql, and for one database only"
                            + " <name>.repeat.<dialect>.sql, with a name of letters, digits, \"_\" and \"-\"");
        }
        SqlFileName.requireDialect(file, matcher.group(2));
        if (dialect.name().equals(matcher.group(2))) {
            chosen.put(matcher.group(1), file);
        } else if (matcher.group(2) == null) {
            chosen.putIfAbsent(matcher.group(1), file);
        }
    }

    private static RepeatableScript script(String name, String file, String text, Dialect dialect) {
        SqlFile sql = SqlFile.of(file, text, List.of(dialect.name()), true);
        return new RepeatableScript(
                name,
                file,
                SqlHead.of(file, sql.head()).list("after"),
                sql.operations(true),
                sql.operations(false),
                "1:" + Checksum.of(sql.normal()));
    }

    private static List<RepeatableScript> inOrder(Map<String, RepeatableScript> scripts) {
        scripts.values().forEach(script -> requireKnown(script, scripts));
        Map<String, RepeatableScript> waiting = new TreeMap<>(scripts);
        Map<String, RepeatableScript> sorted = new LinkedHashMap<>();
        while (!waiting.isEmpty()) {
            RepeatableScript next = waiting.values().stream()
                    .filter(script -> sorted.keySet().containsAll(script.after()))
                    .findFirst()
                    .orElseThrow(() -> new MigrationException(
                            "MIG-082",
                            "The repeatable scripts " + String.join(", ", waiting.keySet())
                                    + " wait for each other: follow \"-- after:\" at their beginnings, and take out the one"
                                    + " that closes the circle."));
            waiting.remove(next.name());
            sorted.put(next.name(), next);
        }
        return new ArrayList<>(sorted.values());
    }

    private static void requireKnown(RepeatableScript script, Map<String, RepeatableScript> scripts) {
        for (String name : script.after()) {
            if (!scripts.containsKey(name)) {
                throw new MigrationException(
                        "MIG-082",
                        script.fileName() + " is to come after \"" + name
                                + "\", but there is no such repeatable script; there are "
                                + String.join(", ", scripts.keySet()) + ".");
            }
        }
    }
}
