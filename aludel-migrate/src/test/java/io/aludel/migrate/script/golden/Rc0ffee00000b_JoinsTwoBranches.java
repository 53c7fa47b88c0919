// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script.golden;

import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;

/** Joins two branches */
@Revision(
        id = "c0ffee00000b",
        parent = {"c0ffee00000a", "c0ffee000006"},
        labels = {"joined", "v2"},
        dependsOn = "c0ffee000003",
        replaces = {"c0ffee000001", "c0ffee000002"})
public final class Rc0ffee00000b_JoinsTwoBranches implements Migration {
    @Override
    public void up(Operations op) {
        // Nothing to do: this revision only joins its parents.
    }

    @Override
    public void down(Operations op) {}
}
