// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is looked for. Numbers are never given again; each is a heading of docs/lint.md. */
public enum Code {
    TABLE_DROPPED(1, Severity.DANGER),
    COLUMN_DROPPED(2, Severity.DANGER),
    VALUES_NARROWED(3, Severity.DANGER),
    INDEX_BLOCKS(4, Severity.DANGER),
    FOREIGN_KEY_BLOCKS(5, Severity.DANGER),
    CHECK_BLOCKS(6, Severity.DANGER),
    NOT_NULL_BLOCKS(7, Severity.DANGER),
    TYPE_BLOCKS(8, Severity.DANGER),
    NEW_COLUMN_BLOCKS(9, Severity.DANGER),
    UNIQUE_BLOCKS(10, Severity.DANGER),
    PRIMARY_KEY_BLOCKS(11, Severity.DANGER),
    EXCLUSION_BLOCKS(12, Severity.DANGER),
    OTHER_CHANGE_BLOCKS(13, Severity.DANGER),
    TABLE_REBUILT(14, Severity.DANGER),
    ROWS_DURING_REBUILD(15, Severity.DANGER),
    ROWS_WITH_SCHEMA(16, Severity.DANGER),
    ENUM_VALUE_USED(17, Severity.DANGER),
    RENAMED(18, Severity.WARNING),
    FOREIGN_KEY_WITHOUT_INDEX(19, Severity.WARNING),
    WIDE_INDEX(20, Severity.INFO),
    REDUNDANT_INDEX(21, Severity.WARNING),
    FOREIGN_KEY_LOSES_INDEX(22, Severity.WARNING),
    NULLS_IN_UNIQUE(23, Severity.INFO),
    JSON_AS_TEXT(24, Severity.INFO),
    CANNOT_TELL(25, Severity.INFO),
    ALLOWED_IN_VAIN(26, Severity.INFO),
    TABLE_REWRITTEN(27, Severity.WARNING);

    private final String text;
    private final Severity severity;

    Code(int number, Severity severity) {
        this.text = String.format(Locale.ROOT, "LINT-%03d", number);
        this.severity = severity;
    }

    /** As it is written: {@code LINT-004}. */
    public String text() {
        return text;
    }

    public Severity severity() {
        return severity;
    }

    /** The one that is written so. */
    public static Optional<Code> of(String text) {
        return Stream.of(values()).filter(code -> code.text.equals(text)).findFirst();
    }
}
