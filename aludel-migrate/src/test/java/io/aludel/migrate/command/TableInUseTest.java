// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static io.aludel.core.type.SqlType.integer;
import static io.aludel.migrate.command.TestHistory.applied;
import static io.aludel.migrate.command.TestHistory.id;
import static io.aludel.migrate.command.TestHistory.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.LockTimeoutException;
import io.aludel.migrate.script.Script;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A table that somebody else is reading in a long transaction, so that it cannot be changed. */
@OnEveryDatabase
class TableInUseTest {
    private static final Script A =
            script("a", "", op -> op.createTable("pet", t -> t.column("id", integer())), op -> op.dropTable("pet"));
    private static final Script B =
            script("b", "a", op -> op.addColumn("pet", "legs", integer()), op -> op.dropColumn("pet", "legs"));

    private final Engine engine;
    private final Migrations migrations;

    TableInUseTest(FreshDatabase database) {
        this.engine = Engine.create(database.dsn());
        this.migrations =
                Migrations.of(engine, () -> Schema.EMPTY, () -> List.of(A, B)).withPatience(Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void isGivenUpAfterAWhileAndTheMessageSaysWhoUsesIt() {
        assumeTrue(
                engine.dialect().ddlLockTimeout(Duration.ofSeconds(1)).isPresent(),
                "nobody queues behind a change of a table in a database inside the program");
        migrations.upgrade(id("a"));
        Instant start = Instant.now();
        try (EngineConnection reader = engine.connect()) {
            reader.begin();
            reader.catalog().query("select id from pet");

            Throwable failure = catchThrowable(() -> migrations.upgrade("head"));
            assertThat(failure.getCause()).isInstanceOf(LockTimeoutException.class);
            assertThat(failure.getMessage()
                            .replace(engine.description(), "DATABASE")
                            .replaceAll("java:\\d+", "java:LINE")
                            .replaceAll("The database says: .*? In the way", "The database says: SAID. In the way")
                            .replaceAll(
                                    "(process|connection) \\d+ of user \\w+(, idle in transaction| from [^ ,]+)",
                                    "SOMEBODY")
                            .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d)?( \\w+)?", "TIME"))
                    .isEqualTo(
                            "MIG-014: Revision bbbbbbbbbbbb (Rbbbbbbbbbbbb.java) could not go up, at \"add column \"legs\" to table"
                                    + " \"pet\"\" (TableInUseTest.java:LINE): ENG-009: Cannot execute a statement on DATABASE: another"
                                    + " transaction writes there, or holds a lock, for longer than this one waits. Wait until that has"
                                    + " ended, or end it; then try again. The database says: SAID. In the way: SOMEBODY, in a transaction"
                                    + " since TIME. More patience: lock.wait. Nothing of this revision remains; those before it do.");
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
        }
        assertThat(migrations.current().pending()).containsExactly(id("b"));
        assertThat(migrations.unfinished()).isEmpty();
        assertThat(applied(migrations.upgrade("head"))).isEqualTo("b");
    }
}
