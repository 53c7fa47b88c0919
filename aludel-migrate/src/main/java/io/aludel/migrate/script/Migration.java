// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.migrate.op.Operations;

/** One revision's way up and down. It says what is to be done; nothing is executed while its methods run. */
public interface Migration {
    void up(Operations op);

    void down(Operations op);
}
