// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.type.Codec;
import io.aludel.core.type.ValueType;
import java.util.List;

/**
 * A query, and how its values get in and out: what all of its executions have in common. Made by {@link EngineConnection#prepare}; safe to share between
 * threads, and between the connections of one engine.
 */
public final class PreparedQuery {
    private final RenderedSql sql;
    private final Codec<Object>[] binds;
    private final Codec<Object>[] columns;

    PreparedQuery(RenderedSql sql, List<? extends ValueType<?>> types, ValueBinder values) {
        this.sql = sql;
        this.binds = values.binding(sql);
        this.columns = values.codecs(types);
    }

    RenderedSql sql() {
        return sql;
    }

    Codec<Object>[] binds() {
        return binds;
    }

    Codec<Object>[] columns() {
        return columns;
    }

    /** The SQL only: values may be private. */
    @Override
    public String toString() {
        return sql.toString();
    }
}
