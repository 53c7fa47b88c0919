// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a query for a dialect, which opens no connection itself. The engine implements it. */
public interface CatalogReader {
    /**
     * All rows of the query.
     *
     * @param parameters bound in order; strings, numbers, booleans, and lists of strings where the database has arrays
     */
    List<CatalogRow> query(String sql, @Nullable Object... parameters);
}
