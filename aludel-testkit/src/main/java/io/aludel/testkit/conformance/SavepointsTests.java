// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.count;
import static io.aludel.testkit.conformance.PetWorld.insert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.ConstraintViolationException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.engine.Savepoint;
import io.aludel.testkit.TestedDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class SavepointsTests extends ConformanceTests {
    private static final String GONE =
            "The savepoint is gone: it was released, an earlier one was, or its transaction has ended.";

    private final Engine engine = newEngine();
    private EngineConnection connection;

    SavepointsTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    @BeforeEach
    void connect() {
        engine.createAll(PetWorld.SCHEMA);
        connection = engine.connect();
        connection.begin();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void goesBackFromAnyDepth() {
        List<Savepoint> savepoints = new ArrayList<>();
        for (int depth = 0; depth < 40; depth++) {
            savepoints.add(connection.savepoint());
            insert(connection, "person " + depth);
        }
        connection.rollbackTo(savepoints.get(30));
        assertThat(count(connection, "person")).isEqualTo(30);
        connection.release(savepoints.get(20));
        assertThat(count(connection, "person")).isEqualTo(30);
        for (int gone = 20; gone < 40; gone++) {
            Savepoint savepoint = savepoints.get(gone);
            assertThatThrownBy(() -> connection.rollbackTo(savepoint)).hasMessage(GONE);
        }
        connection.rollbackTo(savepoints.get(10));
        connection.commit();

        assertThat(count(engine, "person")).isEqualTo(10);
    }

    @Test
    void releasesInnerOnesWithTheOuterOne() {
        Savepoint outer = connection.savepoint();
        insert(connection, "Ada");
        Savepoint inner = connection.savepoint();
        insert(connection, "Bob");
        connection.release(outer);

        assertThatThrownBy(() -> connection.release(inner)).hasMessage(GONE);
        insert(connection, "Cleo");
        connection.commit();
        assertThat(count(engine, "person")).isEqualTo(3);
    }

    @Test
    void undoesWhatAnInnerOneHasReleased() {
        Savepoint outer = connection.savepoint();
        Savepoint inner = connection.savepoint();
        insert(connection, "Ada");
        connection.release(inner);
        connection.rollbackTo(outer);
        connection.commit();

        assertThat(count(engine, "person")).isZero();
    }

    @Test
    void goesOnAfterAnErrorInTheMidstOfOthers() {
        insert(connection, "Ada");
        Savepoint outer = connection.savepoint();
        insert(connection, "Bob");
        Savepoint inner = connection.savepoint();
        assertThatThrownBy(() -> insert(connection, "Ada")).isInstanceOf(ConstraintViolationException.class);
        connection.rollbackTo(outer);
        assertThatThrownBy(() -> insert(connection, "Ada")).isInstanceOf(ConstraintViolationException.class);
        connection.rollbackTo(outer);
        assertThatThrownBy(() -> connection.rollbackTo(inner)).hasMessage(GONE);
        connection.release(outer);
        insert(connection, "Cleo");
        connection.commit();

        assertThat(count(engine, "person")).isEqualTo(2);
    }

    /** PostgreSQL takes no savepoint after an error; what was taken before remains. */
    @Test
    void keepsItsListWhereTheDatabaseRefusesAnother() {
        Savepoint before = connection.savepoint();
        assertThatThrownBy(() -> connection.execute("insert into nowhere values (1)"))
                .isInstanceOf(EngineException.class);
        try {
            connection.savepoint();
        } catch (EngineException refused) {
            assertThat(refused.getMessage()).startsWith("Cannot set a savepoint on ");
        }
        connection.rollbackTo(before);
        insert(connection, "Ada");
        connection.commit();

        assertThat(count(engine, "person")).isEqualTo(1);
    }

    @Test
    void takesNoSavepointOfAnotherConnection() {
        Savepoint own = connection.savepoint();
        connection.rollback();
        try (EngineConnection other = engine.connect()) {
            other.begin();
            other.savepoint();
            assertThatThrownBy(() -> other.rollbackTo(own)).hasMessage(GONE);
            assertThatThrownBy(() -> other.release(own)).hasMessage(GONE);
        }
    }
}
