// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.scenarios;

import io.aludel.testing.databases.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes for every test that is tagged with a scenario's number whether it ran, and on which database, into {@code target/scenarios} of the
 * module whose tests these are. Found by JUnit as a service.
 */
public final class ScenarioListener implements TestExecutionListener {
    /** One line of a file: the fields are divided by tabs. */
    public enum Outcome {
        RAN,
        FAILED,
        /** An assumption did not hold; its message says why the scenario does not apply. */
        NOT_APPLICABLE
    }

    /** Where a test has no database: what it shows holds for all. */
    public static final String EVERY = "every";

    private static final Path FOLDER = Path.of("target", "scenarios");
    private static final Pattern SCENARIO = Pattern.compile("[MO]-[0-9]+");

    private final Map<String, ConcurrentSkipListSet<String>> lines = new ConcurrentHashMap<>();
    private volatile Optional<TestPlan> plan = Optional.empty();

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = Optional.of(testPlan);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (!test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            return;
        }
        switch (result.getStatus()) {
            case SUCCESSFUL -> add(test, Outcome.RAN, "");
            case FAILED -> add(test, Outcome.FAILED, "");
            case ABORTED ->
                add(
                        test,
                        Outcome.NOT_APPLICABLE,
                        result.getThrowable().map(Throwable::getMessage).orElse(""));
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        add(test, Outcome.NOT_APPLICABLE, reason);
    }

    private void add(TestIdentifier test, Outcome outcome, String reason) {
        List<String> scenarios = test.getTags().stream()
                .map(TestTag::getName)
                .filter(name -> SCENARIO.matcher(name).matches())
                .toList();
        if (scenarios.isEmpty()) {
            return;
        }
        String words = reason.replaceFirst("^Assumption failed: ", "").replaceAll("\\s+", " ");
        String name = className(test);
        for (String scenario : scenarios) {
            lines.computeIfAbsent(name, key -> new ConcurrentSkipListSet<>())
                    .add(String.join("\t", scenario, database(test), outcome.name(), words, name));
        }
    }

    private Stream<TestIdentifier> upwards(TestIdentifier test) {
        return Stream.iterate(
                        Optional.of(test),
                        Optional::isPresent,
                        at -> at.flatMap(one -> plan.flatMap(all -> all.getParent(one))))
                .flatMap(Optional::stream);
    }

    private String database(TestIdentifier test) {
        List<String> keys =
                Stream.of(TestDatabase.values()).map(TestDatabase::key).toList();
        return upwards(test)
                .map(TestIdentifier::getDisplayName)
                .filter(keys::contains)
                .findFirst()
                .orElse(EVERY);
    }

    private String className(TestIdentifier test) {
        return upwards(test)
                .flatMap(one -> one.getSource().stream())
                .map(source -> source instanceof MethodSource method
                        ? method.getClassName()
                        : source instanceof ClassSource type ? type.getClassName() : "")
                .filter(name -> !name.isEmpty())
                .reduce((nearer, outer) -> outer)
                .orElse("unknown");
    }

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        try {
            for (Map.Entry<String, ConcurrentSkipListSet<String>> one : new TreeMap<>(lines).entrySet()) {
                Files.createDirectories(FOLDER);
                Files.write(FOLDER.resolve(one.getKey() + ".tsv"), new TreeSet<>(one.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write which scenarios were tested.", e);
        }
    }
}
