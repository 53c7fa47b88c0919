// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.sql;
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
import io.aludel.testkit.TestedDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows are read, and inserted in bulk, one after the other in another JVM, whose heap holds half of them. {@code -Daludel.trials=1000} makes them a
 * million. Public for databases that one kind of {@link TestedDatabase} keeps in memory, and another in files.
 */
public abstract class MemoryTests extends ConformanceTests {
    private static final int PARTS = 1_000;
    private static final int ROWS = PARTS * Integer.getInteger("aludel.trials", 50);
    /** Less for fewer rows, so that these do not take long either. */
    private static final int HEAP_MEGABYTES = ROWS < 1_000_000 ? 40 : 64;

    private static final int CHARACTERS = Math.max(100, 2 * HEAP_MEGABYTES * 1_000_000 / ROWS);

    @TempDir
    Path folder;

    protected MemoryTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    @Test
    void needsLittleMemoryToReadManyRows() throws IOException, InterruptedException {
        assertThat(outputOf("read")).contains(ROWS + " rows read, " + (long) ROWS * CHARACTERS + " characters");
    }

    @Test
    void needsLittleMemoryToInsertManyRows() throws IOException, InterruptedException {
        assertThat(outputOf("insert")).contains(ROWS + " rows inserted");
        try (Engine engine = Engine.create(database.dsn())) {
            assertThat(PetWorld.count(engine, "part")).isEqualTo(ROWS);
        }
    }

    private String outputOf(String task) throws IOException, InterruptedException {
        assumeTrue(database.isReachedByOtherProcesses(), "another process can reach the database");
        Path said = folder.resolve("said");
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
                        MemoryTests.class.getName(),
                        task,
                        database.dsn())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        process.getOutputStream().close();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(said);
    }

    /** The other JVM. */
    public static void main(String[] arguments) {
        TableName part = TableName.of("part");
        Table table = Table.of(
                part, List.of(Column.notNull("id", SqlType.integer()), Column.notNull("content", SqlType.text())));
        InsertRows insert = new InsertRows(
                part,
                List.of(PetWorld.column("id", ValueType.INTEGER), PetWorld.column("content", ValueType.STRING)),
                null);
        try (Engine engine = Engine.create(arguments[1])) {
            engine.createAll(Schema.of(table));
            try (EngineConnection connection = engine.connect()) {
                System.out.println(
                        arguments[0].equals("read") ? read(connection, insert) : insertInBulk(connection, insert));
            }
        }
    }

    /** Each part with each of the first others. */
    private static String read(EngineConnection connection, InsertRows insert) {
        String content = "x".repeat(CHARACTERS);
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
        return rows + " rows read, " + characters + " characters";
    }

    private static String insertInBulk(EngineConnection connection, InsertRows insert) {
        String content = "x".repeat(CHARACTERS - 10);
        return connection.bulkInsert(
                        insert,
                        IntStream.range(0, ROWS)
                                .mapToObj(id -> new Object[] {id, content + id})
                                .iterator())
                + " rows inserted";
    }
}
