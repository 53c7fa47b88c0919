// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.expr.Expression;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Statement;

/** Writes one statement as SQL. Made for one statement and thrown away. */
public interface SqlRenderer {
    RenderedSql render(Statement statement);

    /**
     * The insert for that many rows.
     *
     * @param rows how many; a dialect that binds arrays gives the same SQL for any number
     */
    RenderedInsert renderInsert(InsertRows insert, int rows);

    /** An expression for DDL: columns unqualified, values as literals, no {@code ?}. */
    String renderInline(Expression expression);
}
