// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.script.ScriptWriter;
import java.nio.file.Path;

/**
 * Where new scripts are written, and how.
 *
 * @param folder made where it is missing
 */
public record ScriptPlace(Path folder, ScriptWriter writer) {
    public ScriptPlace(Path folder, String packageName, String header) {
        this(folder, new ScriptWriter(packageName, header));
    }
}
