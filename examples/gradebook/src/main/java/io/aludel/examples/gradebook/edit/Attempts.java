// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import io.aludel.core.AludelException;
import io.aludel.engine.ConstraintViolationException;
import io.aludel.engine.TransactionConflictException;
import io.aludel.examples.gradebook.Gradebook;
import io.aludel.orm.Session;
import io.aludel.orm.error.EntityNotFoundException;
import io.aludel.orm.error.StaleEntityException;
import java.util.function.Function;

/**
 * Work on a gradebook that others change at the same time. It looks before it writes; what somebody else has written in between the database
 * refuses. Then it is all undone and done again, and this time finds what the other has left, and can say so.
 */
public final class Attempts {
    private static final int MOST = 3;

    private Attempts() {}

    /** What the work gives, committed. */
    public static <R> R write(Gradebook gradebook, Function<Session, R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return gradebook.write(work);
            } catch (AludelException e) {
                if (attempt == MOST || !comesOfOthers(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean comesOfOthers(AludelException e) {
        return e instanceof ConstraintViolationException
                || e instanceof TransactionConflictException
                || e instanceof StaleEntityException
                || e instanceof EntityNotFoundException;
    }
}
