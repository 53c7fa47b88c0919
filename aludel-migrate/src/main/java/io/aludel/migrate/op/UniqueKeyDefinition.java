// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.UniqueKey;
import java.util.List;

/** A unique constraint as a script describes it. */
public final class UniqueKeyDefinition {
    private UniqueKey key;

    UniqueKeyDefinition(String name, List<String> columns) {
        key = new UniqueKey(name, columns);
    }

    /** Further columns that its index holds, without being part of the key. */
    public UniqueKeyDefinition include(String... columns) {
        key = key.withInclude(List.of(columns));
        return this;
    }

    /** NULLs equal each other. */
    public UniqueKeyDefinition nullsNotDistinct() {
        key = key.withNullsDistinct(false);
        return this;
    }

    /** Can be checked when the transaction ends. */
    public UniqueKeyDefinition deferrable() {
        key = key.withDeferral(Deferral.DEFERRABLE);
        return this;
    }

    /** Checked when the transaction ends. */
    public UniqueKeyDefinition initiallyDeferred() {
        key = key.withDeferral(Deferral.DEFERRED);
        return this;
    }

    UniqueKey key() {
        return key;
    }
}
