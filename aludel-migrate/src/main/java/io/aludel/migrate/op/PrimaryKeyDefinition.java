// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.PrimaryKey;
import java.util.List;

/** A primary key as a script describes it. */
public final class PrimaryKeyDefinition {
    private PrimaryKey key;

    PrimaryKeyDefinition(String name, List<String> columns) {
        key = new PrimaryKey(name, columns);
    }

    /** Further columns that its index holds, without being part of the key. */
    public PrimaryKeyDefinition include(String... columns) {
        key = key.withInclude(List.of(columns));
        return this;
    }

    /** Can be checked when the transaction ends. */
    public PrimaryKeyDefinition deferrable() {
        key = key.withDeferral(Deferral.DEFERRABLE);
        return this;
    }

    /** Checked when the transaction ends. */
    public PrimaryKeyDefinition initiallyDeferred() {
        key = key.withDeferral(Deferral.DEFERRED);
        return this;
    }

    PrimaryKey key() {
        return key;
    }
}
