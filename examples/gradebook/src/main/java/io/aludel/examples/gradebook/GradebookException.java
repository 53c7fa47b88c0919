// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

/** What the user can mend: an unknown name, a missing table. Its message is all that is shown. */
final class GradebookException extends RuntimeException {
    GradebookException(String message) {
        super(message);
    }
}
