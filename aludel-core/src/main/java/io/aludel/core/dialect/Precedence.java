// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

/**
 * How tightly a piece of SQL holds together, loosest first; what is looser than its place allows is put in parentheses. Databases disagree
 * about predicates among themselves and about {@code ||}, so the levels here are those on which all of them agree.
 */
public enum Precedence {
    /** Nobody knows: SQL in a user's own words. */
    ANYTHING,
    OR,
    AND,
    NOT,
    /** A comparison, {@code like}, {@code in}, {@code between}, {@code is null}. */
    PREDICATE,
    /** {@code ||}: looser than arithmetic on PostgreSQL, tighter on SQLite. */
    CONCATENATION,
    SUM,
    PRODUCT,
    /** A name, a {@code ?}, a call, something in parentheses. */
    PRIMARY;

    public boolean isLooserThan(Precedence other) {
        return compareTo(other) < 0;
    }
}
