// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.Isolation;
import io.aludel.engine.EngineException;
import io.aludel.engine.Retry;
import io.aludel.engine.TransactionConflictException;
import io.aludel.engine.TransactionOptions;
import io.aludel.orm.world.Person;
import io.aludel.orm.world.QPerson;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions whose transactions are other than usual. */
@OnEveryDatabase
class TransactionOptionsTest {
    private static final TransactionOptions THRICE = TransactionOptions.READ_WRITE
            .withIsolation(Isolation.REPEATABLE_READ)
            .retrying(Retry.upTo(3).withPauses(Duration.ofMillis(1), Duration.ofMillis(2)));

    private final World world;

    TransactionOptionsTest(FreshDatabase database) {
        world = new World(database);
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** The query flushes: what comes of that must not hide that there was a conflict. */
    @Test
    void doesTheWorkAgainWithANewSession() {
        assumeTrue(has(Feature.CONCURRENT_WRITERS), "nobody else writes meanwhile");
        world.given(new Person("Ada"));
        List<Session> used = new ArrayList<>();
        String name = world.sessions().fromTransaction(THRICE, session -> {
            used.add(session);
            Person person = session.select(QPerson.person).list().get(0);
            if (used.size() == 1) {
                renameTo("Grace");
            }
            person.setName(person.getName() + "!");
            session.select(QPerson.person).list();
            return person.getName();
        });

        assertThat(name).isEqualTo("Grace!");
        assertThat(used).hasSize(2).doesNotHaveDuplicates();
        try (Session session = world.open()) {
            assertThat(session.select(QPerson.person.name).from(QPerson.person).list())
                    .containsExactly("Grace!");
        }
    }

    @Test
    void givesUpWithTheConflictItself() {
        assumeTrue(has(Feature.CONCURRENT_WRITERS), "nobody else writes meanwhile");
        world.given(new Person("Ada"));
        List<Session> used = new ArrayList<>();
        assertThatThrownBy(() -> world.sessions().inTransaction(THRICE, session -> {
                    used.add(session);
                    Person person = session.select(QPerson.person).list().get(0);
                    renameTo("Grace " + used.size());
                    person.setName("Bob");
                }))
                .isInstanceOfSatisfying(
                        TransactionConflictException.class,
                        e -> assertThat(e.attempts()).isEqualTo(3));
        assertThat(used).hasSize(3);
    }

    @Test
    void refusesToFlushWhereItOnlyReads() {
        world.given(new Person("Ada"));
        try (Session session = world.sessions().open(TransactionOptions.SNAPSHOT)) {
            session.select(QPerson.person).list().get(0).setName("Bob");
            assertThatThrownBy(session::commit)
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("ENG-007: ");
            session.rollback();
            assertThat(session.select(QPerson.person.name).from(QPerson.person).list())
                    .containsExactly("Ada");
        }
    }

    @Test
    void beginsEachTransactionOfASessionByTheSameOptions() {
        world.given(new Person("Ada"));
        try (Session session = world.sessions().open(TransactionOptions.READ_ONLY)) {
            for (int transaction = 0; transaction < 2; transaction++) {
                session.select(QPerson.person).list();
                session.commit();
            }
            session.persist(new Person("Bob"));
            assertThatThrownBy(session::flush).hasMessageStartingWith("ENG-007: ");
            session.rollback();
        }
    }

    private void renameTo(String name) {
        world.sessions()
                .inTransaction(
                        other -> other.select(QPerson.person).list().get(0).setName(name));
    }

    private boolean has(Feature feature) {
        return world.sessions().engine().dialect().capabilities().has(feature);
    }
}
