// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import java.util.function.Consumer;

/** Looks at a revision for what may hurt. */
interface Rule {
    void look(RevisionSteps revision, Consumer<Finding> found);
}
