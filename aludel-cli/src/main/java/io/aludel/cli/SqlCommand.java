// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.Migrations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aludel sql}. */
@Command(name = "sql", description = "Print what an upgrade would execute; nothing is executed.")
final class SqlCommand extends Verb {
    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            defaultValue = "head",
            description = "head (the default), a number of steps (+1), or a revision.")
    private String target = "";

    @Option(
            names = "--from",
            paramLabel = "REVISION",
            description = "Take the database to be at this revision (or base) instead of asking it.")
    private @Nullable String from;

    @Override
    public Integer call() {
        String text = workplace().requireScripts().askEngine(engine -> {
            Migrations migrations = workplace().migrations(engine);
            return from == null ? migrations.sql(target) : migrations.sql(engine.dialect(), from, target);
        });
        out().print(text);
        out().flush();
        if (text.isEmpty()) {
            err().println("Nothing to apply."); // not where a file may be written
        }
        return Main.FINE;
    }
}
