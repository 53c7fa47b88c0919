// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.SelectItem;
import io.aludel.core.type.RowReader;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a query gives for each row: a column, an entity, a {@link Row}, or a record.
 *
 * @param <R> the Java type of one result; of a column it may be null, for SQL's NULL
 */
public interface Selection<R extends @Nullable Object> {
    /** The items of the select, in the order in which {@link #assemble} takes their values. */
    List<SelectItem> items();

    /**
     * One result, from the values of one row.
     *
     * @param values an entity, or a column's value, for each item; null for SQL's NULL
     * @param from where the values of this selection begin
     */
    R assemble(@Nullable Object[] values, int from);

    /**
     * Makes one result straight from a row whose columns are the items, in their order: quicker than {@link #assemble}, as numbers stay primitive.
     *
     * @return null where a selection is only assembled
     */
    default @Nullable Function<? super RowReader, ? extends R> reader() {
        return null;
    }
}
