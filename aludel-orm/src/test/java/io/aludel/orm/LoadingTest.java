// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.mapping.access.LazyReference;
import io.aludel.orm.error.EntityNotFoundException;
import io.aludel.orm.error.LazyLoadException;
import io.aludel.orm.world.Passport;
import io.aludel.orm.world.Person;
import io.aludel.orm.world.Pet;
import io.aludel.orm.world.QPerson;
import io.aludel.orm.world.QPet;
import io.aludel.orm.world.QToy;
import io.aludel.orm.world.Toy;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is loaded when, and by how many statements. */
@OnEveryDatabase
class LoadingTest {
    private final World world;

    LoadingTest(FreshDatabase database) {
        world = new World(database);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Tag("O-41")
    void takesAReferenceFromWhatIsLoadedAndLoadsItOtherwise() {
        world.givenPersons(2, 1);
        world.given(new Pet("stray"));
        try (Session session = world.open()) {
            Person first = session.get(Person.class, 1L);
            world.statements().clear();
            assertThat(session.get(Pet.class, 1L).getOwner()).isSameAs(first);
            Person second = session.get(Pet.class, 2L).getOwner();
            assertThat(session.get(Pet.class, 3L).getOwner()).isNull();
            world.statements().assertCount(6); // a pet and its passport each
            assertThat(second.getId()).isEqualTo(2L);
            world.statements().assertCount(6);
            assertThat(second.getName()).isEqualTo("Person 1");
            world.statements().assertCount(7);
            assertThat(session.find(Person.class, 2L)).isSameAs(second);
            assertThat(session.select(QPerson.person).list()).containsExactlyInAnyOrder(first, second);
            world.statements().assertCount(8);
        }
    }

    @Test
    void loadsReferencesForAllSiblingsOfTheResult() {
        world.givenPersons(5, 2);
        try (Session session = world.open()) {
            List<Pet> pets = session.select(QPet.pet).list();
            world.statements().clear();
            for (Pet pet : pets) {
                assertThat(LazyReference.isUnloaded(pet.getOwner())).isTrue();
            }
            pets.forEach(pet -> assertThat(pet.getOwner().getName())
                    .isEqualTo("Person " + pet.getName().substring(4, 5)));
            world.statements().assertCount(1);
            assertThat(pets.get(0).getOwner()).isSameAs(pets.get(1).getOwner());
        }
    }

    @Test
    @Tag("O-42")
    void loadsCollectionsInTheirOrder() {
        Pet rex = new Pet("Rex");
        rex.getToys().addAll(List.of(new Toy("bone"), new Toy("rope"), new Toy("ball")));
        Person ada = new Person("Ada");
        ada.getPets().addAll(List.of(new Pet("c"), new Pet("a"), new Pet("b")));
        world.given(rex, ada);
        try (Session session = world.open()) {
            assertThat(session.get(Pet.class, 1L).getToys())
                    .extracting(Toy::getName)
                    .containsExactly("rope", "bone", "ball");
            assertThat(session.get(Person.class, 1L).getPets())
                    .extracting(Pet::getName)
                    .containsExactly("c", "a", "b");
        }
    }

    @Test
    @Tag("O-45")
    void loadsCollectionsOf1100OwnersByThreeStatements() {
        List<Object> persons = new ArrayList<>();
        for (int i = 0; i < 1100; i++) {
            Person person = new Person("Person " + i);
            if (i % 2 == 0) {
                person.getTeam().add(new Person("member of " + i));
            }
            persons.add(person);
            persons.addAll(person.getTeam());
        }
        world.given(persons.toArray());
        try (Session session = world.open()) {
            List<Person> owners = session.select(QPerson.person)
                    .where(QPerson.person.name.startsWith("Person "))
                    .list();
            assertThat(owners).hasSize(1100);
            world.statements().clear();
            for (Person owner : owners) {
                int number = Integer.parseInt(owner.getName().substring(7));
                assertThat(owner.getTeam())
                        .extracting(Person::getName)
                        .isEqualTo(number % 2 == 0 ? List.of("member of " + number) : List.of());
            }
            world.statements().assertCount(3);
        }
    }

    @Test
    void loadsEachLevelOfAGraphByOneStatement() {
        world.givenPersons(4, 3);
        try (Session session = world.open()) {
            session.select(QPet.pet).list().forEach(pet -> pet.getToys().addAll(List.of(new Toy("a"), new Toy("b"))));
            session.commit();
        }
        world.statements().clear();
        try (Session session = world.open()) {
            int toys = 0;
            for (Person person : session.select(QPerson.person).list()) {
                for (Pet pet : person.getPets()) {
                    toys += pet.getToys().size();
                }
            }
            assertThat(toys).isEqualTo(24);
        }
        world.statements().assertCount(4); // persons, pets, their passports, toys
    }

    @Test
    void loadsWhatIsEagerWithItsOwnersByOneStatementEach() {
        world.givenPersons(3, 2);
        try (Session session = world.open()) {
            int i = 0;
            for (Pet pet : session.select(QPet.pet).list()) {
                pet.getToys().add(new Toy("toy of " + pet.getName()));
                pet.setPassport(new Passport("P" + i++, "UA"));
            }
            session.commit();
        }
        world.statements().clear();
        try (Session session = world.open()) {
            List<Toy> toys = session.select(QToy.toy).list();
            world.statements().assertCount(3); // toys, their pets, the pets' passports
            for (Toy toy : toys) {
                assertThat(toy.getName()).isEqualTo("toy of " + toy.getPet().getName());
                assertThat(toy.getPet().getPassport().getPet()).isSameAs(toy.getPet());
            }
            world.statements().assertCount(3);
            assertThat(session.select(QPet.pet).list()).hasSize(6);
        }
    }

    @Test
    void knowsTheOtherSideOfAOneToOneThatItHasJustRead() {
        Pet rex = new Pet("Rex");
        rex.setPassport(new Passport("P1", "UA"));
        world.given(rex);
        try (Session session = world.open()) {
            Passport passport = session.get(Passport.class, "P1");
            assertThat(passport.getPet().getName()).isEqualTo("Rex");
            assertThat(passport.getPet().getPassport()).isSameAs(passport);
            world.statements().assertCount(2);
        }
    }

    @Test
    void loadsACollectionThatIsChangedBeforeItIsLoaded() {
        world.givenPersons(1, 2);
        try (Session session = world.open()) {
            Person person = session.get(Person.class, 1L);
            person.getPets().add(new Pet("third"));
            assertThat(person.getPets()).hasSize(3);
            session.commit();
        }
        try (Session session = world.open()) {
            Person person = session.get(Person.class, 1L);
            Pet first = session.get(Pet.class, 1L);
            person.setPets(new ArrayList<>(List.of(first)));
            session.commit();
        }
        try (Session session = world.open()) {
            assertThat(session.get(Person.class, 1L).getPets())
                    .extracting(Pet::getName)
                    .containsExactly("Pet 0.0");
        }
    }

    @Test
    @Tag("O-31")
    void saysWhatCannotBeLoadedAnyMore() {
        world.givenPersons(1, 1);
        Person person;
        Pet pet;
        try (Session session = world.open()) {
            pet = session.select(QPet.pet).single();
            person = session.select(QPerson.person)
                    .where(QPerson.person.name.eq("nobody"))
                    .first()
                    .orElse(null);
            assertThat(person).isNull();
        }
        assertThatThrownBy(() -> pet.getOwner().getName())
                .isInstanceOfSatisfying(
                        LazyLoadException.class, e -> assertThat(e.attribute()).isEqualTo("Pet.owner"))
                .hasMessage(
                        "Pet.owner cannot load Person 1: its session is closed. Touch it while the session is open, or find Person 1"
                                + " in another session.");
        assertThatThrownBy(() -> pet.getOwner().getName()).isInstanceOf(LazyLoadException.class);
        assertThat(pet.getOwner().getId()).isEqualTo(1L);
        assertThatThrownBy(() -> pet.getToys().size())
                .isInstanceOf(LazyLoadException.class)
                .hasMessage(
                        "Pet.toys of Pet 1 cannot be loaded: its session is closed. Touch it while the session is open, or find Pet"
                                + " 1 in another session.");
        try (Session session = world.open()) {
            Pet detached = session.select(QPet.pet).single();
            session.clear();
            assertThatThrownBy(() -> detached.getToys().isEmpty())
                    .hasMessageContaining(
                            "its session let go of it by detach(), clear() or a rollback, or its row was deleted.");
        }
    }

    @Test
    void keepsWhatWasLoadedAfterTheSessionIsClosed() {
        world.givenPersons(1, 2);
        Person person;
        try (Session session = world.open()) {
            person = session.get(Person.class, 1L);
            person.getPets().size();
        }
        assertThat(person.getPets()).hasSize(2);
        assertThat(person.getPets().get(0).getOwner()).isSameAs(person);
    }

    @Test
    void saysThatTheRowOfAReferenceIsGone() {
        try (Session session = world.open()) {
            Person nobody = session.getReference(Person.class, 99L);
            world.statements().assertNoStatements();
            assertThat(nobody.getId()).isEqualTo(99L);
            assertThatThrownBy(nobody::getName)
                    .isInstanceOf(EntityNotFoundException.class)
                    .hasMessage("getReference(Person) refers to Person 99, but persons has no such row (any more).");
            assertThat(session.find(Person.class, 99L)).isNull();
        }
    }

    @Test
    void removesByAReferenceWithoutLoadingIt() {
        world.given(new Passport("P1", "UA"));
        world.sessions().inTransaction(session -> session.remove(session.getReference(Passport.class, "P1")));
        world.statements().assertStatements("delete from passports where passports.number = ?");
    }

    @Test
    void readsEntitiesBesideColumnsAndWhereThereIsNone() {
        world.givenPersons(1, 1);
        world.given(new Pet("stray"));
        try (Session session = world.open()) {
            QPerson owner = new QPerson("owner");
            var rows = session.select(QPet.pet.name, owner)
                    .from(QPet.pet)
                    .leftJoin(QPet.pet.owner(), owner)
                    .orderBy(QPet.pet.id.asc())
                    .list();
            assertThat(rows.get(0).get(owner).getName()).isEqualTo("Person 0");
            assertThat(rows.get(1).get(owner)).isNull();
            assertThat(rows.get(1).get(QPet.pet.name)).isEqualTo("stray");
        }
    }
}
