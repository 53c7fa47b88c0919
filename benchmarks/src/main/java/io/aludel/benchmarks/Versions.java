// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The versions of what is measured, as the names of the jars on the class path say them. */
final class Versions {
    private static final List<String> ARTIFACTS =
            List.of("aludel-orm", "jooq", "jdbi3-core", "h2", "sqlite-jdbc", "postgresql", "jmh-core");

    private Versions() {}

    static String all() {
        List<String> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> new File(path).getName())
                .toList();
        return ARTIFACTS.stream()
                .map(artifact -> artifact + " " + version(artifact, jars))
                .collect(Collectors.joining(", "));
    }

    private static String version(String artifact, List<String> jars) {
        Pattern name = Pattern.compile(Pattern.quote(artifact) + "-([0-9].*)\\.jar");
        return jars.stream()
                .map(name::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse("of this build");
    }
}
