// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.AludelException;

/** A query that cannot be built or whose result is not what was asked for. */
public class QueryException extends AludelException {
    public QueryException(String message) {
        super(message);
    }
}
