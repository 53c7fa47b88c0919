// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Feature;
import io.aludel.engine.EngineException;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.QGroup;
import io.aludel.orm.Session;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The numbers of a report come from several queries, and have to agree whoever writes meanwhile. */
@OnEveryDatabase
class OneStateTest {
    private final Gradebook gradebook;
    private final Gradebook somebodyElses;

    OneStateTest(FreshDatabase database) {
        gradebook = new Gradebook(database.dsn());
        somebodyElses = new Gradebook(database.dsn());
    }

    @BeforeEach
    void make() {
        gradebook.migrate(revision -> {});
        write("A-1");
    }

    @AfterEach
    void close() {
        gradebook.close();
        somebodyElses.close();
    }

    /** Where there is one writer at a time, it waits until what is read has been read. */
    @Test
    void readsTheSameHoweverManyQuestionsItAsks() throws Exception {
        CompletableFuture<Void> writing = gradebook.read(session -> {
            boolean waits = !session.connection().dialect().capabilities().has(Feature.CONCURRENT_WRITERS);
            assertThat(groups(session)).isEqualTo(1);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> write("A-2"));
            if (!waits) {
                other.join();
            } else {
                assertThat(other.isDone() && !other.isCompletedExceptionally()).isFalse();
            }
            assertThat(groups(session)).isEqualTo(1);
            return other;
        });
        writing.get(20, TimeUnit.SECONDS);

        assertThat(gradebook.<Integer>read(OneStateTest::groups)).isEqualTo(2);
    }

    @Test
    void writesNothingWhereItOnlyReads() {
        assertThatThrownBy(() -> gradebook.read(session -> {
                    session.persist(new Group("A-3"));
                    session.flush();
                    return null;
                }))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("was begun to read only");
        assertThat(gradebook.<Integer>read(OneStateTest::groups)).isEqualTo(1);
    }

    private static int groups(Session session) {
        session.clear();
        return session.select(QGroup.group).list().size();
    }

    private void write(String name) {
        somebodyElses.write(session -> {
            Group group = new Group(name);
            session.persist(group);
            return group;
        });
    }
}
