// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.engine.Engine;
import java.util.List;

/** Names of dialects as scripts write them. */
final class DialectNames {
    private DialectNames() {}

    /** A name that is none would leave its operations out everywhere, in silence. */
    static void require(String name) {
        List<String> known = Engine.dialectNames();
        if (!known.contains(name)) {
            throw new IllegalArgumentException("There is no dialect \"" + name + "\"; there are "
                    + Fit.listed(known.stream()) + ". Correct the name, or add the artifact that has it.");
        }
    }
}
