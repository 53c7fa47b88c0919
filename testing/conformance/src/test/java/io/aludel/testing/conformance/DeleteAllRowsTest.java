// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.conformance.PetWorld.INSERT_PERSON;
import static io.aludel.testing.conformance.PetWorld.INSERT_PET;
import static io.aludel.testing.conformance.PetWorld.count;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class DeleteAllRowsTest {
    private final Engine engine;

    DeleteAllRowsTest(FreshDatabase database) {
        engine = Engine.create(database.dsn());
    }

    @BeforeEach
    void createTables() {
        engine.createAll(PetWorld.SCHEMA);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void countsFromTheBeginningAgain() {
        try (EngineConnection connection = engine.connect()) {
            insertBoth(connection);
            insertBoth(connection);

            connection.deleteAllRows(PetWorld.SCHEMA);

            assertThat(connection.inTransaction()).isFalse();
            assertThat(count(engine, "person")).isZero();
            assertThat(count(engine, "pet")).isZero();
            assertThat(insertBoth(connection)).containsExactly(1, 1);
        }
    }

    @Test
    void bringsRowsAndCountsBackWhenTheTransactionIsRolledBack() {
        try (EngineConnection connection = engine.connect()) {
            insertBoth(connection);
            connection.begin();
            connection.deleteAllRows(PetWorld.SCHEMA);
            insertBoth(connection);
            connection.rollback();

            assertThat(count(connection, "pet")).isEqualTo(1);
            assertThat(insertBoth(connection)).containsExactly(2, 2);
        }
    }

    /** The two keys. */
    private static long[] insertBoth(EngineConnection connection) {
        long person = connection
                .insert(INSERT_PERSON, Collections.singletonList(new Object[] {
                    "Ada " + count(connection, "person"), null
                }))[0];
        long pet = connection.insert(INSERT_PET, Collections.singletonList(new Object[] {"Rex", person}))[0];
        return new long[] {person, pet};
    }
}
