// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.name.TableName;

/** What is known of the rows that are there. */
interface KnownRows {
    /** Nobody has looked, so there may be rows of any kind. */
    KnownRows ANY = new KnownRows() {
        @Override
        public boolean areIn(TableName table) {
            return true;
        }

        @Override
        public boolean areWithoutValue(TableName table, String column) {
            return true;
        }
    };

    /** Whether there are any, or may be. */
    boolean areIn(TableName table);

    /** Whether there are, or may be, any that have NULL there. */
    boolean areWithoutValue(TableName table, String column);
}
