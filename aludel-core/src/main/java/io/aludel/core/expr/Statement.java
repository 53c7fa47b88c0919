// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

/** What can be rendered and executed. */
public sealed interface Statement permits Select, InsertRows, Update, Delete {
    <R> R accept(Visitor<R> visitor);

    /** One method per statement, none with a default. */
    interface Visitor<R> {
        R select(Select select);

        R insertRows(InsertRows insert);

        R update(Update update);

        R delete(Delete delete);
    }
}
