// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.schema.Schema;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.script.ScriptSource;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process is ended after each of the statements by which it changes something, the ledger's among them; the next upgrade must bring the
 * database to the end, with every row, and nothing done twice.
 */
@Tag("M-59")
class KilledUpgradeTest {
    private static final int DIED = 99;

    @OnEveryDatabase
    void isBroughtToItsEndByTheNextOne(FreshDatabase database, @TempDir Path folder) throws Exception {
        int last = 1;
        boolean more = true;
        while (more) {
            int next = last + 1; // two at a time, as a processor has that many cores at least
            CompletableFuture<Boolean> beside =
                    CompletableFuture.supplyAsync(() -> isKilledAndGoneOn(database, folder, next));
            more = isKilledAndGoneOn(database, folder, last) & beside.get();
            last += 2;
            if (!database.isReachedByOtherProcesses()) {
                last += 6; // a process opens a file of H2 for longer than it works on it
            }
        }
        assertThat(last).as("statements after which it died").isGreaterThan(8);
    }

    /** In a database of its own: whatever an earlier death has left would change which statements there are. */
    private static boolean isKilledAndGoneOn(FreshDatabase template, Path folder, int last) {
        try (FreshDatabase database = template.database().fresh()) {
            // Of a database in memory nothing would be left: a file instead.
            String dsn =
                    database.isReachedByOtherProcesses() ? database.dsn() : "h2:" + folder.resolve("killed" + last);
            Schema before;
            try (Engine engine = Engine.create(dsn)) {
                fill(engine);
                before = Databases.live(engine);
            }
            int code = exit(start(dsn, last));
            assertThat(code).as("exit code after statement %d", last).isIn(0, DIED);
            try (Engine engine = Engine.create(dsn)) {
                if (code == DIED && engine.dialect().capabilities().has(Feature.TRANSACTIONAL_DDL)) {
                    Schema left = Databases.live(engine);
                    boolean committed =
                            left.requireTable(PetWorld.TOY).column("note").isPresent();
                    assertThat(committed || left.equals(before))
                            .as("all or nothing after statement %d", last)
                            .isTrue();
                }
                runner(engine).upgrade("head", done -> {});
                requireEnd(engine, last);
            }
            return code == DIED;
        }
    }

    private static void fill(Engine engine) {
        engine.createAll(PetWorld.schema());
        engine.inTransaction(connection -> {
            connection.execute("insert into person(name) values ('Ann'), ('Bob')");
            connection.execute("insert into pet(person_id, name) select id, 'Rex' from person");
            connection.execute("insert into toy(pet_id, price) select id, 5 from pet");
            return null;
        });
    }

    private static MigrationRunner runner(Engine engine) {
        Revisions revisions =
                Revisions.of(ScriptSource.of(new Upgrading.Widen()).scripts());
        return new MigrationRunner(engine, revisions, LedgerTables.DEFAULT, Duration.ofSeconds(20));
    }

    private static void requireEnd(Engine engine, int last) {
        Schema live = Databases.live(engine);
        assertThat(live.requireTable(PetWorld.TOY).columns())
                .as("after statement %d", last)
                .extracting(column -> column.name())
                .containsExactlyInAnyOrder("id", "pet_id", "cost", "note");
        assertThat(live.requireTable(PetWorld.TOY).indexes())
                .extracting(index -> index.name())
                .contains("ix_toy_price");
        assertThat(live.requireTable(PetWorld.PERSON)
                        .column("name")
                        .orElseThrow()
                        .type())
                .isEqualTo(SqlType.varchar(60));
        List<String> rows = new ArrayList<>();
        for (String table : List.of("person", "pet", "toy", "tag", "aludel_history", "aludel_steps")) {
            rows.add(count(engine, table));
        }
        assertThat(rows).as("rows after statement %d", last).containsExactly("2", "2", "2", "1", "1", "0");
    }

    private static String count(Engine engine, String table) {
        return engine.inTransaction(connection -> connection
                .catalog()
                .query("select count(*) as n from " + table)
                .get(0)
                .values()
                .values()
                .iterator()
                .next()
                .toString());
    }

    /** Processes that share nothing but the database; all succeed, and one of them does the work. */
    @OnEveryDatabase
    void isDoneOnceByTenProcesses(FreshDatabase database) throws Exception {
        assumeTrue(database.isReachedByOtherProcesses(), "a database in memory is one process's");
        try (Engine engine = Engine.create(database.dsn())) {
            fill(engine);
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                processes.add(start(database.dsn(), 0));
            }
            for (Process process : processes) {
                assertThat(exit(process)).isZero();
            }
            requireEnd(engine, 0);
        }
    }

    private static int exit(Process process) {
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Process start(String dsn, int last) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = String.join(
                File.pathSeparator,
                System.getProperty("java.class.path"),
                System.getProperty("jdk.module.path", ""),
                locationOf(Upgrading.class),
                locationOf(MigrationRunner.class));
        try {
            return new ProcessBuilder(
                            java,
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-XX:+UnlockDiagnosticVMOptions",
                            "-XX:-BytecodeVerificationRemote",
                            "-cp",
                            classPath,
                            Upgrading.class.getName(),
                            dsn,
                            Integer.toString(last))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String locationOf(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }
}
