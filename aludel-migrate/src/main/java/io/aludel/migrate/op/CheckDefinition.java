// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.schema.Check;

/** A check as a script describes it. */
public final class CheckDefinition {
    private Check check;

    CheckDefinition(String name, Term condition) {
        check = new Check(name, condition.expression());
    }

    /** Rows that are there already are not looked at; it holds for new ones only. */
    public CheckDefinition notValid() {
        check = check.withValidated(false);
        return this;
    }

    Check check() {
        return check;
    }
}
