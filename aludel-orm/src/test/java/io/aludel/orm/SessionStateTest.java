// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import static io.aludel.testkit.Expected.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aludel.engine.ConstraintViolationException;
import io.aludel.engine.UniqueViolationException;
import io.aludel.orm.error.EntityNotFoundException;
import io.aludel.orm.error.SessionException;
import io.aludel.orm.error.StaleEntityException;
import io.aludel.orm.error.UnflushableException;
import io.aludel.orm.world.Passport;
import io.aludel.orm.world.Person;
import io.aludel.orm.world.Pet;
import io.aludel.orm.world.QPassport;
import io.aludel.orm.world.QPerson;
import io.aludel.orm.world.QPet;
import io.aludel.orm.world.Toy;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What objects are to a session, and what becomes of them. */
@OnEveryDatabase
class SessionStateTest {
    private final World world;

    SessionStateTest(FreshDatabase database) {
        world = new World(database);
    }

    @AfterEach
    void close() {
        world.close();
    }

    // identity

    @Test
    @Tag("O-26")
    void givesOneObjectForARowAndKeepsItsUnwrittenChanges() {
        world.givenPersons(1, 1);
        try (Session session = world.open()) {
            Person first = session.select(QPerson.person).single();
            first.setName("changed");
            Person second = session.withoutAutoflush(
                    () -> session.select(QPerson.person).single());
            assertThat(second).isSameAs(first);
            assertThat(second.getName()).isEqualTo("changed");
            session.refresh(first);
            assertThat(first.getName()).isEqualTo("Person 0");
        }
    }

    @Test
    @Tag("O-26")
    void doesNotOverwriteAnUnchangedObjectEither() {
        world.givenPersons(1, 0);
        try (Session session = world.open()) {
            Person person = session.select(QPerson.person).single();
            session.connection().execute("update persons set name = 'by SQL'");
            assertThat(session.select(QPerson.person).single().getName()).isEqualTo("Person 0");
            session.refresh(person);
            assertThat(person.getName()).isEqualTo("by SQL");
        }
    }

    @Test
    @Tag("O-27")
    void findsWhatItHasWithoutAskingTheDatabase() {
        world.givenPersons(2, 0);
        try (Session session = world.open()) {
            Person person = session.get(Person.class, 1L);
            world.statements().clear();
            assertThat(session.find(Person.class, 1L)).isSameAs(person);
            assertThat(session.find(Person.class, 1)).isSameAs(person);
            world.statements().assertNoStatements();

            assertThat(session.find(Person.class, 99)).isNull();
            assertThatThrownBy(() -> session.get(Person.class, 99L))
                    .isInstanceOf(EntityNotFoundException.class)
                    .hasMessage("There is no Person with the identifier 99.");
            assertThatThrownBy(() -> session.find(Person.class, "1"))
                    .isInstanceOf(SessionException.class)
                    .hasMessage("The identifier of Person is a Long, but this is a String.");
            session.remove(person);
            assertThat(session.find(Person.class, 1L)).isNull();
            Passport fresh = new Passport("N1", "UA");
            session.persist(fresh);
            assertThat(session.find(Passport.class, "N1")).isSameAs(fresh);
            session.rollback();
        }
    }

    @Test
    @Tag("O-27")
    @Tag("O-28")
    void readsAgainAfterACommitWhereTheFactorySaysSo() {
        world.givenPersons(2, 0);
        try (Session keeping = world.open();
                Session expiring = world.sessions().expireOnCommit().open()) {
            Person kept = keeping.get(Person.class, 1L);
            keeping.commit();
            Person expired = expiring.get(Person.class, 1L);
            Person gone = expiring.get(Person.class, 2L);
            expiring.commit();
            world.sessions().inTransaction(other -> {
                other.get(Person.class, 1L).setName("changed");
                other.remove(other.get(Person.class, 2L));
            });
            world.statements().clear();
            assertThat(keeping.get(Person.class, 1L)).isSameAs(kept);
            assertThat(kept.getName()).isEqualTo("Person 0");
            world.statements().assertNoStatements();
            assertThat(expired.getName()).isEqualTo("Person 0");
            assertThat(expiring.get(Person.class, 1L)).isSameAs(expired);
            assertThat(expired.getName()).isEqualTo("changed");
            assertThat(expiring.find(Person.class, 2L)).isNull();
            assertThat(expiring.contains(gone)).isFalse();
            world.statements().assertCount(2);
        }
    }

    @Test
    void refusesAnotherObjectForTheSameRowAndOneOfAnotherSession() {
        Person ada = new Person("Ada");
        world.given(ada, new Passport("P1", "UA"));
        try (Session session = world.open()) {
            assertThatThrownBy(() -> session.persist(ada))
                    .isInstanceOf(SessionException.class)
                    .hasMessage(
                            "A Person cannot be persisted: it has the identifier 1 already, so it belongs to another session or was"
                                    + " detached. Find Person 1 in this session and work with that, or take the identifier away to insert a"
                                    + " copy.");
            assertThatThrownBy(() -> session.remove(ada))
                    .hasMessage(
                            "This Person cannot be removed: the session does not know it. Find it in this session first.");
            session.get(Passport.class, "P1");
            assertThatThrownBy(() -> session.persist(new Passport("P1", "PL")))
                    .hasMessage(
                            "This Passport cannot be persisted: the session has another object for Passport P1. Change that one,"
                                    + " or give this one another identifier.");
            Pet rex = new Pet("Rex", ada);
            assertThatThrownBy(() -> session.persist(rex))
                    .isInstanceOf(UnflushableException.class)
                    .hasMessageStartingWith(
                            "Pet.owner reaches a Person that cannot be persisted: it has the identifier 1 already");
            session.clear();
        }
    }

    @Test
    void letsGoOfDetachedObjectsAndOfAll() {
        world.givenPersons(2, 0);
        try (Session session = world.open()) {
            Person first = session.get(Person.class, 1L);
            Person second = session.get(Person.class, 2L);
            first.setName("lost");
            session.detach(first);
            assertThat(session.contains(first)).isFalse();
            assertThat(session.get(Person.class, 1L)).isNotSameAs(first);
            session.clear();
            assertThat(session.contains(second)).isFalse();
            second.setName("lost too");
            session.commit();
            assertThat(session.get(Person.class, 1L).getName()).isEqualTo("Person 0");
            assertThat(session.get(Person.class, 2L).getName()).isEqualTo("Person 1");
        }
    }

    @Test
    void keepsARemovedObjectThatIsPersistedAgain() {
        world.givenPersons(1, 0);
        try (Session session = world.open()) {
            Person person = session.get(Person.class, 1L);
            session.remove(person);
            session.persist(person);
            assertThat(session.contains(person)).isTrue();
            person.setName("kept");
            session.commit();
        }
        assertThat(world.count("persons")).isOne();
    }

    // transactions

    @Test
    @Tag("O-29")
    void givesEverythingBackAfterARollback() {
        world.givenPersons(2, 2);
        try (Session session = world.open()) {
            Person first = session.get(Person.class, 1L);
            Person second = session.get(Person.class, 2L);
            List<Pet> pets = List.copyOf(first.getPets());
            session.commit();

            Person fresh = new Person("new");
            Toy toy = new Toy("ball", pets.get(0));
            session.persist(fresh);
            session.persist(toy);
            first.setName("changed");
            pets.get(0).setOwner(second);
            session.remove(pets.get(1));
            session.flush();
            assertThat(fresh.getId()).isNotNull();
            assertThat(pets.get(0).getVersion()).isEqualTo(1);
            pets.get(0).setName("changed, and not written");

            session.rollback();

            assertThat(session.contains(fresh)).isFalse();
            assertThat(fresh.getId()).isNull();
            assertThat(toy.getId()).isNull();
            assertThat(fresh.getName()).isEqualTo("new");
            assertThat(first.getName()).isEqualTo("Person 0");
            assertThat(pets.get(0).getName()).isEqualTo("Pet 0.0");
            assertThat(pets.get(0).getOwner()).isSameAs(first);
            assertThat(pets.get(0).getVersion()).isZero();
            assertThat(session.contains(pets.get(1))).isTrue();
            assertThat(first.getPets()).containsExactlyElementsOf(pets);
            assertThat(second.getPets()).hasSize(2);
            world.statements().clear();
            session.flush();
            world.statements().assertNoStatements();

            session.persist(fresh);
            first.setName("again");
            session.commit();
            assertThat(fresh.getId()).isNotNull();
        }
        assertThat(world.count("persons")).isEqualTo(3);
        assertThat(world.count("pets")).isEqualTo(4);
    }

    @Test
    @Tag("O-29")
    void givesBackWhatASavepointHeld() {
        world.givenPersons(1, 0);
        try (Session session = world.open()) {
            Person person = session.get(Person.class, 1L);
            person.setName("before");
            Person outer = new Person("outer");
            session.persist(outer);
            Savepoint savepoint = session.savepoint();
            person.setName("inside");
            Person inner = new Person("inner");
            session.persist(inner);
            session.flush();
            session.remove(outer);
            session.flush();

            savepoint.rollback();

            assertThat(person.getName()).isEqualTo("before");
            assertThat(session.contains(inner)).isFalse();
            assertThat(inner.getId()).isNull();
            assertThat(session.contains(outer)).isTrue();
            assertThat(outer.getId()).isNotNull();
            person.setName("after");
            Savepoint second = session.savepoint();
            person.setName("released");
            second.release();
            session.rollback();
            assertThat(person.getName()).isEqualTo("Person 0");
            assertThat(outer.getId()).isNull();
        }
    }

    @Test
    @Tag("O-30")
    @Tag("O-23")
    void goesOnAfterAFailedFlushOnceItIsRolledBack() {
        world.given(new Passport("P1", "UA"));
        try (Session session = world.open()) {
            Person outer = new Person("outer");
            session.persist(outer);
            Savepoint savepoint = session.savepoint();
            Passport second = new Passport("P1", "PL");
            session.persist(second);
            assertThatThrownBy(session::flush).isInstanceOf(ConstraintViolationException.class);
            assertThatThrownBy(() -> session.find(Person.class, 1L))
                    .isInstanceOf(SessionException.class)
                    .hasMessageStartingWith(
                            "An earlier flush failed, and the session does not know any more what the database holds;"
                                    + " roll back first. It failed with: ")
                    .hasCauseInstanceOf(ConstraintViolationException.class);
            savepoint.rollback();
            assertThat(session.contains(second)).isFalse();
            assertThat(session.contains(outer)).isTrue();
            session.commit();
        }
        assertThat(world.count("persons")).isOne();
        assertThat(world.count("passports")).isOne();
    }

    @Test
    @Tag("O-20")
    @Tag("O-21")
    void refusesToWriteOverWhatAnotherSessionWrote() {
        world.givenPersons(1, 1);
        try (Session session = world.open()) {
            Pet pet = session.get(Pet.class, 1L);
            session.commit();
            world.sessions().inTransaction(other -> other.get(Pet.class, 1L).setName("other"));
            pet.setName("mine");
            assertThatThrownBy(session::commit)
                    .isInstanceOfSatisfying(StaleEntityException.class, e -> {
                        assertThat(e.entity()).isSameAs(pet);
                        assertThat(e.id()).isEqualTo(1L);
                    })
                    .hasMessage(
                            "Pet 1 cannot be changed: its row was changed or deleted by another transaction since it was read. Roll"
                                    + " back, read it again, and decide anew.");
            session.rollback();
            session.refresh(pet);
            assertThat(pet.getName()).isEqualTo("other");
            assertThat(pet.getVersion()).isEqualTo(1);
            pet.setName("mine");
            session.commit();
            assertThat(pet.getVersion()).isEqualTo(2);

            world.sessions().inTransaction(other -> other.remove(other.get(Pet.class, 1L)));
            session.remove(pet);
            assertThatThrownBy(session::commit).isInstanceOf(StaleEntityException.class);
            session.rollback();
            assertThatThrownBy(() -> session.refresh(pet)).isInstanceOf(EntityNotFoundException.class);
        }
    }

    @Test
    @Tag("O-20")
    void noticesARowWithoutVersionThatIsGone() {
        world.givenPersons(1, 0);
        try (Session session = world.open()) {
            Person person = session.get(Person.class, 1L);
            session.commit();
            world.sessions().inTransaction(other -> other.remove(other.get(Person.class, 1L)));
            person.setName("changed");
            assertThatThrownBy(session::flush).isInstanceOf(StaleEntityException.class);
            session.rollback();
        }
    }

    @Test
    @Tag("O-21")
    void countsAVersionForColumnsOnly() {
        world.givenPersons(1, 1);
        try (Session session = world.open()) {
            Pet pet = session.get(Pet.class, 1L);
            pet.getToys().add(new Toy("ball"));
            session.flush();
            assertThat(pet.getVersion()).isZero();
            pet.setOwner(null);
            session.flush();
            assertThat(pet.getVersion()).isEqualTo(1);
        }
    }

    @Test
    @Tag("O-24")
    void writesChangesBeforeAQueryThatDependsOnThem() {
        world.givenPersons(1, 1);
        try (Session session = world.open()) {
            Person person = session.get(Person.class, 1L);
            person.setName("Grace");
            world.statements().clear();
            assertThat(session.select(QPet.pet.name).from(QPet.pet).list()).hasSize(1);
            assertThat(world.statements().sql()).hasSize(1);
            assertThat(session.select(QPet.pet)
                            .where(QPet.pet.owner().name.eq("Grace"))
                            .list())
                    .hasSize(1);
            assertThat(world.statements().sql().get(1)).startsWith(world.sql("update persons"));

            Pet tom = new Pet("Tom");
            person.getPets().add(tom);
            assertThat(session.withoutAutoflush(() -> session.select(QPet.pet).list()))
                    .hasSize(1);
            assertThat(session.select(QPet.pet).list()).contains(tom);
            assertThat(session.related(person, QPet.pet, QPet.pet.owner())).contains(tom);

            session.persist(new Toy("ball"));
            assertThatThrownBy(() -> session.connection())
                    .isInstanceOf(SessionException.class)
                    .isInstanceOf(UnflushableException.class)
                    .hasMessageStartingWith("Toy.pet of a new Toy is null")
                    .hasMessageEndingWith("(It was met when changes were written before SQL of the program's own;"
                            + " Session.withoutAutoflush runs a query without writing first.)");
            session.rollback();
        }
    }

    @Test
    void aViolationThatAQueryFlushesIsItselfAndNamesTheEntity() {
        world.given(new Passport("P1", "UA"));
        try (Session session = world.open()) {
            session.persist(new Passport("P1", "PL"));
            UniqueViolationException violation = catchThrowableOfType(
                    UniqueViolationException.class,
                    () -> session.select(QPassport.passport).list());

            assertThat(violation).hasCauseInstanceOf(SQLException.class);
            assertThat(violation.constraint()).isEqualTo("pk_passports");
            assertThat(violation.table()).isEqualTo("passports");
            assertThat(violation.columns()).containsExactly("number");
            assertThat(violation)
                    .hasMessageStartingWith("Cannot execute a statement on ")
                    .hasMessageEndingWith(
                            ": another row has the same values in unique key \"pk_passports\" (\"number\") of table"
                                    + " \"passports\". SQL: " + violation.sql()
                                    + " It was met by inserting a row of Passport."
                                    + " (It was met when changes were written before a query of Passport;"
                                    + " Session.withoutAutoflush runs a query without writing first.)");
            session.rollback();
        }
    }

    @Test
    void relatesOverTheSideThatIsNotDeclared() {
        Pet rex = new Pet("Rex");
        world.given(rex, new Person("Ada"));
        try (Session session = world.open()) {
            Pet found = session.get(Pet.class, rex.getId());
            found.setOwner(session.get(Person.class, 1L));
            assertThat(session.related(found.getOwner(), QPet.pet, QPet.pet.owner()))
                    .containsExactly(found);
        }
    }

    @Test
    void beginsATransactionWithTheFirstStatementAndRollsBackWhenItIsClosed() {
        try (Session session = world.open()) {
            assertThat(session).hasToString("Session[0 objects]");
            session.persist(new Person("Ada"));
            session.flush();
            assertThat(session).hasToString("Session[1 objects, in a transaction]");
        }
        assertThat(world.count("persons")).isZero();
        assertThatThrownBy(() -> world.sessions().inTransaction(session -> {
                    session.persist(new Person("Ada"));
                    session.flush();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(world.count("persons")).isZero();
        long id = world.sessions().fromTransaction(session -> {
            Person ada = new Person("Ada");
            session.persist(ada);
            session.flush();
            return ada.getId();
        });
        assertThat(id).isPositive();
        assertThat(world.count("persons")).isOne();
    }

    @Test
    void warnsOfChangesThatWereNeverWritten() {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            Session session = world.open();
            session.persist(new Person("Ada"));
            session.persist(new Person("Grace"));
            session.close();
            session.close();
            try (Session rolledBack = world.open()) {
                rolledBack.persist(new Person("Ada"));
                rolledBack.rollback();
            }
        } finally {
            System.setErr(before);
        }
        assertThat(log.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("WARN")
                .contains(
                        "io.aludel.session - A session was closed with changes of 2 objects that were never written; commit() before"
                                + " close() writes them, rollback() says that they are not wanted.");
    }

    @Test
    void refusesAnotherThreadAndAClosedSession() {
        Session session = world.open();
        String here = Thread.currentThread().getName();
        assertThatThrownBy(() -> CompletableFuture.runAsync(() -> session.find(Person.class, 1L))
                        .join())
                .cause()
                .isInstanceOf(SessionException.class)
                .hasMessageMatching("The session was opened by thread \"" + here
                        + "\" and is used by thread \".+\"; a session is one"
                        + " thread's: open one for each, the session factory may be shared\\.");
        session.close();
        assertThatThrownBy(() -> session.find(Person.class, 1L))
                .isInstanceOf(SessionException.class)
                .hasMessage("The session is closed; open another from the session factory.");
    }

    // many rows

    @Test
    @Tag("O-39")
    void keepsLoadedObjectsInStepWithAnUpdateOfManyRows() {
        world.givenPersons(3, 2);
        try (Session session = world.open()) {
            Person first = session.get(Person.class, 1L);
            Person second = session.get(Person.class, 2L);
            first.setName("renamed");
            world.statements().clear();
            long changed = session.update(QPerson.person)
                    .set(QPerson.person.name, "bulk")
                    .where(QPerson.person.name.eq("renamed").or(QPerson.person.name.eq("Person 2")))
                    .execute();
            assertThat(changed).isEqualTo(2);
            assertThat(first.getName()).isEqualTo("bulk");
            assertThat(second.getName()).isEqualTo("Person 1");
            world.statements()
                    .assertStatements(
                            statement("update persons set name = ? where persons.id = ?"),
                            statement(
                                    "select person.id from persons as person where person.name = ? or person.name = ?"),
                            statement("update persons as person set name = ? where person.name = ? or person.name = ?"),
                            statement(
                                    "select persons.id, persons.name, persons.boss_id from persons where persons.id = ?"));
            session.rollback();
            assertThat(first.getName()).isEqualTo("Person 0");
        }
    }

    @Test
    @Tag("O-39")
    void asksNothingMoreWhereNoObjectIsLoaded() {
        world.givenPersons(3, 0);
        world.sessions()
                .inTransaction(session -> assertThat(session.delete(QPerson.person)
                                .where(QPerson.person.name.ne("Person 1"))
                                .execute())
                        .isEqualTo(2));
        world.statements().assertStatements(world.deleteFrom("persons", "person") + " where person.name <> ?");
    }

    @Test
    @Tag("O-39")
    void keepsLoadedObjectsInStepWithADeletionOfManyRows() {
        Pet rex = new Pet("Rex");
        Toy ball = new Toy("ball");
        rex.getToys().add(ball);
        Person ada = new Person("Ada");
        ada.getPets().addAll(List.of(rex, new Pet("Tom")));
        world.given(ada);
        try (Session session = world.open()) {
            Person owner = session.get(Person.class, 1L);
            assertThat(owner.getPets()).hasSize(2);
            Pet found = owner.getPets().get(0);
            Toy toy = found.getToys().iterator().next();
            session.delete(QPet.pet).where(QPet.pet.name.eq("Rex")).execute();
            assertThat(session.contains(found)).isFalse();
            assertThat(session.contains(toy)).isFalse();
            assertThat(owner.getPets()).extracting(Pet::getName).containsExactly("Tom");
            world.statements().clear();
            session.flush();
            world.statements().assertNoStatements();
            session.rollback();
            assertThat(session.contains(found)).isTrue();
            assertThat(session.contains(toy)).isTrue();
            assertThat(owner.getPets()).hasSize(2);
        }
    }

    @Test
    @Tag("O-39")
    void movesChildrenByAnUpdateOfManyRows() {
        world.givenPersons(2, 1);
        try (Session session = world.open()) {
            Person first = session.get(Person.class, 1L);
            Person second = session.get(Person.class, 2L);
            Pet pet = first.getPets().get(0);
            assertThat(second.getPets()).hasSize(1);
            session.update(QPet.pet).set(QPet.pet.owner().id, 2L).execute();
            assertThat(pet.getOwner()).isSameAs(second);
            assertThat(first.getPets()).isEmpty();
            assertThat(second.getPets()).hasSize(2).contains(pet);
        }
    }
}
