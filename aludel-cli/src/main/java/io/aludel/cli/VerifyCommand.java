// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.engine.Engine;
import io.aludel.migrate.command.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aludel verify}. */
@Command(
        name = "verify",
        description = "Take every revision up, down and up again in an empty database, and compare the schemas.")
final class VerifyCommand extends Verb {
    @Option(
            names = "--in",
            paramLabel = "DSN",
            description = "An empty database to do it in. Default: one that is made on the same server, or in memory.")
    private String place = "";

    @Override
    public Integer call() {
        Verification verification = workplace().requireScripts().withMigrations(migrations -> {
            if (place.isBlank()) {
                return migrations.verify();
            }
            try (Engine engine = Engine.create(place)) {
                return migrations.verify(engine);
            }
        });
        verification.revisions().forEach(this::show);
        if (verification.revisions().isEmpty()) {
            out().println(Lines.NO_REVISIONS);
        }
        if (verification.isSound()) {
            return Main.FINE;
        }
        if (!verification.untried().isEmpty()) {
            out().println("Not tried: " + String.join(", ", verification.untried()));
        }
        out().println("Mend the way down that does not undo what was done, or say op.irreversible(\"why\") there.");
        return Main.ERROR;
    }

    private void show(Verification.Tried tried) {
        String result = !tried.isSound() ? "NOT SOUND" : tried.irreversible().isEmpty() ? "fine" : "no way down";
        out().println(tried.id() + "  " + result + "  " + tried.message());
        if (!tried.irreversible().isEmpty()) {
            out().println("  " + tried.irreversible());
        }
        tried.leftByDown().forEach(line -> out().println("  after its way down, " + line));
        tried.leftByUp().forEach(line -> out().println("  after its second way up, " + line));
    }
}
