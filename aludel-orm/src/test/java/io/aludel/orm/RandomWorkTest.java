// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.world.Person;
import io.aludel.orm.world.Pet;
import io.aludel.orm.world.QPerson;
import io.aludel.orm.world.QPet;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Random work with persons and pets: after each commit the database holds what the objects say, after each rollback the objects say again what
 * it holds.
 */
class RandomWorkTest {
    private static final int STEPS = 60;

    @OnEveryDatabase
    void keepsObjectsAndRowsTheSame(FreshDatabase database) {
        int trials = Math.max(1, Integer.getInteger("aludel.trials", 50) / 5);
        try (World world = new World(database)) {
            for (int seed = 0; seed < trials; seed++) {
                try {
                    new Trial(world, new Random(seed)).run();
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError("with random seed " + seed, e);
                }
            }
        }
    }

    private static final class Trial {
        private final World world;
        private final Random random;
        private final List<Person> persons = new ArrayList<>();
        private final List<Pet> pets = new ArrayList<>();
        private int names;

        Trial(World world, Random random) {
            this.world = world;
            this.random = random;
        }

        void run() {
            try (Session session = world.open()) {
                for (int step = 0; step < STEPS; step++) {
                    step(session);
                }
                session.commit();
                compare(session);
                session.select(QPet.pet).list().forEach(session::remove);
                session.select(QPerson.person).list().forEach(session::remove);
                session.commit();
            }
            assertThat(world.count("persons") + world.count("pets")).isZero();
        }

        private void step(Session session) {
            int kind = random.nextInt(20);
            if (kind < 3) {
                Person person = new Person("person " + names++, random.nextBoolean() ? any(persons) : null);
                session.persist(person);
                persons.add(person);
            } else if (kind < 6) {
                Pet pet = new Pet("pet " + names++);
                session.persist(pet);
                pets.add(pet);
            } else if (kind < 9) {
                Pet pet = any(pets);
                if (pet != null && !isElsewhere(pet)) {
                    pet.setOwner(random.nextInt(4) == 0 ? null : any(persons));
                    session.flush();
                }
            } else if (kind < 11) {
                Person person = any(persons);
                Pet pet = any(pets);
                if (person != null && pet != null && !person.getPets().contains(pet)) {
                    session.flush(); // the sides agree before one is changed
                    person.getPets().add(pet);
                    session.flush();
                }
            } else if (kind < 13) {
                Person person = any(persons);
                if (person != null && !person.getPets().isEmpty()) {
                    person.getPets().remove(random.nextInt(person.getPets().size()));
                    session.flush();
                }
            } else if (kind < 14) {
                Person person = any(persons);
                if (person != null) {
                    person.setBoss(any(persons));
                }
            } else if (kind < 16) {
                Pet pet = any(pets);
                if (pet != null) {
                    pet.setName("renamed " + names++);
                }
            } else if (kind == 16) {
                Pet pet = any(pets);
                if (pet != null) {
                    session.remove(pet);
                    pets.remove(pet);
                }
            } else if (kind == 17) {
                Person person = any(persons);
                if (person != null) {
                    session.flush(); // one that is new would be persisted again through those that refer to it
                    session.remove(person);
                    persons.remove(person);
                    session.flush();
                }
            } else if (kind == 18) {
                session.commit();
                compare(session);
            } else {
                rollback(session);
            }
        }

        private boolean isElsewhere(Pet pet) {
            return persons.stream()
                    .anyMatch(person ->
                            person != pet.getOwner() && person.getPets().contains(pet));
        }

        /** Sometimes everything, sometimes a part. */
        private void rollback(Session session) {
            List<Person> personsBefore = List.copyOf(persons);
            List<Pet> petsBefore = List.copyOf(pets);
            Savepoint savepoint = session.savepoint();
            String before = rows(session);
            for (int i = 0; i < 5; i++) {
                if (random.nextInt(20) < 17) {
                    session.persist(new Pet("passing"));
                    Pet pet = any(pets);
                    if (pet != null) {
                        pet.setName("passing");
                        pet.setOwner(any(persons));
                    }
                    Person person = any(persons);
                    if (random.nextInt(4) == 0 && person != null) {
                        session.flush(); // nobody may just have been given to one who is removed
                        session.remove(person);
                        persons.remove(person);
                    }
                    session.flush();
                }
            }
            savepoint.rollback();
            persons.clear();
            persons.addAll(personsBefore);
            pets.clear();
            pets.addAll(petsBefore);
            assertThat(rows(session)).isEqualTo(before);
            assertThat(objects()).isEqualTo(before);
        }

        private void compare(Session session) {
            assertThat(objects()).isEqualTo(rows(session));
            TreeMap<Long, List<Long>> mine = new TreeMap<>();
            persons.forEach(person -> mine.put(person.getId(), petsOf(person)));
            session.commit(); // on SQLite sessions take turns
            TreeMap<Long, List<Long>> others = new TreeMap<>();
            try (Session other = world.open()) {
                other.select(QPerson.person).list().forEach(person -> others.put(person.getId(), petsOf(person)));
            }
            assertThat(mine).isEqualTo(others);
        }

        private static List<Long> petsOf(Person person) {
            return person.getPets().stream().map(Pet::getId).sorted().toList();
        }

        private String objects() {
            TreeMap<String, String> all = new TreeMap<>();
            persons.forEach(person -> all.put(
                    "person " + person.getId(),
                    person.getName() + " of "
                            + (person.getBoss() == null
                                    ? null
                                    : person.getBoss().getId())));
            pets.forEach(pet -> all.put(
                    "pet " + pet.getId(),
                    pet.getName() + " of "
                            + (pet.getOwner() == null ? null : pet.getOwner().getId()) + " version "
                            + pet.getVersion()));
            return all.toString();
        }

        private String rows(Session session) {
            QPerson boss = new QPerson("boss");
            QPerson owner = new QPerson("owner");
            TreeMap<String, String> all = new TreeMap<>();
            session.select(QPerson.person.id, QPerson.person.name, boss.id)
                    .from(QPerson.person)
                    .leftJoin(QPerson.person.boss(), boss)
                    .list()
                    .forEach(row -> all.put("person " + row.get(0), row.get(1) + " of " + row.get(2)));
            session.select(QPet.pet.id, QPet.pet.name, owner.id, QPet.pet.version)
                    .from(QPet.pet)
                    .leftJoin(QPet.pet.owner(), owner)
                    .list()
                    .forEach(row ->
                            all.put("pet " + row.get(0), row.get(1) + " of " + row.get(2) + " version " + row.get(3)));
            return all.toString();
        }

        private <T> T any(List<T> objects) {
            return objects.isEmpty() ? null : objects.get(random.nextInt(objects.size()));
        }
    }
}
