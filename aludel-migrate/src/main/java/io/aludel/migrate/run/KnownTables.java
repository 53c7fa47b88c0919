// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.schema.Schema;
import io.aludel.migrate.op.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the database that is migrated, read once and carried on from operation to operation and from revision to revision, as nobody else changes
 * them under the lock. They are read again after what makes them uncertain: a renaming, which the database carries into texts, or raw SQL.
 */
final class KnownTables {
    private final LiveTables tables;
    private @Nullable Schema schema;

    KnownTables(LiveTables tables) {
        this.tables = tables;
    }

    LiveTables live() {
        return tables;
    }

    /** As they are; outside a transaction. */
    Schema now() {
        Schema known = schema;
        if (known == null) {
            known = tables.inTransaction();
            schema = known;
        }
        return known;
    }

    /** The same inside a transaction. */
    Schema inside() {
        Schema known = schema;
        if (known == null) {
            known = tables.read();
            schema = known;
        }
        return known;
    }

    /** What an operation has made of them. */
    void after(Operation operation, Schema before) {
        schema = LiveTables.rewritesExpressions(operation) ? null : operation.applyTo(before);
    }

    /** They may be others now. */
    void forget() {
        schema = null;
    }
}
