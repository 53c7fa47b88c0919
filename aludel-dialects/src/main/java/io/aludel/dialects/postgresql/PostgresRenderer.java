// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.RenderedInsert;
import io.aludel.core.dialect.StandardExpressions;
import io.aludel.core.dialect.StandardRenderer;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.ValueType;
import java.util.List;
import java.util.stream.Collectors;

/** Statements as PostgreSQL takes them: standard SQL, but for rows that are inserted as arrays, a column each. */
final class PostgresRenderer extends StandardRenderer {
    private final PostgresDialect postgres;

    PostgresRenderer(PostgresDialect dialect) {
        super(dialect);
        this.postgres = dialect;
    }

    @Override
    protected StandardExpressions expressions() {
        return new PostgresExpressions(this, postgres);
    }

    /** CockroachDB sorts NULL before all values. */
    @Override
    protected boolean nullsAreHighest() {
        return postgres.server() != Server.COCKROACHDB;
    }

    /**
     * One array for each column, so that any number of rows is one statement. The order makes the identity count in the order of the rows; the
     * rows come back in any.
     */
    @Override
    public RenderedInsert renderInsert(InsertRows insert, int rows) {
        if (insert.columns().isEmpty()) {
            return super.renderInsert(insert, rows);
        }
        String names = insert.columns().stream().map(this::quoted).collect(Collectors.joining(", "));
        String ordinal = ordinal(insert.columns());
        out.append("insert into ").append(name(insert.table())).append(" (" + names + ") select ");
        out.list(insert.columns(), ", ", (ColumnRef column) -> out.append(quoted(column) + cast(column)));
        out.append(" from unnest(");
        out.list(insert.columns(), ", ", (ColumnRef column) -> out.append("?::" + elementType(column) + "[]"));
        out.append(") with ordinality as r(" + names + ", " + ordinal + ") order by " + ordinal);
        returning(insert);
        return new RenderedInsert(
                out.rendered().sql(),
                RenderedInsert.Layout.COLUMN_ARRAYS,
                insert.generatedKey() == null ? RenderedInsert.Keys.NONE : RenderedInsert.Keys.RETURNED);
    }

    private String quoted(ColumnRef column) {
        return dialect.quote(column.column());
    }

    /** A name for the rows' number that no column has. */
    private static String ordinal(List<ColumnRef> columns) {
        String name = "ord";
        List<String> taken = columns.stream().map(ColumnRef::column).toList();
        while (taken.contains(name)) {
            name += "_";
        }
        return name;
    }

    /** A type of PostgreSQL's own travels as text: its arrays may be unknown to the driver, or be taken apart with the outer one. */
    private String cast(ColumnRef column) {
        return column.type().sqlType().in(PostgresDialect.NAME) instanceof StandardType
                ? ""
                : "::" + PostgresTypes.withoutLength(column.type().sqlType());
    }

    private String elementType(ColumnRef column) {
        ValueType<?> type = column.type();
        BasicType<?> stored = type instanceof ConvertedType<?, ?> converted ? converted.stored() : (BasicType<?>) type;
        return dialect.types().arrayElementType(stored);
    }
}
