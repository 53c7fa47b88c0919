// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.parse.Lexis;
import java.util.Collection;
import java.util.Optional;

/** Names in SQLite: quoted in four ways, compared without regard to the case of ASCII letters. */
final class SqliteNames {
    static final Lexis LEXIS = new Lexis(true, true, false, false, false);

    private SqliteNames() {}

    /** The name with its ASCII letters in lower case, as {@code lower()} gives it; other letters stay, as SQLite tells them apart. */
    static String folded(String name) {
        StringBuilder folded = new StringBuilder(name);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                folded.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return folded.toString();
    }

    static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    /** The name among these that is the same, as it is written there. */
    static Optional<String> among(Collection<String> names, String name) {
        return names.stream().filter(candidate -> same(candidate, name)).findFirst();
    }
}
