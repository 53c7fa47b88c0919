// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.expr.Bind;
import java.util.List;
import java.util.Objects;

/**
 * SQL and what stands behind its {@code ?}s, in their order. The SQL of a statement depends on its shape only, never on its values.
 */
public record RenderedSql(String sql, List<Bind> binds) {
    public RenderedSql {
        Objects.requireNonNull(sql, "sql");
        binds = List.copyOf(binds);
    }

    /** The SQL only: values may be private. */
    @Override
    public String toString() {
        return sql;
    }
}
