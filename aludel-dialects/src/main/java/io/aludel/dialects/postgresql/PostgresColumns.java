// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.StandardColumns;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Generation;

/** Columns as PostgreSQL declares them. */
final class PostgresColumns extends StandardColumns {
    private final PostgresDialect postgres;

    PostgresColumns(PostgresDialect dialect) {
        super(dialect);
        this.postgres = dialect;
    }

    @Override
    protected String origin(Column column) {
        if (column.generation() instanceof Generation.Computed computed
                && !computed.stored()
                && !dialect.capabilities().has(Feature.VIRTUAL_COLUMNS)) {
            throw new UnsupportedFeatureException(
                    "column computed when it is read (\"" + column.name() + "\")"
                            + (postgres.server() == Server.POSTGRESQL ? " before version 18" : ""),
                    postgres.server().title() + " " + dialect.version(),
                    "Store it: it is then computed when the row is written.");
        }
        return super.origin(column);
    }

    /** A column of a partition, of which it says what differs from its table: its type is that one's. */
    String ofPartition(Column column) {
        requireKept("column", column.name());
        String origin = origin(column);
        return dialect.quote(column.name())
                + (origin.isEmpty() ? " default null" : origin)
                + (column.nullable() ? "" : " not null");
    }
}
