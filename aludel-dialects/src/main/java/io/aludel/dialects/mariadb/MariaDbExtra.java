// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words that the catalogue has about a column besides type and default.
 *
 * @param numbered {@code auto_increment}
 * @param generated computed from others; {@code stored} when the row is written
 * @param expression of MySQL: the default is no literal
 * @param onUpdate {@code on update current_timestamp()}: what an update writes that does not name the column; null for nothing
 * @param unknown what a column of ours cannot say
 */
record MariaDbExtra(
        boolean numbered,
        boolean generated,
        boolean stored,
        boolean expression,
        @Nullable String onUpdate,
        List<String> unknown) {
    /** How the server begins it; MySQL in capitals, without parentheses. */
    static final String ON_UPDATE = "on update current_timestamp";

    private static final String OF_MYSQL = "DEFAULT_GENERATED";

    static MariaDbExtra of(String words) {
        boolean expression = words.startsWith(OF_MYSQL);
        String rest = expression ? words.substring(OF_MYSQL.length()) : words;
        boolean numbered = false;
        boolean generated = false;
        boolean stored = false;
        String onUpdate = null;
        List<String> unknown = new ArrayList<>();
        for (String word : rest.split(",")) {
            switch (word.strip().toLowerCase(Locale.ROOT)) {
                case "" -> {}
                case "auto_increment" -> numbered = true;
                case "virtual generated" -> generated = true;
                case "stored generated", "persistent generated" -> {
                    generated = true;
                    stored = true;
                }
                default -> {
                    if (word.strip().toLowerCase(Locale.ROOT).startsWith(ON_UPDATE)) {
                        onUpdate = word.strip().toLowerCase(Locale.ROOT);
                    } else {
                        unknown.add(word.strip());
                    }
                }
            }
        }
        return new MariaDbExtra(numbered, generated, stored, expression, onUpdate, unknown);
    }
}
