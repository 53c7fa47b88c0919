// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.setting;

import io.aludel.migrate.MigrationException;
import org.jspecify.annotations.Nullable;

/** A setting that is missing or makes no sense. The message never repeats a secret. */
public class SettingsException extends MigrationException {
    SettingsException(String message, @Nullable Throwable cause) {
        super("MIG-016", message, cause);
    }
}
