// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

/** When a constraint is checked: after each statement, or when the transaction ends. */
public enum Deferral {
    /** After each statement, always. */
    NOT_DEFERRABLE(""),
    /** After each statement, unless the transaction asks for its end: {@code set constraints … deferred}. */
    DEFERRABLE(" deferrable"),
    /** When the transaction ends, unless the transaction asks for each statement. */
    DEFERRED(" deferrable initially deferred");

    private final String sql;

    Deferral(String sql) {
        this.sql = sql;
    }

    /** What follows the constraint in DDL, a blank before it; empty for {@link #NOT_DEFERRABLE}. */
    public String sql() {
        return sql;
    }
}
