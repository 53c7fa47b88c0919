// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.AludelException;

/** A schema that cannot be: a key over columns that are not there, two tables of one name. */
public class SchemaException extends AludelException {
    public SchemaException(String message) {
        super(message);
    }
}
