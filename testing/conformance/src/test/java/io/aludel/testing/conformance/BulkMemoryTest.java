// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A bulk insert in a JVM whose heap holds half of the rows. {@code -Daludel.trials=1000} makes them a million. */
class BulkMemoryTest {
    private static final int HEAP_MEGABYTES = 64;
    private static final int ROWS = 1_000 * Integer.getInteger("aludel.trials", 50);
    private static final int CHARACTERS = Math.max(100, 2 * HEAP_MEGABYTES * 1_000_000 / ROWS);

    @OnEveryDatabase
    void needsLittleMemoryForManyRows(FreshDatabase database) throws Exception {
        assumeTrue(database.isReachedByOtherProcesses(), "its rows are not in the memory of this JVM");
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
                        BulkMemoryTest.class.getName(),
                        database.dsn())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(said).contains(ROWS + " rows inserted");
        assertThat(rows(database)).isEqualTo(ROWS);
    }

    private static long rows(FreshDatabase database) throws SQLException {
        return ((Number) database.rows("select count(*) from letter").get(0).get(0)).longValue();
    }

    /** The other JVM. */
    public static void main(String[] arguments) {
        TableName letter = TableName.of("letter");
        InsertRows insert = new InsertRows(
                letter,
                List.of(new ColumnRef("", "id", ValueType.LONG), new ColumnRef("", "content", ValueType.STRING)),
                null);
        String content = "x".repeat(CHARACTERS - 10);
        try (Engine engine = Engine.create(arguments[0])) {
            engine.createAll(Schema.of(Table.of(
                    letter,
                    List.of(Column.notNull("id", SqlType.bigint()), Column.notNull("content", SqlType.text())))));
            try (EngineConnection connection = engine.connect()) {
                long count = connection.bulkInsert(
                        insert,
                        IntStream.range(0, ROWS)
                                .mapToObj(i -> new Object[] {(long) i, content + i})
                                .iterator());
                System.out.println(count + " rows inserted");
            }
        }
    }
}
