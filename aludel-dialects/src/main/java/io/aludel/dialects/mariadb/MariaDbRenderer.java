// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.RenderedInsert;
import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.dialect.StandardExpressions;
import io.aludel.core.dialect.StandardRenderer;
import io.aludel.core.expr.Delete;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.TableSource;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Statements as MariaDB and MySQL take them. */
final class MariaDbRenderer extends StandardRenderer {
    /** More than a table can hold: an offset stands only behind a limit. */
    private static final String NO_LIMIT = "18446744073709551615";

    private final MariaDbDialect mariaDb;

    MariaDbRenderer(MariaDbDialect dialect) {
        super(dialect);
        this.mariaDb = dialect;
    }

    @Override
    protected StandardExpressions expressions() {
        return new MariaDbExpressions(this, mariaDb);
    }

    @Override
    protected boolean nullsAreHighest() {
        return false;
    }

    @Override
    protected boolean hasNullsClause() {
        return false;
    }

    @Override
    protected void limit(@Nullable Expression limit, @Nullable Expression offset) {
        if (limit == null && offset != null) {
            out.append(" limit " + NO_LIMIT);
        }
        super.limit(limit, offset);
    }

    /** An alias stands only in the form for several tables, where it also says which one loses rows. */
    @Override
    public RenderedSql delete(Delete delete) {
        boolean aliased = delete.table() instanceof TableSource.TableRef table
                && (table.table().schema() != null || !table.table().name().equals(table.alias()));
        out.append("delete " + (aliased ? dialect.quote(delete.table().alias()) + " " : "") + "from ");
        source(delete.table());
        condition(" where ", delete.where());
        return out.rendered();
    }

    @Override
    protected void insertDefaults(InsertRows insert, int rows) {
        out.append("insert into ").append(name(insert.table())).append(" () values ");
        out.list(Collections.nCopies(rows, "()"), ", ", out::append);
    }

    @Override
    protected void returning(InsertRows insert) {
        if (mariaDb.server() == Server.MARIADB) {
            super.returning(insert);
        }
    }

    @Override
    protected RenderedInsert.Keys generatedKeys() {
        return mariaDb.server() == Server.MARIADB ? RenderedInsert.Keys.RETURNED : RenderedInsert.Keys.FIRST_ID;
    }
}
