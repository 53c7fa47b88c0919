// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.core.dialect.Dsn;
import io.aludel.core.dialect.DsnException;
import java.util.List;
import java.util.Locale;

/** Whether a URL holds something that must not stand in a file. */
final class Passwords {
    private static final List<String> NAMES = List.of("pass", "pwd", "secret", "token");

    private Passwords() {}

    /** The text of a message that repeats arguments, without the secrets of a URL that stood where none is expected. */
    static String hidden(String text) {
        return text.replaceAll("//[^\\s/]*:[^\\s]*@", "//****@")
                .replaceAll("(?i)((?:pass|pwd|secret|token)[a-z]*=)[^&\\s']*", "$1****");
    }

    /** In doubt it does: a JDBC URL says it as it pleases, and what cannot be read may hold anything. */
    static boolean isIn(String url) {
        if (url.isBlank()) {
            return false;
        }
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jdbc:")) {
            return lower.contains("@") || NAMES.stream().anyMatch(lower::contains);
        }
        try {
            Dsn dsn = Dsn.parse(url);
            return dsn.password() != null
                    || dsn.options().keySet().stream()
                            .anyMatch(option -> NAMES.stream().anyMatch(option.toLowerCase(Locale.ROOT)::contains));
        } catch (DsnException e) {
            return true;
        }
    }
}
