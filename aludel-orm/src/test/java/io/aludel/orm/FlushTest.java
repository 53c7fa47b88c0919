// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import static io.aludel.testkit.Expected.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Feature;
import io.aludel.orm.error.UnflushableException;
import io.aludel.orm.world.Passport;
import io.aludel.orm.world.Person;
import io.aludel.orm.world.Pet;
import io.aludel.orm.world.QPerson;
import io.aludel.orm.world.QPet;
import io.aludel.orm.world.QToy;
import io.aludel.orm.world.Toy;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a flush sends, in order. */
@OnEveryDatabase
class FlushTest {
    private static final String SELECT_PERSON =
            "select persons.id, persons.name, persons.boss_id from persons where persons.id = ?";
    private static final String SELECT_PET =
            "select pets.id, pets.name, pets.born, pets.chip, pets.version, pets.owner_id from pets where pets.id = ?";

    private final FreshDatabase database;
    private final World world;

    FlushTest(FreshDatabase database) {
        this.database = database;
        world = new World(database);
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** Else the time would grow with the square of their number. */
    @Test
    void looksThroughACollectionOnceHoweverManyJoinIt() {
        AtomicInteger looks = new AtomicInteger();
        Person ada = new Person("Ada");
        ada.setPets(new CountedList(looks));
        world.sessions().inTransaction(session -> {
            session.persist(ada);
            session.flush();
            looks.set(0);
            for (int i = 0; i < 100; i++) {
                Pet pet = new Pet("Pet " + i);
                pet.setOwner(ada);
                session.persist(pet);
            }
            session.flush();
            assertThat(looks).hasValueLessThan(10);
        });
        assertThat(ada.getPets()).hasSize(100).doesNotHaveDuplicates();
    }

    private static final class CountedList extends ArrayList<Pet> {
        private static final long serialVersionUID = 1;

        private final transient AtomicInteger looks;

        CountedList(AtomicInteger looks) {
            this.looks = looks;
        }

        @Override
        public Iterator<Pet> iterator() {
            looks.incrementAndGet();
            return super.iterator();
        }
    }

    @Test
    @Tag("O-1")
    void insertsAParentThenItsChildrenByOneStatement() {
        Person ada = new Person("Ada");
        Pet rex = new Pet("Rex");
        Pet tom = new Pet("Tom");
        ada.getPets().addAll(List.of(rex, tom));

        world.sessions().inTransaction(session -> session.persist(ada));

        if (database.database() == TestDatabase.SQLITE) {
            world.statements()
                    .assertStatements(
                            statement("insert into persons (name, boss_id) values (?, ?)")
                                    .row("Ada", null),
                            statement(
                                            "insert into pets (name, born, chip, version, owner_id) values (?, ?, ?, ?, ?), (?, ?, ?, ?, ?)")
                                    .row("Rex", null, null, 0, 1L, "Tom", null, null, 0, 1L));
        } else {
            world.statements().assertStatements(world.insert(Person.class, 1), world.insert(Pet.class, 2));
        }
        assertThat(List.of(ada.getId(), rex.getId(), tom.getId())).containsExactly(1L, 1L, 2L);
        assertThat(rex.getOwner()).isSameAs(ada);
        try (Session session = world.open()) {
            assertThat(session.get(Pet.class, rex.getId()).getName()).isEqualTo("Rex");
            assertThat(session.get(Pet.class, tom.getId()).getName()).isEqualTo("Tom");
            assertThat(session.get(Pet.class, tom.getId()).getOwner().getName()).isEqualTo("Ada");
        }
    }

    @Test
    @Tag("O-2")
    void insertsAParentThatIsReachedFromItsChildrenFirst() {
        Person ada = new Person("Ada");
        Pet rex = new Pet("Rex", ada);

        world.sessions().inTransaction(session -> session.persistAll(List.of(rex, new Pet("Tom", ada))));

        world.statements().assertStatements(world.insert(Person.class, 1), world.insert(Pet.class, 2));
        assertThat(ada.getPets()).extracting(Pet::getName).containsExactly("Rex", "Tom");
    }

    @Test
    @Tag("O-3")
    void deletesChildrenBeforeTheirParent() {
        Pet rex = new Pet("Rex");
        rex.getToys().addAll(List.of(new Toy("ball"), new Toy("bone")));
        world.given(rex);
        try (Session session = world.open()) {
            Pet found = session.get(Pet.class, rex.getId());
            assertThat(found.getToys()).extracting(Toy::getName).containsExactly("bone", "ball");
            world.statements().clear();
            session.remove(found);
            assertThat(session.contains(found)).isFalse();
            session.commit();
        }
        world.statements()
                .assertStatements(
                        statement("delete from toys where toys.id = ?").row(2).row(1),
                        statement("delete from pets where pets.id = ? and pets.version = ?")
                                .row(1L, 0));
        assertThat(world.count("toys")).isZero();
    }

    @Test
    @Tag("O-4")
    void clearsTheKeysOfChildrenThatTheirParentDoesNotTakeAlong() {
        Person ada = new Person("Ada");
        ada.getPets().add(new Pet("Rex"));
        world.given(ada);
        try (Session session = world.open()) {
            Person found = session.get(Person.class, ada.getId());
            Pet rex = found.getPets().get(0);
            world.statements().clear();
            session.remove(found);
            session.flush();
            assertThat(rex.getOwner()).isNull();
            session.commit();
        }
        world.statements()
                .assertStatements(
                        statement(
                                        "select persons.id, persons.name, persons.boss_id from persons where persons.boss_id = ? order by "
                                                + world.ascending("persons.id"))
                                .row(1L),
                        statement("update pets set owner_id = ?, version = ? where pets.id = ? and pets.version = ?")
                                .row(null, 1, 1L, 0),
                        statement("delete from persons where persons.id = ?").row(1L));
    }

    @Test
    @Tag("O-4")
    void deletesAnOrphan() {
        Pet rex = new Pet("Rex");
        rex.getToys().addAll(List.of(new Toy("ball"), new Toy("bone")));
        world.given(rex);
        try (Session session = world.open()) {
            Pet found = session.get(Pet.class, rex.getId());
            Toy ball = session.get(Toy.class, 1);
            found.getToys().remove(ball);
            world.statements().clear();
            session.commit();
            assertThat(session.contains(ball)).isFalse();
        }
        world.statements()
                .assertStatements(
                        statement("delete from toys where toys.id = ?").row(1));
    }

    @Test
    @Tag("O-5")
    void leavesChildrenThatAreNotLoadedToTheDatabaseWhereItDeletesThem() {
        Pet rex = new Pet("Rex");
        rex.getToys().addAll(List.of(new Toy("ball"), new Toy("bone")));
        world.given(rex);
        world.sessions().inTransaction(session -> session.remove(session.get(Pet.class, rex.getId())));
        world.statements()
                .assertStatements(
                        statement(SELECT_PET),
                        statement(
                                "select passports.number, passports.country, passports.pet_id from passports where passports.pet_id"
                                        + " = ? order by "
                                        + world.ascending("passports.number")),
                        statement("delete from pets where pets.id = ? and pets.version = ?"));
        assertThat(world.count("toys")).isZero();
    }

    @Test
    @Tag("O-5")
    void loadsChildrenOfAllRemovedParentsByOneStatementWhereTheDatabaseDoesNot() {
        world.givenPersons(3, 2);
        try (Session session = world.open()) {
            session.select(QPerson.person).list().forEach(session::remove);
            world.statements().clear();
            session.commit();
        }
        assertThat(world.statements().sql())
                .hasSize(5)
                .satisfiesExactly(
                        teams -> assertThat(teams)
                                .startsWith(
                                        world.sql(
                                                "select persons.id, persons.name, persons.boss_id from persons where persons.boss_id in")),
                        pets -> assertThat(pets).startsWith(world.sql("select pets.id")),
                        passports -> assertThat(passports).startsWith(world.sql("select passports.number")),
                        update -> assertThat(update).startsWith(world.sql("update pets set owner_id = ?, version = ?")),
                        delete -> assertThat(delete).isEqualTo(world.sql("delete from persons where persons.id = ?")));
        assertThat(world.count("pets")).isEqualTo(6);
        assertThat(world.count("persons")).isZero();
    }

    @Test
    @Tag("O-6")
    void movesAChildByOneUpdateAndKeepsBothCollectionsRight() {
        world.givenPersons(2, 1);
        try (Session session = world.open()) {
            Person first = session.get(Person.class, 1L);
            Person second = session.get(Person.class, 2L);
            Pet moved = first.getPets().get(0);
            second.getPets().size();
            world.statements().clear();

            moved.setOwner(second);
            session.flush();
            assertThat(first.getPets()).isEmpty();
            assertThat(second.getPets()).hasSize(2).contains(moved);

            first.getPets().add(moved);
            second.getPets().remove(moved);
            session.flush();
            assertThat(moved.getOwner()).isSameAs(first);

            second.getPets().add(moved); // taken out of nowhere: the key says where it was
            session.commit();
            assertThat(moved.getOwner()).isSameAs(second);
            assertThat(first.getPets()).isEmpty();
        }
        world.statements()
                .assertStatements(
                        statement("update pets set owner_id = ?, version = ? where pets.id = ? and pets.version = ?")
                                .row(2L, 1, 1L, 0),
                        statement("update pets set owner_id = ?, version = ? where pets.id = ? and pets.version = ?")
                                .row(1L, 2, 1L, 1),
                        statement("update pets set owner_id = ?, version = ? where pets.id = ? and pets.version = ?")
                                .row(2L, 3, 1L, 2));
    }

    @Test
    @Tag("O-6")
    void movesAChildBetweenCollectionsThatAreNotLoadedWithoutLoadingThem() {
        world.givenPersons(2, 1);
        try (Session session = world.open()) {
            Pet pet = session.get(Pet.class, 1L);
            world.statements().clear();
            pet.setOwner(session.getReference(Person.class, 2L));
            session.flush();
            world.statements()
                    .assertStatements(statement(
                                    "update pets set owner_id = ?, version = ? where pets.id = ? and pets.version = ?")
                            .row(2L, 1, 1L, 0));
            assertThat(pet.getOwner().getPets()).hasSize(2).contains(pet);
        }
    }

    @Test
    void refusesSidesThatContradictEachOther() {
        world.givenPersons(3, 1);
        try (Session session = world.open()) {
            Pet pet = session.get(Pet.class, 1L);
            pet.setOwner(session.get(Person.class, 2L));
            session.get(Person.class, 3L).getPets().add(pet);
            world.statements().clear();
            assertThatThrownBy(session::flush)
                    .isInstanceOf(UnflushableException.class)
                    .hasMessage(
                            "Pet 1 was put into Person.pets of Person 3, but its Pet.owner was set to Person 2; the two sides"
                                    + " contradict each other, change one of them.");
            pet.setOwner(null);
            session.flush();
            assertThat(pet.getOwner().getId()).isEqualTo(3L);
        }
    }

    @Test
    @Tag("O-7")
    void writesNullForAReferenceThatIsTakenAway() {
        world.givenPersons(1, 1);
        try (Session session = world.open()) {
            session.get(Pet.class, 1L).setOwner(null);
            world.statements().clear();
            session.commit();
        }
        world.statements()
                .assertStatements(
                        statement("update pets set owner_id = ?, version = ? where pets.id = ? and pets.version = ?")
                                .row(null, 1, 1L, 0));
    }

    @Test
    @Tag("O-8")
    void insertsATreeFromItsRootWhateverTheOrderItWasPersistedIn() {
        for (long seed = 0; seed < 3; seed++) {
            List<Person> persons = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                persons.add(new Person("P" + i, i == 0 ? null : persons.get((i - 1) / 2)));
            }
            List<Person> shuffled = new ArrayList<>(persons);
            Collections.shuffle(shuffled, new Random(seed));
            world.statements().clear();
            world.sessions().inTransaction(session -> session.persistAll(shuffled));
            world.statements()
                    .assertStatements(
                            world.insert(Person.class, 1),
                            world.insert(Person.class, 2),
                            world.insert(Person.class, 4),
                            world.insert(Person.class, 8));
            world.sessions().inTransaction(session -> {
                Person leaf = session.get(Person.class, persons.get(14).getId());
                assertThat(leaf.getBoss().getBoss().getBoss().getName()).isEqualTo("P0");
                session.select(QPerson.person).list().forEach(session::remove);
                session.flush();
                assertThat(session.select(QPerson.person).list()).isEmpty();
            });
            assertThat(world.count("persons")).isZero();
        }
    }

    @Test
    @Tag("O-8")
    void insertsAPersonWhoIsTheOwnBossAndAPairOfEachOthers() {
        Person own = new Person("own");
        own.setBoss(own);
        Person left = new Person("left");
        Person right = new Person("right", left);
        left.setBoss(right);
        world.sessions().inTransaction(session -> session.persistAll(List.of(own, left, right)));
        world.statements()
                .assertStatements(
                        world.insert(Person.class, 2), // the own boss, and the one whose key is postponed
                        world.insert(Person.class, 1),
                        statement("update persons set boss_id = ? where persons.id = ?")
                                .batchOf(2));
        world.sessions().inTransaction(session -> {
            Person found = session.get(Person.class, left.getId());
            assertThat(found.getBoss().getBoss()).isSameAs(found);
            Person alone = session.get(Person.class, own.getId());
            assertThat(alone.getBoss()).isSameAs(alone);
            session.select(QPerson.person).list().forEach(session::remove);
        });
        assertThat(world.count("persons")).isZero();
    }

    @Test
    @Tag("O-15")
    void writesOnlyWhatHasChanged() {
        Pet rex = new Pet("Rex");
        rex.setBorn(LocalDate.of(2020, 2, 29));
        world.given(rex);
        try (Session session = world.open()) {
            Pet found = session.get(Pet.class, rex.getId());
            world.statements().clear();
            found.setName(new String("Rex"));
            session.flush();
            world.statements().assertNoStatements();
            found.setName("Tom");
            session.flush();
            session.flush();
        }
        world.statements()
                .assertStatements(
                        statement("update pets set name = ?, version = ? where pets.id = ? and pets.version = ?")
                                .row("Tom", 1, 1L, 0));
    }

    @Test
    void groupsUpdatesByTheColumnsThatChanged() {
        world.givenPersons(0, 0);
        world.given(new Pet("a"), new Pet("b"), new Pet("c"));
        try (Session session = world.open()) {
            List<Pet> pets = session.select(QPet.pet).orderBy(QPet.pet.id.asc()).list();
            pets.forEach(pet -> pet.setName(pet.getName() + "!"));
            pets.get(1).setBorn(LocalDate.of(2024, 1, 1));
            world.statements().clear();
            session.commit();
        }
        world.statements()
                .assertStatements(
                        statement("update pets set name = ?, version = ? where pets.id = ? and pets.version = ?")
                                .row("a!", 1, 1L, 0)
                                .row("c!", 1, 3L, 0),
                        statement(
                                        "update pets set name = ?, born = ?, version = ? where pets.id = ? and pets.version = ?")
                                .row("b!", LocalDate.of(2024, 1, 1), 1, 2L, 0));
    }

    @Test
    @Tag("O-19")
    void insertsAThousandRowsEachWithItsOwnIdentifier() {
        List<Person> persons = IntStream.range(0, 1000)
                .mapToObj(i -> new Person("Person number " + (i * 7919) % 1000))
                .toList();
        Map<Long, String> names = new HashMap<>();
        world.sessions().inTransaction(session -> {
            session.persistAll(persons);
            session.flush();
            persons.forEach(person -> names.put(person.getId(), person.getName()));
        });
        assertThat(names).hasSize(1000);
        assertThat(world.statements().statements().size()).isLessThanOrEqualTo(10);
        world.sessions()
                .inTransaction(session -> names.forEach((id, name) ->
                        assertThat(session.get(Person.class, id).getName()).isEqualTo(name)));
    }

    @Test
    @Tag("O-19")
    void insertsMixedObjectsInGroups() {
        List<Object> mixed = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Person person = new Person("Person " + i);
            Pet pet = new Pet("Pet " + i, person);
            mixed.addAll(List.of(new Toy("Toy " + i, pet), person, pet));
        }
        world.sessions().inTransaction(session -> session.persistAll(mixed));
        List<String> inserts = world.statements().sql().stream()
                .filter(sql -> sql.contains("insert into "))
                .map(sql ->
                        sql.substring(sql.indexOf("insert into ")).split(" ")[2].replace("\"", ""))
                .distinct()
                .toList();
        assertThat(inserts).containsExactly("persons", "pets", "toys");
        if (world.has(Feature.SEQUENCES)) {
            assertThat(world.statements().sql().stream().filter(sql -> sql.startsWith("select next")))
                    .hasSize(10); // blocks of ten
        }
        try (Session session = world.open()) {
            for (Toy toy : session.select(QToy.toy).list()) {
                String number = toy.getName().substring(4);
                assertThat(toy.getPet().getName()).isEqualTo("Pet " + number);
                assertThat(toy.getPet().getOwner().getName()).isEqualTo("Person " + number);
            }
        }
    }

    @Test
    void keepsTextThatLooksLikeSql() {
        String hostile = "'); drop table persons; -- \\ \" ? $1 :name {fn now()} \u0416\u0301 \uD83D\uDC36";
        Person person = new Person(hostile);
        world.given(person);
        try (Session session = world.open()) {
            assertThat(session.select(QPerson.person)
                            .where(QPerson.person.name.eq(hostile))
                            .single()
                            .getName())
                    .isEqualTo(hostile);
            Person found = session.get(Person.class, person.getId());
            found.setName(hostile + hostile);
            session.commit();
            session.refresh(found);
            assertThat(found.getName()).isEqualTo(hostile + hostile);
        }
    }

    @Test
    void assignsIdentifiersOfTheProgramsOwn() {
        Pet rex = new Pet("Rex");
        rex.setPassport(new Passport("P1", "UA"));
        world.given(rex);
        try (Session session = world.open()) {
            Passport passport = session.get(Passport.class, "P1");
            assertThat(passport.getPet().getPassport()).isSameAs(passport);
            passport.getPet().setPassport(new Passport("P2", "PL"));
            session.flush();
            assertThat(passport.getPet()).isNull();
            session.commit();
        }
        assertThat(world.count("passports")).isEqualTo(2);
    }

    @Test
    void refusesWhatCannotBeWrittenBeforeAnythingIsSent() {
        try (Session session = world.open()) {
            Toy ball = new Toy("ball");
            session.persist(ball);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(UnflushableException.class)
                    .hasMessage("Toy.pet of a new Toy is null, but every Toy needs one; set it.");
            ball.setPet(new Pet("Rex"));
            assertThatThrownBy(session::flush)
                    .hasMessage(
                            "Toy.pet of a new Toy refers to a Pet that this session does not know. If it is new, persist it or"
                                    + " declare cascade = PERSIST on Toy.pet; if it is from another session, find it in this one.");
            world.statements().assertNoStatements();
            session.persist(ball.getPet());
            session.flush();

            ball.getPet().setChip("12");
            assertThatThrownBy(session::flush)
                    .hasMessage(
                            "Pet.chip of Pet 1 was changed, but it is mapped with updatable = false; set it back, or map it as"
                                    + " updatable.");
            ball.getPet().setChip(null);
            session.persist(new Passport(null, "UA"));
            assertThatThrownBy(session::flush)
                    .hasMessage(
                            "Passport.number is null: this identifier is assigned by the program; set it, or let it be generated"
                                    + " with @GeneratedValue.");
            session.rollback();
        }
    }

    @Test
    void refusesAReferenceToWhatIsBeingRemoved() {
        world.givenPersons(2, 1);
        try (Session session = world.open()) {
            Person person = session.get(Person.class, 1L);
            Pet pet = session.get(Pet.class, 2L);
            pet.setOwner(person);
            session.remove(person);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(UnflushableException.class)
                    .hasMessage(
                            "Pet.owner of Pet 2 refers to Person 1, which is being removed; refer to another, or keep it.");
            session.rollback();
            assertThat(pet.getOwner().getId()).isEqualTo(2L);
            assertThat(session.contains(person)).isTrue();
        }
    }

    @Test
    void refusesACollectionThatCannotFollowItsOtherSide() {
        try (Session session = world.open()) {
            Person ada = new Person("Ada");
            ada.setPets(List.of());
            session.persist(ada);
            session.persist(new Pet("Rex", ada));
            assertThatThrownBy(session::flush)
                    .isInstanceOf(UnflushableException.class)
                    .hasMessage(
                            "The collection Person.pets of a new Person cannot be modified, but has to follow its other side,"
                                    + " Pet.owner; use one that can, such as an ArrayList.");
            session.clear();
        }
    }

    @Test
    void refusesToChangeAnIdentifier() {
        world.given(new Person("Ada"));
        try (Session session = world.open()) {
            Person ada = session.get(Person.class, 1L);
            ada.setId(7L);
            assertThatThrownBy(session::flush)
                    .hasMessage(
                            "The identifier of Person 1 was changed to 7; a row keeps its identifier. Set it back, or persist a"
                                    + " new object and remove this one.");
            session.rollback();
            assertThat(ada.getId()).isEqualTo(1L);
        }
    }
}
