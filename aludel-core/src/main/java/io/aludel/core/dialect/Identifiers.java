// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

/** Names in double quotes, as the standard has it. */
public final class Identifiers {
    private Identifiers() {}

    /** The name bare where every database takes it so, otherwise in quotes. */
    public static String quoteIfNeeded(String name) {
        return ReservedWords.isPortable(name) ? name : quote(name);
    }

    /**
     * The name in quotes, those within it doubled.
     *
     * @throws IllegalArgumentException if it is empty or holds the character NUL, which no database takes
     */
    public static String quote(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A name in SQL is empty; give it one.");
        }
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("The name \"" + name.replace("\0", "\\0")
                    + "\" holds the character NUL, which no database takes; choose another.");
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
