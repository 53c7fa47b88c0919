// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

/** How much a finding hurts. */
public enum Severity {
    /** Good to know. */
    INFO("."),
    /** Likely to hurt somebody, but not for long, or not everywhere. */
    WARNING("~"),
    /** Loses data, or keeps programs waiting for as long as it takes to go through all rows. */
    DANGER("!");

    private final String mark;

    Severity(String mark) {
        this.mark = mark;
    }

    /** What a line about it begins with. */
    public String mark() {
        return mark;
    }
}
