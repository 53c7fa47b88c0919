// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import io.aludel.core.name.TableName;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name in which {@code *} stands for any characters and {@code ?} for one. It is compared with a table's name, and with that and its schema's
 * before it ({@code app.*}).
 */
record NamePattern(String text, Pattern pattern) {
    static NamePattern of(String text) {
        String regex = text.chars().mapToObj(NamePattern::regex).collect(Collectors.joining());
        return new NamePattern(text, Pattern.compile(regex, Pattern.DOTALL));
    }

    private static String regex(int character) {
        return switch (character) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(String.valueOf((char) character));
        };
    }

    boolean matches(TableName name) {
        return matches(name.name()) || matches(name.toString());
    }

    boolean matches(String name) {
        return pattern.matcher(name).matches();
    }
}
