// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.core.AludelException;

/** A command that cannot be carried out; its message says what to do. */
final class CommandException extends AludelException {
    CommandException(String code, String message) {
        super(code, message, null);
    }
}
