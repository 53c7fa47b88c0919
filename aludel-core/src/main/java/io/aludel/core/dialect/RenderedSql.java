// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.expr.Bind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * SQL and what stands behind its {@code ?}s, in their order. The SQL of a statement depends on its shape only, never on its values.
 *
 * @param columns by the number of a bind, counted from 0, the column that its value is stored in, for messages: {@code person.name}
 * @param change the rows that it changes; null for a query, and where nobody knows
 */
public record RenderedSql(
        String sql,
        List<Bind> binds,
        Map<Integer, String> columns,
        @Nullable RowChange change) {
    public RenderedSql {
        Objects.requireNonNull(sql, "sql");
        binds = List.copyOf(binds);
        columns = Map.copyOf(columns);
    }

    /** SQL of which nobody knows where its values go. */
    public RenderedSql(String sql, List<Bind> binds) {
        this(sql, binds, Map.of(), null);
    }

    public RenderedSql withChange(@Nullable RowChange change) {
        return new RenderedSql(sql, binds, columns, change);
    }

    /** The SQL only: values may be private. */
    @Override
    public String toString() {
        return sql;
    }
}
