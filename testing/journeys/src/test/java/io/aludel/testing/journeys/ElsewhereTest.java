// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys;

import static io.aludel.testing.journeys.shop.QEverything.everything;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.engine.Engine;
import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.command.ScriptPlace;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.orm.SessionFactory;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.journeys.shop.Everything;
import io.aludel.testing.journeys.shop.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** A program in another time zone, language and character set leaves and finds what any other does. */
class ElsewhereTest {
    @TempDir
    private Path folder = Path.of("");

    @OnEveryDatabase
    void whatIsWrittenElsewhereIsReadHereAndTheOtherWayRound(FreshDatabase database)
            throws IOException, InterruptedException {
        assumeTrue(database.isReachedByOtherProcesses(), "other processes reach the database");
        assertThat(elsewhere("write", database.dsn(), folder.toString())).isEmpty();

        try (Engine engine = Engine.create(database.dsn())) {
            assertThat(Elsewhere.migrations(engine, folder).check().operations())
                    .isEmpty();
            SessionFactory sessions = SessionFactory.of(engine, World.shop());
            assertThat(Elsewhere.read(sessions)).isEqualTo(Elsewhere.expected());
            sessions.inTransaction(session -> {
                session.delete(everything).execute();
                session.persistAll(Elsewhere.rows());
            });
        }

        assertThat(elsewhere("read", database.dsn(), folder.toString())).isEmpty();
    }

    private static String elsewhere(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=Pacific/Apia",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Dfile.encoding=ISO-8859-9",
                "-cp",
                System.getProperty("java.class.path"),
                Elsewhere.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** The program: it says nothing if all is well. */
    static final class Elsewhere {
        private Elsewhere() {}

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[2]);
            try (Engine engine = Engine.create(arguments[1])) {
                SessionFactory sessions = SessionFactory.of(engine, World.shop());
                switch (arguments[0]) {
                    case "write" -> {
                        migrations(engine, folder).autogenerate("İlk I i ı", new ScriptPlace(folder, "", ""));
                        migrations(engine, folder).upgrade("head");
                        require(migrations(engine, folder).check().operations(), List.of());
                        sessions.inTransaction(session -> session.persistAll(rows()));
                        require(read(sessions), expected());
                    }
                    case "read" -> require(read(sessions), expected());
                    default -> throw new IllegalArgumentException(arguments[0]);
                }
            }
        }

        static Migrations migrations(Engine engine, Path folder) {
            return Migrations.of(
                    engine,
                    () -> World.shop().schemaFor(engine.dialect().capabilities()),
                    new ScriptFolder(folder, List.of()));
        }

        static List<Everything> rows() {
            List<Everything> rows = new ArrayList<>(List.of(Samples.least(), Samples.greatest(), Samples.nothing()));
            rows.addAll(Samples.moments());
            rows.addAll(Samples.hostile());
            return rows;
        }

        static List<Map<String, Object>> expected() {
            return rows().stream().map(Elsewhere::values).toList();
        }

        static List<Map<String, Object>> read(SessionFactory sessions) {
            return sessions.fromTransaction(
                    session -> session.select(everything).from(everything).orderBy(everything.id.asc()).list().stream()
                            .map(Elsewhere::values)
                            .toList());
        }

        private static Map<String, Object> values(Everything row) {
            Map<String, Object> values = Samples.values(row);
            values.keySet().removeAll(List.of("id", "theirs"));
            return values;
        }

        private static void require(Object actual, Object expected) {
            if (!actual.equals(expected)) {
                throw new AssertionError("Expected " + expected + " but it is " + actual);
            }
        }
    }
}
