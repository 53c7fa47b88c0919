// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.query.Query;
import io.aludel.core.query.Row;
import io.aludel.orm.error.SessionException;
import io.aludel.orm.world.Person;
import io.aludel.orm.world.Pet;
import io.aludel.orm.world.QPerson;
import io.aludel.orm.world.QPet;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Results that are dealt with while they are being read. */
@OnEveryDatabase
class ForEachTest {
    private final World world;

    ForEachTest(FreshDatabase database) {
        world = new World(database);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void givesWhatListGives() {
        world.givenPersons(2_100, 0);
        try (Session session = world.open()) {
            Query<Row> query = session.select(QPerson.person.id, QPerson.person.name)
                    .from(QPerson.person)
                    .orderBy(QPerson.person.id.desc());
            List<Row> results = new ArrayList<>();
            world.statements().clear();
            query.forEach(results::add);

            world.statements().assertCount(1);
            assertThat(results).hasSize(2_100).isEqualTo(query.list());
            query.limit(0).forEach(row -> results.clear());
            assertThat(results).hasSize(2_100);
        }
    }

    @Test
    void seesChangesThatAreNotWrittenYet() {
        try (Session session = world.open()) {
            session.persist(new Person("Ada"));
            List<String> names = new ArrayList<>();
            session.select(QPerson.person.name).from(QPerson.person).forEach(names::add);
            assertThat(names).isEqualTo(List.of("Ada"));
        }
    }

    /** A thousand million rows: whoever wants them all before the first never gets there. */
    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void beginsBeforeAllRowsAreThere() {
        assumeTrue(world.has(Feature.STREAMED_ROWS), "the database streams rows");
        world.givenPersons(1_000, 0);
        QPerson second = new QPerson("second");
        QPerson third = new QPerson("third");
        try (Session session = world.sessions().open()) {
            List<Row> seen = new ArrayList<>();
            Query<Row> query = session.select(QPerson.person.id, second.id, third.id)
                    .from(QPerson.person)
                    .join(second, second.id.ge(1L))
                    .join(third, third.id.ge(1L));

            assertThatThrownBy(() -> query.forEach(row -> {
                        seen.add(row);
                        if (seen.size() == 1_700) {
                            throw new IllegalStateException("enough");
                        }
                    }))
                    .hasMessage("enough");
            assertThat(seen).hasSize(1_700);
            assertThat(session.select(QPerson.person.id).from(QPerson.person).list())
                    .hasSize(1_000);
        }
    }

    /** On PostgreSQL rows that are not fetched yet would be lost, on SQLite not. */
    @Test
    void refusesWhatWouldTakeTheRowsAway() {
        world.givenPersons(3, 0);
        try (Session session = world.open()) {
            Query<Person> persons = session.select(QPerson.person);
            assertThatThrownBy(() -> persons.forEach(person -> session.commit()))
                    .isInstanceOf(SessionException.class)
                    .hasMessage(
                            "The session cannot commit while forEach(…) reads rows: the rows end with the transaction;"
                                    + " do it afterwards.");
            assertThatThrownBy(() -> persons.forEach(person -> session.rollback()))
                    .isInstanceOf(SessionException.class)
                    .hasMessageStartingWith("The session cannot roll back while forEach(…) reads rows: ");
            assertThatThrownBy(() -> persons.forEach(person -> session.clear()))
                    .isInstanceOf(SessionException.class)
                    .hasMessage(
                            "The session cannot be cleared while forEach(…) reads rows: objects that are about to come"
                                    + " would be let go of too; detach(…) each.");
            session.clear();
            session.commit();
        }
    }

    @Test
    void writesAndAsksAndLetsGoMeanwhile() {
        world.givenPersons(1_200, 1);
        try (Session session = world.open()) {
            session.select(QPerson.person).orderBy(QPerson.person.id.asc()).forEach((Person person) -> {
                if (person.getId() % 100 == 0) {
                    assertThat(session.select(QPet.pet.name)
                                    .from(QPet.pet)
                                    .where(QPet.pet.owner().eq(person))
                                    .list())
                            .hasSize(1);
                }
                person.setName(person.getName() + "!");
                session.flush();
                session.detach(person);
            });
            session.commit();
            assertThat(session.select(QPerson.person.id)
                            .from(QPerson.person)
                            .where(QPerson.person.name.endsWith("!"))
                            .list())
                    .hasSize(1_200);
        }
    }

    @Test
    void loadsWhatComesAlongForManyAtATime() {
        world.givenPersons(600, 2);
        try (Session session = world.open()) {
            List<String> owners = new ArrayList<>();
            session.select(QPet.pet)
                    .orderBy(QPet.pet.id.asc())
                    .forEach((Pet pet) -> owners.add(pet.getOwner().getName()));

            assertThat(owners).hasSize(1_200).startsWith("Person 0", "Person 0", "Person 1");
            // The pets; of three times 500 at most their passports and their owners.
            world.statements().assertCount(7);
        }
    }
}
