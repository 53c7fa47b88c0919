// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.Initialisation;
import io.aludel.migrate.setting.Settings;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/** {@code aludel init}. */
@Command(name = "init", description = "Write aludel.properties, commented, and make the folder of the scripts.")
final class InitCommand extends Verb {
    @Override
    public Integer call() {
        Path folder = workplace().folder();
        Initialisation made = Initialisation.in(folder, workplace().flags());
        for (Path path : made.created()) {
            out().println("Made " + path);
        }
        if (made.created().isEmpty()) {
            out().println("Nothing to do: " + folder.resolve(Settings.FILE_NAME)
                    + " and the folder of the scripts are there.");
        }
        out().println("Next: aludel revision --autogenerate -m \"first tables\"");
        return Main.FINE;
    }
}
