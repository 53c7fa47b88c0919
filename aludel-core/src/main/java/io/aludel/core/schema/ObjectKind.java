// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

/** What a schema is made of, besides what belongs to a table. */
public enum ObjectKind {
    SCHEMA("schema"),
    ENUM_TYPE("enum type"),
    DOMAIN("domain"),
    SEQUENCE("sequence"),
    TABLE("table"),
    VIEW("view"),
    ROUTINE("routine"),
    TRIGGER("trigger");

    private final String words;

    ObjectKind(String words) {
        this.words = words;
    }

    /** For people: {@code enum type}. */
    public String words() {
        return words;
    }
}
