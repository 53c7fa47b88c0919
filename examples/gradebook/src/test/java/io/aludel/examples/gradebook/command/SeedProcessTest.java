// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static io.aludel.testing.databases.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Seeding in a process of its own, which is killed, interrupted, left by its server, given little memory, or watched on a terminal. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
class SeedProcessTest {
    /** So many that there is time to stop it half-way, however fast the machine is. */
    private static final String MANY = "100000";

    private static final int MANY_TRIALS = 1_000;
    private static final String FIRST_TENTH = "10 %: ";
    private static final long PATIENCE = 60;

    @TempDir
    private Path folder = Path.of("");

    @OnEveryDatabase(SQLITE)
    void leavesNothingWhenItIsKilled(FreshDatabase database) throws Exception {
        Process process = startHalfWay(database);

        process.destroyForcibly();

        assertThat(exitCode(process)).isEqualTo(128 + 9);
        // Rows of the transaction that was cut off are in the file already; whoever comes next takes them out.
        assertThat(Files.size(Path.of(new Shell(database).place()))).isGreaterThan(1_000_000);
        assertNothingIsLeft(database);
    }

    @OnEveryDatabase
    void leavesNothingWhenItIsInterrupted(FreshDatabase database) throws Exception {
        assumeTrue(database.isReachedByOtherProcesses(), "other processes reach the database");
        Process process = startHalfWay(database);
        if (!heedsInterrupts(process)) {
            process.destroyForcibly().waitFor();
            abort("This build was started so that its programs ignore Ctrl-C.");
        }

        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

        assertThat(exitCode(process)).isEqualTo(128 + 2);
        assertNothingIsLeft(database);
    }

    @OnEveryDatabase(POSTGRESQL)
    void saysInOneMessageThatTheServerHasGone(FreshDatabase database) throws Exception {
        Process process = startHalfWay(database);

        database.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid()");

        assertThat(exitCode(process)).isEqualTo(1);
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            // How it is said depends on what the program was doing at the moment.
            assertThat(err.lines().filter(line -> !line.endsWith(" students")).toList())
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .startsWith("ENG-006: The connection to "
                            + new Shell(database).place()
                            + " was lost. Nothing of this transaction was written. See that the database is up, and try it"
                            + " again. What was said: ");
        }
        assertNothingIsLeft(database);
    }

    /** A session that kept 200,000 rows would need four times as much. */
    @OnEveryDatabase(SQLITE)
    void needsLittleMemoryHoweverManyTheRows(FreshDatabase database) throws Exception {
        new Shell(database).run("migrate");
        List<String> command = java(List.of("-Xmx20m"), database.dsn(), "--students", "20000");

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();

        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.lines().toList())
                    .hasSize(11)
                    .last()
                    .asString()
                    .startsWith("Made 3 groups, 20000 students, ");
        }
        assertThat(exitCode(process)).isZero();
    }

    @OnEveryDatabase
    void makesHalfAMillionGradesInTwentyMegabytes(FreshDatabase database) throws Exception {
        assumeTrue(
                Integer.getInteger("aludel.trials", 0) >= MANY_TRIALS,
                "Takes a while; -Daludel.trials=" + MANY_TRIALS + " runs it.");
        new Shell(database).run("migrate");

        Process process = new ProcessBuilder(
                        java(List.of("-Xmx20m"), database.dsn(), "--students", "50000", "--grades", "20"))
                .redirectErrorStream(true)
                .start();

        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.lines().toList()).last().asString().contains("50000 students", " 523631 grades");
        }
        assertThat(exitCode(process)).isZero();
        assertThat(database.rows("select count(*) from grades").get(0).get(0).toString())
                .isEqualTo("523631");
    }

    /** The program {@code script} gives it a terminal. */
    @Test
    void drawsABarOnATerminalOnly() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/script")) && Files.isExecutable(Path.of("/usr/bin/env")),
                "There is no program \"script\" here.");
        String dsn = "sqlite:" + folder.resolve("a.db");
        new Shell(dsn).run("migrate");
        Path printed = folder.resolve("out");
        String seed = String.join(" ", java(List.of(), dsn, "--students", "2000", "--grades", "1"));

        Process process = new ProcessBuilder("/usr/bin/script", "-qec", seed + " >" + printed, "/dev/null")
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();

        String drawn = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(exitCode(process)).isZero();
        assertThat(drawn).startsWith("\rSeeding").contains("2000/2000 students").doesNotContain(" %: ");
        assertThat(printed)
                .content()
                .startsWith("Made 3 groups, 2000 students, ")
                .hasLineCount(1);
    }

    /** SQLite's driver writes its library there each time; its own message does not say so. */
    @Test
    void saysWhyTheDriverDoesNotStart() throws Exception {
        String dsn = "sqlite:" + folder.resolve("a.db");
        new Shell(dsn).run("migrate");
        List<String> command = java(List.of("-Djava.io.tmpdir=" + folder.resolve("nowhere")), dsn);

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();

        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.lines().toList())
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .startsWith("ENG-004: Cannot connect to " + folder.resolve("a.db")
                            + ": Error opening connection (No native library found for os.name=");
        }
        assertThat(exitCode(process)).isEqualTo(1);
    }

    /** A seeding of which a tenth is written. */
    private static Process startHalfWay(FreshDatabase database) throws IOException {
        new Shell(database).run("migrate");
        Process process = new ProcessBuilder(java(List.of(), database.dsn(), "--students", MANY)).start();
        // Not closed: what follows is read by some.
        BufferedReader err = process.errorReader(StandardCharsets.UTF_8);
        assertThat(err.readLine()).startsWith(FIRST_TENTH);
        return process;
    }

    private static List<String> java(List<String> options, String dsn, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "--url", dsn, "seed"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A program that was started in the background by a shell without job control ignores the signal, and so do those it starts. */
    private static boolean heedsInterrupts(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return true;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).strip(), 16))
                .allMatch(ignored -> (ignored & 1L << 2 - 1) == 0);
    }

    private static int exitCode(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The process did not end.");
        }
        return process.exitValue();
    }

    private static void assertNothingIsLeft(FreshDatabase database) throws SQLException {
        for (String table : List.of("\"groups\"", "lecturers", "subjects", "students", "grades")) {
            assertThat(database.rows("select * from " + table + " limit 1")).isEmpty();
        }
        assertThat(new Shell(database).run("seed").exitCode()).isZero();
    }
}
