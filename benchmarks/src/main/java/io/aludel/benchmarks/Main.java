// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks;

import io.aludel.testing.databases.TestDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures and writes the page: {@code benchmarks/run}, with settings of the form {@code rounds=20}. With {@code only=table} it writes the page anew from the
 * results that are there.
 */
public final class Main {
    private static final int STUDENTS = 500;

    private final Map<String, String> settings;
    private final Rounds rounds;

    private Main(Map<String, String> settings) {
        this.settings = settings;
        this.rounds = new Rounds(
                Integer.parseInt(settings.get("rounds")),
                Duration.ofMillis(Long.parseLong(settings.get("turn"))),
                Duration.ofMillis(Long.parseLong(settings.get("warmup"))));
    }

    public static void main(String[] arguments) throws IOException, SQLException, RunnerException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("databases", "h2,sqlite,postgresql");
        settings.put(
                "workloads", Arrays.stream(Workload.values()).map(Enum::name).collect(Collectors.joining(",")));
        settings.put("rounds", "21");
        settings.put("turn", "300");
        settings.put("warmup", "3000");
        settings.put("only", "");
        settings.put("folder", "benchmarks");
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length < 2 || !settings.containsKey(parts[0])) {
                System.err.println("\"" + argument + "\" is no setting; there are " + settings
                        + ", turn and warmup in milliseconds.");
                System.exit(1);
            }
            settings.put(parts[0], parts[1]);
        }
        new Main(settings).run();
    }

    private void run() throws IOException, SQLException, RunnerException {
        System.setProperty("jmh.ignoreLock", "true");
        Path folder = Path.of(settings.get("folder"));
        Path json = folder.resolve("results.json");
        if (!settings.get("only").equals("table")) {
            measure().write(json);
        }
        Files.writeString(folder.resolve("RESULTS.md"), Report.of(Results.read(json)));
    }

    private Results measure() throws SQLException, RunnerException {
        List<Results.Case> cases = new ArrayList<>();
        Map<String, String> conditions = conditions();
        for (String database : settings.get("databases").split(",")) {
            try (Gradebook gradebook =
                    new Gradebook(TestDatabase.valueOf(database.toUpperCase(Locale.ROOT)), STUDENTS)) {
                conditions.merge("databases", gradebook.version(), (before, more) -> before + ", " + more);
                for (String workload : settings.get("workloads").split(",")) {
                    cases.add(measure(database, Workload.valueOf(workload.toUpperCase(Locale.ROOT)), gradebook));
                }
            }
        }
        return new Results(conditions, cases);
    }

    private Results.Case measure(String database, Workload workload, Gradebook gradebook) throws RunnerException {
        double before = load();
        List<Measurement> measurements = rounds.measure(workload, gradebook);
        Results.Case done = new Results.Case(database, workload.name(), before, load(), measurements);
        System.out.println(database + " " + workload + " "
                + measurements.stream()
                        .map(measurement -> String.format(
                                Locale.ROOT,
                                "%s %.2f",
                                measurement.library(),
                                measurement.ratioTo(measurements.get(0)).median()))
                        .collect(Collectors.joining(", ")));
        return done;
    }

    private Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        conditions.put("machine", processor() + ", " + Runtime.getRuntime().availableProcessors() + " processors");
        conditions.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
        conditions.put(
                "Java",
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version") + ", heap up to "
                        + Runtime.getRuntime().maxMemory() / 1_048_576 + " MB");
        conditions.put("libraries", Versions.all());
        conditions.put(
                "rounds",
                rounds.number() + ", in each " + rounds.turn().toMillis() + " ms for each library; "
                        + rounds.warmUp().toMillis() + " ms to warm up");
        conditions.put("rows", STUDENTS + " students with 20 grades each");
        return conditions;
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException notLinux) {
            return "unknown processor";
        }
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
