// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.Locale;

/**
 * What a transaction sees of others that run at the same time. A database may give a stronger level than was asked for, never a weaker one: SQLite's
 * transactions are always serializable; H2 refuses {@link #SERIALIZABLE}, as what it calls so is not. There is no level that reads what is not committed.
 */
public enum Isolation {
    /** The database's own, as it, its DSN or its data source is set up: PostgreSQL and H2 begin with {@link #READ_COMMITTED}. */
    DATABASE_DEFAULT,
    /** Each statement sees what was committed when it began, so that two of them may see different rows. */
    READ_COMMITTED,
    /**
     * All statements see what was committed when the first one began, and no rows more (stronger than the standard's level of this name). To write
     * what another transaction has written since is a conflict.
     */
    REPEATABLE_READ,
    /** What is committed could have come about by one transaction after the other; what could not is a conflict. */
    SERIALIZABLE;

    /** As SQL has it: {@code repeatable read}; none for the database's own. */
    public String sql() {
        return this == DATABASE_DEFAULT ? "" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
