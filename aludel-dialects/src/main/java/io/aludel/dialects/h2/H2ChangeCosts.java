// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.StandardChangeCosts;

/**
 * What changes cost on H2: it takes the table for itself, and copies it where a column comes, goes or becomes another. Source: h2database.com,
 * "Commands", ALTER TABLE.
 */
final class H2ChangeCosts extends StandardChangeCosts {
    H2ChangeCosts() {
        super("H2 commands, ALTER TABLE");
    }

    /** An index of its own where none serves it (h2database.com, "Commands", "Constraint"). */
    @Override
    public boolean indexesForeignKeys() {
        return true;
    }
}
