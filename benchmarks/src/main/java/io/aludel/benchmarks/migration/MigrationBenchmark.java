// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks.migration;

import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineSettings;
import io.aludel.engine.ExecutedStatement;
import io.aludel.migrate.command.Migrations;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import liquibase.Liquibase;
import org.flywaydb.core.Flyway;

/**
 * {@code benchmarks/run-migrations}, with settings of the form {@code rounds=9}: writes {@code benchmarks/MIGRATIONS.md}. As in the other benchmarks everybody
 * has a turn in each round, and what counts is the time divided by plain JDBC's in the same round.
 */
public final class MigrationBenchmark {
    private static final int SCRIPTS = 200;

    private final int rounds;
    private final StringBuilder page = new StringBuilder();

    private MigrationBenchmark(int rounds) {
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("databases", "h2,sqlite,postgresql,mariadb");
        settings.put("rounds", "9");
        settings.put("folder", "benchmarks");
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length < 2 || !settings.containsKey(parts[0])) {
                System.err.println("\"" + argument + "\" is no setting; there are " + settings + ".");
                System.exit(1);
            }
            settings.put(parts[0], parts[1]);
        }
        MigrationBenchmark benchmark = new MigrationBenchmark(Integer.parseInt(settings.get("rounds")));
        List<TestDatabase> databases = new ArrayList<>();
        for (String key : settings.get("databases").split(",")) {
            databases.add(TestDatabase.valueOf(key.toUpperCase(Locale.ROOT)));
        }
        benchmark.measure(databases);
        Files.writeString(Path.of(settings.get("folder"), "MIGRATIONS.md"), benchmark.page);
    }

    private void measure(List<TestDatabase> databases) throws Exception {
        page.append("""
                # What migrations cost

                Written by `benchmarks/run-migrations`; do not edit. A ratio is a tool's time divided by the time of plain JDBC in the same round; the median of %d rounds after one to
                warm up, and in brackets the quartiles. Measured on %s with Java %s on %d processors, Flyway %s and Liquibase %s; load before: %.1f. The servers keep their
                files as the tests' do: MariaDB in memory where the system has such a folder, PostgreSQL without waiting for the disk.

                ## %d scripts, each a table and an index

                Plain JDBC executes the same statements, one transaction a script. To open the database and to read the scripts is part of each tool's time.

                | database | tool | ratio | time |
                |---|---|---|---|
                """.formatted(
                        rounds,
                        LocalDate.now(ZoneOffset.UTC),
                        System.getProperty("java.version"),
                        Runtime.getRuntime().availableProcessors(),
                        version(Flyway.class),
                        version(Liquibase.class),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        SCRIPTS));
        for (TestDatabase database : databases) {
            scripts(database);
        }
        page.append("""

                ## A difference that is none

                A model and a database of the same tables are compared, warm; the statements are the queries to the catalogue.

                | database | tables | time | statements |
                |---|---|---|---|
                """);
        for (TestDatabase database : databases) {
            difference(database, 200);
            difference(database, 1_000);
        }
    }

    /** From the name of its jar. */
    private static String version(Class<?> type) {
        String jar = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        return jar.replaceFirst(".*-([0-9][^/]*)\\.jar$", "$1");
    }

    private void scripts(TestDatabase kind) throws Exception {
        Path folder = Files.createTempDirectory("aludel-benchmark-");
        Scripts scripts;
        try (FreshDatabase database = kind.fresh();
                Engine engine = Engine.create(database.dsn())) {
            scripts = Scripts.of(SCRIPTS, engine.dialect(), folder);
        }
        List<Migrator> migrators = Migrators.all();
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {
            List<Migrator> order = new ArrayList<>(migrators);
            Collections.rotate(order, Math.max(round, 0));
            for (Migrator migrator : order) {
                double time = time(migrator, scripts, kind);
                if (round >= 0) {
                    millis.computeIfAbsent(migrator.name(), name -> new ArrayList<>())
                            .add(time);
                }
            }
        }
        List<Double> jdbc = millis.get("jdbc");
        for (Migrator migrator : migrators) {
            List<Double> times = millis.get(migrator.name());
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < times.size(); i++) {
                ratios.add(times.get(i) / jdbc.get(i));
            }
            line(kind, migrator.name(), Quartiles.of(ratios), Quartiles.of(times));
        }
    }

    private void line(TestDatabase kind, String name, Quartiles ratio, Quartiles time) {
        String text = "| %s | %s | %s | %,.0f ms |%n"
                .formatted(
                        kind.key(),
                        name,
                        name.equals("jdbc")
                                ? "1"
                                : "**%.2f** (%.2f–%.2f)".formatted(ratio.median(), ratio.lower(), ratio.upper()),
                        time.median());
        System.out.print(text);
        page.append(text);
    }

    private static double time(Migrator migrator, Scripts scripts, TestDatabase kind) throws Exception {
        try (FreshDatabase database = kind.fresh()) {
            long from = System.nanoTime();
            migrator.apply(scripts, database);
            return (System.nanoTime() - from) / 1e6;
        }
    }

    private void difference(TestDatabase kind, int tables) {
        AtomicInteger statements = new AtomicInteger();
        Schema model = Scripts.schema(tables);
        try (FreshDatabase database = kind.fresh();
                Engine engine = Engine.create(
                        database.dsn(),
                        EngineSettings.DEFAULT.withListener(
                                (ExecutedStatement statement) -> statements.incrementAndGet()))) {
            engine.createAll(model);
            Migrations migrations = Migrations.of(engine, () -> model, List::of);
            List<Double> millis = new ArrayList<>();
            for (int round = -3; round < rounds; round++) {
                statements.set(0);
                long from = System.nanoTime();
                if (!migrations.check().isEmpty()) {
                    throw new IllegalStateException("There is a difference on " + kind + ".");
                }
                if (round >= 0) {
                    millis.add((System.nanoTime() - from) / 1e6);
                }
            }
            Quartiles time = Quartiles.of(millis);
            String text = "| %s | %,d | %,.0f ms (%,.0f–%,.0f) | %d |%n"
                    .formatted(kind.key(), tables, time.median(), time.lower(), time.upper(), statements.get());
            System.out.print(text);
            page.append(text);
        }
    }

    /** Quartiles of some numbers. */
    private record Quartiles(double lower, double median, double upper) {
        static Quartiles of(List<Double> numbers) {
            List<Double> sorted = numbers.stream().sorted().toList();
            return new Quartiles(at(sorted, 1), at(sorted, 2), at(sorted, 3));
        }

        private static double at(List<Double> sorted, int quarter) {
            return sorted.get((int) Math.round((sorted.size() - 1) * quarter / 4.0));
        }
    }
}
