// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.expr.InsertRows;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.Rows;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows are read one after the other in a JVM whose heap holds half of them. {@code -Daludel.trials=1000} makes them a million. */
class StreamingTest {
    private static final int HEAP_MEGABYTES = 64;
    private static final int PARTS = 1_000;
    private static final int ROWS = PARTS * Integer.getInteger("aludel.trials", 50);
    private static final int CHARACTERS = Math.max(100, 2 * HEAP_MEGABYTES * 1_000_000 / ROWS);

    @OnEveryDatabase
    void needsLittleMemoryForManyRows(FreshDatabase database) throws Exception {
        assumeTrue(database.isReachedByOtherProcesses(), "its rows would be in the memory that is measured");
        read(database.dsn());
    }

    /** It puts what does not fit into a file. */
    @Test
    void needsLittleMemoryForManyRowsOfAFile(@TempDir Path folder) throws Exception {
        read("h2:file:" + folder.resolve("many"));
    }

    private static void read(String dsn) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MEGABYTES + "m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path")
                                + File.pathSeparator
                                + System.getProperty("jdk.module.path", ""),
                        "-Daludel.trials=" + Integer.getInteger("aludel.trials", 50),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.log.io.aludel.sql=warn",
                        StreamingTest.class.getName(),
                        dsn)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(said).contains(ROWS + " rows, " + (long) ROWS * CHARACTERS + " characters");
    }

    /** The other JVM: each part with each of the first others. */
    public static void main(String[] arguments) {
        TableName part = TableName.of("part");
        Table table = Table.of(
                part, List.of(Column.notNull("id", SqlType.integer()), Column.notNull("content", SqlType.text())));
        InsertRows insert = new InsertRows(
                part,
                List.of(PetWorld.column("id", ValueType.INTEGER), PetWorld.column("content", ValueType.STRING)),
                null);
        String content = "x".repeat(CHARACTERS);
        try (Engine engine = Engine.create(arguments[0])) {
            engine.createAll(Schema.of(table));
            try (EngineConnection connection = engine.connect()) {
                connection.insert(
                        insert,
                        IntStream.range(0, PARTS)
                                .mapToObj(id -> new Object[] {id, content})
                                .toList());
                connection.begin();
                long rows = 0;
                long characters = 0;
                try (Rows parts = connection.stream(
                        sql("select a.id, b.content from part a cross join part b where a.id < " + ROWS / PARTS),
                        List.of(ValueType.INTEGER, ValueType.STRING))) {
                    while (parts.next()) {
                        rows++;
                        characters += ((String) parts.get(1)).length();
                    }
                }
                connection.commit();
                System.out.println(rows + " rows, " + characters + " characters");
            }
        }
    }
}
