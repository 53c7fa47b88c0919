// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.migrate.PetWorld;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real process is ended half-way through the rebuild of a parent whose children would go with it. */
class KilledUpgradeTest {
    private static final int DIED = 99;

    /** Dying after each single statement would take a process each; steps of seven meet other parts of a rebuild in each table. */
    private static final int STEP = 7;

    @OnEveryDatabase
    void leavesEveryRowAndIsTakenUpAgain(FreshDatabase database) throws Exception {
        assumeTrue(database.isReachedByOtherProcesses(), "other processes reach the database");
        try (Engine engine = Engine.create(database.dsn())) {
            assumeTrue(
                    engine.dialect().capabilities().has(Feature.TRANSACTIONAL_DDL),
                    "a change of the schema that was begun is taken back");
            engine.createAll(PetWorld.schema());
            database.execute(
                    "insert into person(name) values ('Ann'), ('Bob')",
                    "insert into pet(person_id, name) select id, 'Rex' from person",
                    "insert into toy(pet_id, price) select id, 5 from pet");
            Schema before = Databases.live(engine);
            int last = 1;
            int code;
            while ((code = upgrade(database.dsn(), last)) == DIED) {
                Schema left = Databases.live(engine);
                boolean committed =
                        left.requireTable(PetWorld.TOY).column("note").isPresent();
                assertThat(committed || left.equals(before))
                        .as("all or nothing after statement %d", last)
                        .isTrue();
                assertThat(rows(database)).as("after statement %d", last).isEqualTo(List.of("2", "2", "2"));
                last += STEP;
            }
            assertThat(code).isZero();
            assertThat(last).isGreaterThan(STEP);
            assertThat(rows(database)).isEqualTo(List.of("2", "2", "2"));
            assertThat(Databases.live(engine).requireTable(PetWorld.TOY).column("note"))
                    .isPresent();
        }
    }

    /** Two processes, which share nothing but the database; both succeed, and one of them does the work. */
    @OnEveryDatabase
    void isDoneOnceByTwoProcesses(FreshDatabase database) throws Exception {
        assumeTrue(database.isReachedByOtherProcesses(), "other processes reach the database");
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(PetWorld.schema());
            Process one = start(database.dsn(), 0);
            Process other = start(database.dsn(), 0);

            assertThat(exit(one)).isZero();
            assertThat(exit(other)).isZero();

            assertThat(count(database, "aludel_history")).isEqualTo("1");
            assertThat(Databases.live(engine).requireTable(PetWorld.TOY).column("note"))
                    .isPresent();
        }
    }

    private static List<String> rows(FreshDatabase database) throws SQLException {
        return List.of(count(database, "person"), count(database, "pet"), count(database, "toy"));
    }

    private static String count(FreshDatabase database, String table) throws SQLException {
        return database.rows("select count(*) from " + table).get(0).get(0).toString();
    }

    private static int upgrade(String dsn, int last) throws Exception {
        return exit(start(dsn, last));
    }

    private static int exit(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static Process start(String dsn, int last) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        Upgrading.class.getName(),
                        dsn,
                        Integer.toString(last))
                .inheritIO()
                .start();
    }

    private static String classPath() throws URISyntaxException {
        return String.join(
                File.pathSeparator,
                System.getProperty("java.class.path"),
                System.getProperty("jdk.module.path", ""),
                locationOf(Upgrading.class),
                locationOf(MigrationRunner.class));
    }

    private static String locationOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
