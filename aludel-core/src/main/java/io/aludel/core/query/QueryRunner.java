// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Delete;
import io.aludel.core.expr.Update;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who executes a query: a session. A query that was built without one is text only, until it is given to one. */
public interface QueryRunner {
    /** All results, in the order of the rows. */
    <R extends @Nullable Object> List<R> list(Query<R> query);

    /** The number of rows changed. */
    long execute(Update update);

    /** The number of rows deleted. */
    long execute(Delete delete);
}
