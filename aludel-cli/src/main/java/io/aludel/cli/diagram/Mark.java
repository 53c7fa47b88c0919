// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

/** What is said of a column before its name. */
enum Mark {
    PRIMARY_KEY("PK", "primary key", "pk"),
    FOREIGN_KEY("FK", "foreign key", "fk"),
    UNIQUE("UK", "unique", "uk");

    private final String letters;
    private final String words;
    private final String style;

    Mark(String letters, String words, String style) {
        this.letters = letters;
        this.words = words;
        this.style = style;
    }

    String letters() {
        return letters;
    }

    String words() {
        return words;
    }

    /** The class in the style sheet. */
    String style() {
        return style;
    }
}
