// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.scenarios;

import io.aludel.testing.scenarios.ScenarioListener.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What became of one scenario.
 *
 * @param number {@code M-34}
 * @param title in a few words
 * @param tests what the tests of all modules have written
 */
record Scenario(String number, String title, List<Tested> tests) {
    /**
     * A line that a test has written.
     *
     * @param database its key, or {@link ScenarioListener#EVERY}
     * @param reason why the scenario does not apply; empty otherwise
     */
    record Tested(String scenario, String database, Outcome outcome, String reason, String test) {
        static Tested parse(String line) {
            String[] fields = line.split("\t", -1);
            return new Tested(fields[0], fields[1], Outcome.valueOf(fields[2]), fields[3], fields[4]);
        }

        boolean isOn(String key) {
            return database.equals(key) || database.equals(ScenarioListener.EVERY);
        }
    }

    /** What became of it on one database; several tests may be of one scenario. */
    enum Result {
        RAN("yes"),
        FAILED("FAILED"),
        NOT_APPLICABLE("n/a"),
        MISSING("-");

        private final String text;

        Result(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    Result on(String database) {
        Set<Outcome> outcomes = tests.stream()
                .filter(test -> test.isOn(database))
                .map(Tested::outcome)
                .collect(Collectors.toSet());
        if (outcomes.contains(Outcome.FAILED)) {
            return Result.FAILED;
        }
        if (outcomes.contains(Outcome.RAN)) {
            return Result.RAN;
        }
        return outcomes.isEmpty() ? Result.MISSING : Result.NOT_APPLICABLE;
    }

    /** Why it does not apply there. */
    Set<String> reasons(Collection<String> databases) {
        Set<String> reasons = new TreeSet<>();
        for (String database : databases) {
            if (on(database) == Result.NOT_APPLICABLE) {
                tests.stream()
                        .filter(test -> test.isOn(database))
                        .map(Tested::reason)
                        .forEach(reason -> reasons.add(database + ": " + reason));
            }
        }
        return reasons;
    }
}
