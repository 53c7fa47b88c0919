// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.query.InsertQuery;
import io.aludel.core.query.QueryException;
import io.aludel.engine.ConstraintViolationException;
import io.aludel.orm.error.UnflushableException;
import io.aludel.orm.world.Passport;
import io.aludel.orm.world.Person;
import io.aludel.orm.world.Pet;
import io.aludel.orm.world.QPassport;
import io.aludel.orm.world.QPerson;
import io.aludel.orm.world.QPet;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows that no object is made for. */
@OnEveryDatabase
class BulkInsertTest {
    private static final QPet pet = QPet.pet;

    private final World world;

    BulkInsertTest(FreshDatabase database) {
        world = new World(database);
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** What a row of {@code pets} is made of. */
    private record Arrival(String name, LocalDate born, Person owner) {}

    private static Iterator<Arrival> arrivals(int count, Person owner) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Arrival("Pet " + i, i % 2 == 0 ? null : LocalDate.of(2020, 1, 1), owner))
                .iterator();
    }

    private static InsertQuery<Arrival> pets(Session session) {
        return session.insertInto(pet, Arrival.class)
                .set(pet.name, Arrival::name)
                .set(pet.born, Arrival::born)
                .set(pet.owner(), Arrival::owner);
    }

    @Test
    void insertsRowsOfAnything() {
        try (Session session = world.open()) {
            Person ada = new Person("Ada");
            session.persist(ada);

            assertThat(pets(session).rows(arrivals(1_000, ada))).isEqualTo(1_000);

            assertThat(session.select(pet.id)
                            .from(pet)
                            .where(pet.owner().eq(ada).and(pet.born.isNull()))
                            .list())
                    .hasSize(500);
            Pet first = session.select(pet).where(pet.name.eq("Pet 7")).first().orElseThrow();
            first.setName("Lucky");
            session.commit();
            assertThat(session.select(pet.name)
                            .from(pet)
                            .where(pet.name.eq("Lucky"))
                            .list())
                    .hasSize(1);
        }
    }

    @Test
    void takesIdentifiersOfToOnesAndItsOwn() {
        try (Session session = world.open()) {
            session.insertInto(QPerson.person, Long.class)
                    .set(QPerson.person.id, id -> id)
                    .set(QPerson.person.name, id -> "Person " + id)
                    .rows(List.of(7L, 8L).iterator());
            session.insertInto(pet, Long.class)
                    .set(pet.owner().id, id -> id)
                    .rows(List.of(7L, 7L, 8L).iterator());

            assertThat(session.select(pet.owner().name)
                            .from(pet)
                            .orderBy(pet.id.asc())
                            .list())
                    .containsExactly("Person 7", "Person 7", "Person 8");
        }
    }

    @Test
    void isSeenByCollectionsThatAreLoaded() {
        world.givenPersons(1, 1);
        try (Session session = world.open()) {
            Person person = session.select(QPerson.person).first().orElseThrow();
            assertThat(person.getPets()).hasSize(1);

            pets(session).rows(arrivals(2, person));

            assertThat(person.getPets()).hasSize(3);
        }
    }

    @Test
    void saysWhichValueDoesNotFit() {
        try (Session session = world.open()) {
            assertThatThrownBy(() -> session.insertInto(pet, String.class)
                            .set(pet.name, name -> name)
                            .rows(List.of("Rex", "x".repeat(256)).iterator()))
                    .isInstanceOf(UnflushableException.class)
                    .hasMessage(
                            "Pet.name of row 2 has 256 characters, which do not fit varchar(255); shorten the value,"
                                    + " or widen the column in the mapping and migrate.");
            assertThat(session.select(pet).list()).isEmpty();
        }
    }

    @Test
    void leavesTheTransactionAsItWasWhereItFails() {
        try (Session session = world.open()) {
            session.persist(new Pet("Before"));

            assertThatThrownBy(() -> session.insertInto(pet, Long.class)
                            .set(pet.owner().id, id -> id)
                            .rows(List.of(99L).iterator()))
                    .isInstanceOf(ConstraintViolationException.class);

            session.persist(new Pet("After"));
            session.commit();
            assertThat(session.select(pet.name).from(pet).orderBy(pet.id.asc()).list())
                    .containsExactly("Before", "After");
        }
    }

    @Test
    void refusesWhatIsNoColumnOfTheTable() {
        try (Session session = world.open()) {
            InsertQuery<String> insert = session.insertInto(pet, String.class);

            assertThatThrownBy(() -> insert.set(pet.owner().name, name -> name)
                            .rows(List.of("Ada").iterator()))
                    .isInstanceOf(QueryException.class)
                    .hasMessageStartingWith(
                            "An insert sets attributes of Pet that have a column in its table (id, name,"
                                    + " born, chip, version, owner); this is none: ");
            assertThatThrownBy(() -> insert.set(pet.name, name -> name).set(pet.name, name -> name))
                    .isInstanceOf(QueryException.class)
                    .hasMessageContaining("twice");
        }
    }

    @Test
    void wantsIdentifiersThatTheProgramAssigns() {
        try (Session session = world.open()) {
            assertThatThrownBy(() -> session.insertInto(QPassport.passport, Passport.class)
                            .set(QPassport.passport.country, passport -> "NZ")
                            .rows(List.<Passport>of().iterator()))
                    .isInstanceOf(QueryException.class)
                    .hasMessage("The insert sets no identifier, but that of Passport is assigned by the program; set"
                            + " Passport.number too.");
        }
    }
}
