// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.RenderedInsert;
import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.dialect.StandardExpressions;
import io.aludel.core.dialect.StandardRenderer;
import io.aludel.core.expr.InsertRows;

/** Statements as H2 takes them: standard SQL, but for generated keys, which are read from the table of what was inserted. */
final class H2Renderer extends StandardRenderer {
    H2Renderer(H2Dialect dialect) {
        super(dialect);
    }

    @Override
    protected StandardExpressions expressions() {
        return new H2Expressions(this);
    }

    @Override
    protected boolean nullsAreHighest() {
        return false;
    }

    @Override
    protected boolean groupsByItemNumber() {
        return false;
    }

    @Override
    public RenderedSql insertRows(InsertRows insert) {
        selectKey(insert);
        return super.insertRows(insert);
    }

    @Override
    public RenderedInsert renderInsert(InsertRows insert, int rows) {
        selectKey(insert);
        return super.renderInsert(insert, rows);
    }

    /** {@code select key from final table (insert …)}: the standard's data change delta table. */
    private void selectKey(InsertRows insert) {
        if (insert.generatedKey() != null) {
            out.append("select ")
                    .append(dialect.quote(insert.generatedKey().column()))
                    .append(" from final table (");
        }
    }

    @Override
    protected void returning(InsertRows insert) {
        if (insert.generatedKey() != null) {
            out.append(")");
        }
    }
}
