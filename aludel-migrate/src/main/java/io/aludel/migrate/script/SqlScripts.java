// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.engine.Engine;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.graph.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes revisions of SQL files: those of one id, and of one name, are one revision. */
final class SqlScripts {
    private SqlScripts() {}

    /**
     * The revisions among the files.
     *
     * @param files text by file name; what is none of ours is left alone
     * @throws MigrationException if one cannot be used; the message says which and why
     */
    static List<Script> scripts(Map<String, String> files) {
        Map<String, Map<String, SqlFileName>> revisions = new TreeMap<>();
        new TreeMap<>(files)
                .forEach((file, text) -> SqlFileName.of(file)
                        .ifPresent(name -> revisions
                                .computeIfAbsent(name.id() + "_" + name.slug(), key -> new TreeMap<>())
                                .put(file, name)));
        List<Script> scripts = new ArrayList<>();
        revisions.forEach((title, names) -> scripts.add(script(title, names, files)));
        return List.copyOf(scripts);
    }

    private static Script script(String title, Map<String, SqlFileName> names, Map<String, String> files) {
        Map<String, SqlFile> up = way(true, names, files);
        Map<String, SqlFile> down = way(false, names, files);
        if (up.isEmpty()) {
            throw SqlFileName.refused(
                    names.keySet().iterator().next(), "there is no " + title + ".up.sql that it could undo");
        }
        if (!down.isEmpty() && !covers(down, up)) {
            throw SqlFileName.refused(
                    down.values().iterator().next().name(),
                    "not every database that has a way up has a way down by it. Add " + title
                            + ".down.sql, which may be empty, or the files of the other databases");
        }
        SqlFileName name = names.values().iterator().next();
        SqlFile first = up.values().iterator().next();
        SqlHead head = head(up);
        return new Script(
                new RevisionNode(
                        name.id(),
                        head.list("parent"),
                        head.list("labels"),
                        head.list("depends-on"),
                        head.list("replaces")),
                head.text("message", name.message()),
                first.name(),
                new SqlMigration(up, down));
    }

    private static boolean covers(Map<String, SqlFile> down, Map<String, SqlFile> up) {
        return down.containsKey("")
                || Engine.dialectNames().stream()
                        .filter(dialect -> up.containsKey(dialect) || up.containsKey(""))
                        .allMatch(down::containsKey);
    }

    private static Map<String, SqlFile> way(boolean up, Map<String, SqlFileName> names, Map<String, String> files) {
        Map<String, String> byDialect = new TreeMap<>();
        names.forEach((file, name) -> {
            if (name.up() == up) {
                byDialect.put(name.dialect(), file);
            }
        });
        List<String> others = Engine.dialectNames().stream()
                .filter(dialect -> !byDialect.containsKey(dialect))
                .toList();
        Map<String, SqlFile> way = new TreeMap<>();
        byDialect.forEach((dialect, file) -> {
            List<String> dialects = dialect.isEmpty() ? others : List.of(dialect);
            if (!dialects.isEmpty()) {
                boolean all = dialect.isEmpty() && byDialect.size() == 1;
                way.put(dialect, SqlFile.of(file, files.getOrDefault(file, ""), dialects, all));
            }
        });
        return way;
    }

    /** It may stand in one of several files, or in all alike. */
    private static SqlHead head(Map<String, SqlFile> up) {
        SqlHead found = new SqlHead(Map.of());
        String where = "";
        for (SqlFile file : up.values()) {
            SqlHead head = SqlHead.of(file.name(), file.head());
            if (!found.isEmpty() && !head.isEmpty() && !found.equals(head)) {
                throw SqlFileName.refused(
                        file.name(), "its head does not say the same as that of " + where + "; say it in one of them");
            }
            if (!head.isEmpty()) {
                found = head;
                where = file.name();
            }
        }
        return found;
    }
}
