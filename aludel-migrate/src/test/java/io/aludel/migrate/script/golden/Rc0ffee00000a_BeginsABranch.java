// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script.golden;

import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;

/** Begins a branch */
@Revision(id = "c0ffee00000a", parent = "c0ffee000004", labels = "pets", dependsOn = "c0ffee000003")
public final class Rc0ffee00000a_BeginsABranch implements Migration {
    @Override
    public void up(Operations op) {
        // Empty: write here what this revision does, and in down() what undoes it.
    }

    @Override
    public void down(Operations op) {}
}
