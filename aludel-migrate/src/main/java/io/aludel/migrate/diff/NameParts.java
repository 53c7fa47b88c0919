// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names as people write them in one word: parts between dots, in double quotes where a part has a sign of ours in it. */
final class NameParts {
    private static final String SPECIAL = ".:=\"";

    private NameParts() {}

    /**
     * The parts of the name before the first separator, and of what stands behind it if that is a name, too.
     *
     * @return nothing where quotes do not close or a part is empty
     */
    static Optional<List<List<String>>> read(String text, char separator) {
        List<List<String>> names = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                if (quoted && text.startsWith("\"", i + 1)) {
                    part.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == '.' || c == separator)) {
                end(names, part);
                if (c == separator) {
                    names.add(new ArrayList<>());
                }
            } else {
                part.append(c);
            }
        }
        end(names, part);
        boolean whole = names.stream().allMatch(name -> name.stream().noneMatch(String::isBlank));
        return quoted || !whole ? Optional.empty() : Optional.of(names);
    }

    /** Where that sign stands first, outside of quotes; -1 if nowhere. */
    static int indexOf(String text, char sign) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                quoted = !quoted;
            } else if (!quoted && text.charAt(i) == sign) {
                return i;
            }
        }
        return -1;
    }

    private static void end(List<List<String>> names, StringBuilder part) {
        names.get(names.size() - 1).add(part.toString());
        part.setLength(0);
    }

    static String written(List<String> parts) {
        return parts.stream().map(NameParts::written).collect(Collectors.joining("."));
    }

    private static String written(String part) {
        return part.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0) ? part : '"' + part.replace("\"", "\"\"") + '"';
    }
}
