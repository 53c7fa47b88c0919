// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.Dialect;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the dialect of a DSN or of a JDBC URL among those that the program has. */
final class DialectFinder {
    private static final String NO_DIALECT = "ENG-002";

    private DialectFinder() {}

    static Dialect byScheme(String scheme) {
        List<Dialect> dialects = all();
        return dialects.stream()
                .filter(dialect -> dialect.schemes().contains(scheme))
                .findFirst()
                .orElseThrow(() -> missing("for DSNs that begin with \"" + scheme + ":\"", dialects));
    }

    /** The URL may hold a password, so that the error shows only its first words. */
    static Dialect byJdbcUrl(String url) {
        List<Dialect> dialects = all();
        String subprotocol = url.split("[:/@?;]", 3)[1];
        return dialects.stream()
                .filter(dialect -> dialect.accepts(url))
                .findFirst()
                .orElseThrow(() -> missing("for JDBC URLs that begin with \"jdbc:" + subprotocol + ":\"", dialects));
    }

    static Dialect byName(String name) {
        List<Dialect> dialects = all();
        return dialects.stream()
                .filter(dialect -> dialect.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new EngineException(
                        NO_DIALECT,
                        "There is no dialect \"" + name + "\"; there are " + String.join(", ", names())
                                + ". Correct the name, or add the artifact that has it.",
                        null,
                        null));
    }

    /** The names of all dialects, in order. */
    static List<String> names() {
        return all().stream().map(Dialect::name).distinct().toList();
    }

    private static EngineException missing(String wanted, List<Dialect> dialects) {
        if (dialects.isEmpty()) {
            return new EngineException(
                    NO_DIALECT,
                    "There is no dialect " + wanted
                            + ", nor for anything else; add the artifact io.aludel:aludel-dialects.",
                    null,
                    null);
        }
        String known = dialects.stream()
                .flatMap(dialect -> dialect.schemes().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(scheme -> scheme + ":")
                .collect(Collectors.joining(", "));
        return new EngineException(
                NO_DIALECT,
                "There is no dialect " + wanted + "; there are: " + known
                        + ". Correct it, or add an artifact with such a dialect, as io.aludel:aludel-dialects is one.",
                null,
                null);
    }

    /** Those that the thread's context sees, and those that stand beside the engine where that sees none. */
    private static List<Dialect> all() {
        List<Dialect> found = sorted(ServiceLoader.load(Dialect.class));
        return found.isEmpty()
                ? sorted(ServiceLoader.load(Dialect.class, DialectFinder.class.getClassLoader()))
                : found;
    }

    private static List<Dialect> sorted(ServiceLoader<Dialect> loader) {
        return loader.stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Dialect::name))
                .toList();
    }
}
