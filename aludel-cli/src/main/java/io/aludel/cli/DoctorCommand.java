// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.cli.doctor.Doctor;
import io.aludel.cli.doctor.Finding;
import io.aludel.core.AludelException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code aludel doctor}. */
@Command(
        name = "doctor",
        description = "Look at all that a migration needs, and say what to do about each fault.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no fault", "1:a fault"})
final class DoctorCommand extends Verb {
    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>();
        findings.add(model());
        try {
            findings.addAll(workplace()
                    .withDatabase(engine -> new Doctor(engine, workplace().migrations(engine)).examine()));
        } catch (AludelException e) {
            findings.add(new Finding(Finding.Level.FAULT, String.valueOf(e.getMessage()), ""));
        }
        findings.forEach(this::show);
        return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAULT) ? Main.ERROR : Main.FINE;
    }

    private Finding model() {
        try {
            return new Finding(
                    Finding.Level.FINE,
                    "the model has " + workplace().modelSchema().tables().size() + " tables",
                    "");
        } catch (AludelException e) {
            return new Finding(Finding.Level.WARNING, String.valueOf(e.getMessage()), "");
        }
    }

    private void show(Finding finding) {
        String mark = switch (finding.level()) {
            case FINE -> "fine     ";
            case WARNING -> "warning  ";
            case FAULT -> "FAULT    ";
        };
        out().println(mark + finding.what());
        if (!finding.next().isEmpty()) {
            out().println("         " + finding.next());
        }
    }
}
