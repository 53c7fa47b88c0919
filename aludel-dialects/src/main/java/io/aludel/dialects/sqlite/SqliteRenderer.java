// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.RenderedInsert;
import io.aludel.core.dialect.StandardExpressions;
import io.aludel.core.dialect.StandardRenderer;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.InsertRows;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Statements as SQLite writes them. Source: sqlite.org, "SQL As Understood By SQLite". */
final class SqliteRenderer extends StandardRenderer {
    SqliteRenderer(SqliteDialect dialect) {
        super(dialect);
    }

    @Override
    protected StandardExpressions expressions() {
        return new SqliteExpressions(this);
    }

    @Override
    protected boolean nullsAreHighest() {
        return false;
    }

    /** There is no {@code offset} without {@code limit}; a negative limit is none. */
    @Override
    protected void limit(@Nullable Expression limit, @Nullable Expression offset) {
        if (limit == null && offset != null) {
            out.append(" limit -1");
        }
        super.limit(limit, offset);
    }

    /** NULL for an identity column means its next number; {@code default} is no value here. */
    @Override
    protected void insertDefaults(InsertRows insert, int rows) {
        out.append("insert into ").append(name(insert.table()));
        if (rows == 1) {
            out.append(" default values");
        } else if (insert.generatedKey() != null) {
            out.append(" (")
                    .append(dialect.quote(insert.generatedKey().column()))
                    .append(") values ");
            out.list(Collections.nCopies(rows, "(null)"), ", ", out::append);
        } else {
            throw new UnsupportedFeatureException(
                    "insert of " + rows + " rows of nothing but defaults into \"" + insert.table() + "\"",
                    dialect.name(),
                    "Insert them one by one.");
        }
    }

    /**
     * An identity column is the rowid here, which one writer at a time hands out without gaps within a statement; that is cheaper than {@code
     * returning}.
     */
    @Override
    protected RenderedInsert.Keys generatedKeys() {
        return RenderedInsert.Keys.LAST_ROWID;
    }

    @Override
    protected void returning(InsertRows insert) {
        // the keys are asked for afterwards
    }
}
