// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.AludelException;

/** A data source name that cannot be read. The message says which part, and never repeats a password. */
public class DsnException extends AludelException {
    public DsnException(String message) {
        super("ENG-001", message, null);
    }
}
