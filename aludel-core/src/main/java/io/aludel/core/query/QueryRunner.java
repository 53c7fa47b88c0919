// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Delete;
import io.aludel.core.expr.Update;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who executes a query: a session. A query that was built without one is text only, until it is given to one. */
public interface QueryRunner {
    /** All results, in the order of the rows. */
    <R extends @Nullable Object> List<R> list(Query<R> query);

    /** Each result, in the order of the rows. A session does not wait until all of them have been read. */
    default <R extends @Nullable Object> void forEach(Query<R> query, Consumer<? super R> each) {
        list(query).forEach(each);
    }

    /** The number of rows changed. */
    long execute(Update update);

    /** The number of rows deleted. */
    long execute(Delete delete);

    /** The number of rows inserted. */
    <S> long insert(InsertQuery<S> insert, Iterator<? extends S> rows);
}
