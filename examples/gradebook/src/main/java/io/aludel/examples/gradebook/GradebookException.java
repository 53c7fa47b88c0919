// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

/** What the user can mend: an unknown name, a missing table. Its message is all that is shown. */
public final class GradebookException extends RuntimeException {
    public GradebookException(String message) {
        super(message);
    }
}
