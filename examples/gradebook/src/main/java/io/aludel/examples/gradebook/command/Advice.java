// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.core.dialect.Confidential;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to type next. Of a database that was named by {@code --url}, the commands in a text name it again: without it, whoever follows the advice
 * would work on another database.
 *
 * @param url what was given, if anything was
 */
record Advice(Optional<String> url) {
    private static final Pattern COMMAND =
            Pattern.compile("\\bgradebook (?=(migrate|seed|select|create|list|update|remove|report)\\b)");
    /** What a shell takes as it stands. */
    private static final Pattern PLAIN = Pattern.compile("[\\w:/.@%+=,-]+", Pattern.UNICODE_CHARACTER_CLASS);

    String in(String text) {
        return url.map(Advice::typed)
                .map(dsn -> COMMAND.matcher(text).replaceAll(Matcher.quoteReplacement("gradebook --url " + dsn + " ")))
                .orElse(text);
    }

    /** As it can be typed again; what is not to be shown is left out. */
    private static String typed(String dsn) {
        if (!Confidential.hidden(dsn).equals(dsn)) {
            return "…";
        }
        return PLAIN.matcher(dsn).matches() ? dsn : "'" + dsn.replace("'", "'\\''") + "'";
    }
}
