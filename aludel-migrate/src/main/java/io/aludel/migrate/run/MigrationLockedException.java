// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.migrate.MigrationException;

/** Another migration of the same database was running for as long as we were willing to wait. */
public class MigrationLockedException extends MigrationException {
    MigrationLockedException(String message) {
        super("MIG-013", message);
    }
}
