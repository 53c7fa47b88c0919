// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.dialect.Dialect;
import io.aludel.migrate.op.Operation;
import java.util.List;

/**
 * Changes what was found to differ before it is written as a script: adds an index for each foreign key, leaves out what is another team's, puts one
 * operation in the place of another. What may lose rows is looked for afterwards, in what it gives.
 */
@FunctionalInterface
public interface OperationRewriter {
    /**
     * The operations of the script, in order.
     *
     * @param operations what leads from the database to the model, or what the rewriter before this one has made of it
     */
    List<Operation> rewrite(List<Operation> operations, Dialect dialect);
}
