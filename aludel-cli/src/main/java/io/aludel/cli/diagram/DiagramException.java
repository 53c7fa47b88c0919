// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import io.aludel.core.AludelException;

/** A picture that cannot be drawn; the message says why, and what to do. */
public final class DiagramException extends AludelException {
    DiagramException(String code, String message) {
        super(code, message, null);
    }
}
