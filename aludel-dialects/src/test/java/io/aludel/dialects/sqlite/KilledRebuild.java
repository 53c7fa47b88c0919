// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.name.TableName;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that rebuilds a table and is killed before a statement, as a crash would. */
final class KilledRebuild {
    private KilledRebuild() {}

    /** How many statements the rebuild has, with begin and commit. */
    static int statements() {
        try (TestConnection database = TestConnection.inMemory()) {
            School.create(database);
            return script(database).size();
        }
    }

    static void runAndKill(Path file, int killedBefore) throws Exception {
        String classPath = String.join(
                File.pathSeparator,
                locationOf(KilledRebuild.class),
                locationOf(SqliteDialect.class),
                locationOf(DdlStep.class),
                System.getProperty("java.class.path"),
                System.getProperty("jdk.module.path", ""));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        KilledRebuild.class.getName(),
                        file.toString(),
                        Integer.toString(killedBefore))
                .redirectErrorStream(true)
                .redirectOutput(new File(file + ".log"))
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 128 + 9) {
            process.destroyForcibly();
            throw new AssertionError(
                    "The process did not die as it should: " + Files.readString(Path.of(file + ".log")));
        }
    }

    private static String locationOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    /** Every statement of the rebuild, with what must stand around it. */
    static List<String> script(TestConnection database) {
        List<String> statements = new ArrayList<>();
        statements.addAll(SqliteRebuild.PROTOCOL.before());
        statements.add("begin immediate");
        statements.addAll(database.dialect
                .ddl()
                .rebuild(School.renamedToText(database.read("parent")), database.live(TableName.of("parent"))));
        statements.add("commit");
        return statements;
    }

    public static void main(String[] arguments) throws Exception {
        int killedBefore = Integer.parseInt(arguments[1]);
        try (TestConnection database = new TestConnection("jdbc:sqlite:" + arguments[0])) {
            database.execute("pragma cache_size = 2"); // so that pages are written before the commit
            List<String> statements = script(database);
            for (int i = 0; i < killedBefore; i++) {
                database.execute(statements.get(i));
            }
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            Thread.sleep(60_000);
        }
    }
}
