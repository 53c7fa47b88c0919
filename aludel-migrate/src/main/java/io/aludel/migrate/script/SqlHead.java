// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the comments before the first statement say of the revision: {@code parent: 1b7e02c55f10}. */
record SqlHead(Map<String, String> entries) {
    private static final Pattern ENTRY =
            Pattern.compile("(after|parent|labels|depends-on|replaces|message)\\s*:\\s*(.*)", Pattern.DOTALL);

    static SqlHead of(String file, List<String> comments) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String comment : comments) {
            for (String line : comment.split("\n")) {
                Matcher matcher = ENTRY.matcher(line.strip());
                if (matcher.matches()
                        && entries.put(matcher.group(1), matcher.group(2).strip()) != null) {
                    throw SqlFileName.refused(file, "its head says \"" + matcher.group(1) + "\" twice; say it once");
                }
            }
        }
        return new SqlHead(entries);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    String text(String key, String otherwise) {
        return entries.getOrDefault(key, otherwise);
    }

    /** What is listed, with commas between. */
    List<String> list(String key) {
        return Arrays.stream(text(key, "").split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
