// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A revision's message: written into the Javadoc of its class, and found there again. */
final class Message {
    private Message() {}

    /** Text that means itself in Javadoc, and that javac reads as a comment whatever it holds. */
    static String toJavadoc(String message) {
        return message.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("\\", "&#92;")
                .replace("*/", "*&#47;");
    }

    /** The message of a source file: the Javadoc before its {@code @Revision}; empty where there is none. */
    static String inSource(String source) {
        int revision = source.indexOf("@Revision");
        int end = revision < 0 ? -1 : source.lastIndexOf("*/", revision);
        int start = end < 0 ? -1 : source.lastIndexOf("/**", end);
        if (start < 0) {
            return "";
        }
        return Arrays.stream(source.substring(start + 3, end).split("\n"))
                .map(line -> line.strip().replaceFirst("^\\*\\s?", "").strip())
                .takeWhile(line -> !line.startsWith("@"))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "))
                .replace("&#47;", "/")
                .replace("&#92;", "\\")
                .replace("&#64;", "@")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }

    /** The next best where no source is at hand: {@code R8f2c41d09ab3_GradeCheck} gives {@code Grade check}. */
    static String inClassName(String simpleName) {
        int slug = simpleName.indexOf('_');
        if (slug < 0) {
            return simpleName;
        }
        String words = simpleName.substring(slug + 1).replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
        return words.isEmpty()
                ? simpleName
                : words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
