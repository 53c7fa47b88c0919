// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys;

import static io.aludel.core.query.Functions.count;
import static io.aludel.testing.journeys.shop.QCategory.category;
import static io.aludel.testing.journeys.shop.QCompany.company;
import static io.aludel.testing.journeys.shop.QEmployee.employee;
import static io.aludel.testing.journeys.shop.QEverything.everything;
import static io.aludel.testing.journeys.shop.QTask.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.query.Query;
import io.aludel.core.query.QueryException;
import io.aludel.core.query.UpdateQuery;
import io.aludel.engine.ConstraintViolationException;
import io.aludel.orm.Savepoint;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.error.LazyLoadException;
import io.aludel.orm.error.SessionException;
import io.aludel.orm.error.StaleEntityException;
import io.aludel.orm.error.UnflushableException;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.journeys.shop.Category;
import io.aludel.testing.journeys.shop.Company;
import io.aludel.testing.journeys.shop.Country;
import io.aludel.testing.journeys.shop.Employee;
import io.aludel.testing.journeys.shop.Profile;
import io.aludel.testing.journeys.shop.Samples;
import io.aludel.testing.journeys.shop.Task;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions in trouble: with each other, with constraints, and with programs that do odd things in an odd order. */
@OnEveryDatabase
class ConflictsTest {
    private final World world;
    private final SessionFactory sessions;

    ConflictsTest(FreshDatabase database) {
        world = new World(database);
        sessions = world.shopCreated();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Company given(String name, int employees) {
        Company made = new Company(name);
        for (int i = 0; i < employees; i++) {
            made.getEmployees().add(new Employee(name + " " + i, made));
        }
        sessions.inTransaction(session -> session.persist(made));
        return made;
    }

    private <R> List<R> list(Query<R> query) {
        return sessions.fromTransaction(session -> query.on(session).list());
    }

    private List<String> tasks() {
        return list(Query.select(task.title).from(task).orderBy(task.title.asc()));
    }

    @Test
    void theSecondOfTwoWritersIsToldAndCanBeginAnew() {
        Integer id = given("Acme", 0).getId();
        try (Session late = sessions.open()) {
            Company stale = late.get(Company.class, id);
            late.commit();
            sessions.inTransaction(session -> session.get(Company.class, id).setName("First"));

            stale.setName("Second");
            assertThatThrownBy(late::commit)
                    .isInstanceOf(StaleEntityException.class)
                    .hasMessageContaining("Company")
                    .hasMessageContaining(id.toString());
            late.rollback();
            late.refresh(stale);
            assertThat(stale.getName()).isEqualTo("First");
            stale.setName("Second");
            late.commit();
        }

        assertThat(list(Query.select(company.name).from(company))).containsExactly("Second");
    }

    @Test
    void aRowThatWasDeletedMeanwhileIsStaleToo() {
        Integer id = given("Acme", 0).getId();
        try (Session late = sessions.open()) {
            Company stale = late.get(Company.class, id);
            late.commit();
            sessions.inTransaction(session -> session.remove(session.get(Company.class, id)));

            late.remove(stale);
            assertThatThrownBy(late::commit).isInstanceOf(StaleEntityException.class);
            late.rollback();
            assertThat(late.contains(stale)).isTrue();
        }
    }

    @Test
    void aFlushThatTheDatabaseRefusesIsUndoneAsAWhole() {
        given("Acme", 0);
        try (Session session = sessions.open()) {
            Company fine = new Company("Fine");
            Company twice = new Company("Acme");
            session.persistAll(List.of(fine, twice));
            assertThatThrownBy(session::flush)
                    .isInstanceOf(ConstraintViolationException.class)
                    .hasMessageContaining("company");
            assertThatThrownBy(() -> session.find(Company.class, 1)).hasMessageContaining("roll back");

            session.rollback();
            assertThat(fine.getId()).isNull();
            assertThat(session.contains(fine)).isFalse();
            twice.setName("Other");
            session.persistAll(List.of(fine, twice));
            session.commit();
        }

        assertThat(list(Query.select(company.name).from(company).orderBy(company.name.asc())))
                .containsExactly("Acme", "Fine", "Other");
    }

    @Test
    void eachKindOfConstraintIsAViolationThatNamesIt() {
        Company acme = given("Acme", 1);
        Employee worker = acme.getEmployees().get(0);
        sessions.inTransaction(session -> {
            session.persist(new Task("t", 1, session.get(Employee.class, worker.getId())));
        });

        assertThatThrownBy(() -> sessions.inTransaction(
                        session -> session.persist(new Task("x", 11, session.get(Employee.class, worker.getId())))))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("ck_task_priority");
        assertThatThrownBy(() -> sessions.inTransaction(
                        session -> session.persist(new Task("t", 1, session.get(Employee.class, worker.getId())))))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("title");
        assertThatThrownBy(() -> sessions.inTransaction(
                        session -> session.persist(new Task("y", 1, session.getReference(Employee.class, 4711)))))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("task");
        assertThatThrownBy(() -> sessions.inTransaction(
                        session -> session.get(Employee.class, worker.getId()).setName(null)))
                .isInstanceOf(SessionException.class)
                .hasMessageContaining("name");
        assertThatThrownBy(() -> sessions.inTransaction(session -> session.persist(new Company("x".repeat(31)))))
                .hasMessageContaining("name");
    }

    @Test
    void whatDoesNotFitItsColumnIsRefusedByName() {
        Employee rich = new Employee("Rich", null, "123456789.00", null, null);
        assertThatThrownBy(() -> sessions.inTransaction(session -> session.persist(rich)))
                .isInstanceOf(UnflushableException.class)
                .hasMessage("Employee.salary of a new Employee is 123456789.00, which does not fit decimal(10, 2);"
                        + " shorten the value, or widen the column in the mapping and migrate.");
        // Which a database would cut off without a word.
        Company blank = new Company("x".repeat(30) + " ");
        assertThatThrownBy(() -> sessions.inTransaction(session -> session.persist(blank)))
                .isInstanceOf(UnflushableException.class)
                .hasMessage("Company.name of a new Company has 31 characters, which do not fit varchar(30);"
                        + " shorten the value, or widen the column in the mapping and migrate.");
    }

    @Test
    void charactersBeyondTheSixteenthBitCountOnce() {
        assumeTrue(
                world.engine().dialect().capabilities().has(Feature.LENGTH_IN_CHARACTERS), "lengths count characters");
        sessions.inTransaction(session -> session.persist(new Company("😀".repeat(30))));
    }

    @Test
    void decimalsAreRoundedToTheirColumnsPlaces() {
        List<Employee> paid = List.of(
                new Employee("1", null, "1.005", null, null),
                new Employee("2", null, "-1.005", null, null),
                new Employee("3", null, "99999999.994", null, null));
        sessions.inTransaction(session -> session.persistAll(paid));

        assertThat(list(Query.select(employee.salary).from(employee).orderBy(employee.id.asc())))
                .containsExactly(new BigDecimal("1.01"), new BigDecimal("-1.01"), new BigDecimal("99999999.99"));
    }

    @Test
    void aColumnThatIsSetTwiceIsRefused() {
        assertThatThrownBy(() ->
                        UpdateQuery.update(employee).set(employee.name, "a").set(employee.name, "b"))
                .isInstanceOf(QueryException.class)
                .hasMessage("The update sets employee.name twice; give it one value.");
    }

    @Test
    void anIdentifierThatCannotBeIsRefusedByName() {
        assertThatThrownBy(() -> sessions.inTransaction(session -> session.find(Company.class, 1L << 40)))
                .isInstanceOf(SessionException.class)
                .hasMessage(
                        "The identifier of Company, of type Integer, is never 1099511627776, which is too large for it;"
                                + " check where that number comes from.");
    }

    @Test
    void savepointsInSavepointsComeBackToWhatWas() {
        try (Session session = sessions.open()) {
            Company one = new Company("1");
            session.persist(one);
            Savepoint first = session.savepoint();
            Company two = new Company("2");
            session.persist(two);
            one.setName("one");
            Savepoint second = session.savepoint();
            session.remove(one);
            session.persist(new Company("2b"));
            session.flush();
            second.rollback();
            assertThat(session.contains(one)).isTrue();
            assertThat(one.getName()).isEqualTo("one");
            session.persist(new Company("1"));
            first.rollback();
            assertThat(one.getName()).isEqualTo("1");
            assertThat(two.getId()).isNull();
            session.persist(two);
            session.commit();
        }

        assertThat(list(Query.select(company.name).from(company).orderBy(company.name.asc())))
                .containsExactly("1", "2");
    }

    @Test
    void aViolationAfterASavepointCostsOnlyWhatCameAfterIt() {
        try (Session session = sessions.open()) {
            session.persist(new Company("kept"));
            Savepoint mark = session.savepoint();
            session.persist(new Company("kept"));
            assertThatThrownBy(session::flush).isInstanceOf(ConstraintViolationException.class);
            mark.rollback();
            session.persist(new Company("also"));
            session.commit();
        }

        assertThat(list(Query.select(count()).from(company))).containsExactly(2L);
    }

    @Test
    void uniqueValuesAreSwappedByWayOfAnother() {
        sessions.inTransaction(session -> session.persistAll(List.of(new Company("a"), new Company("b"))));

        try (Session session = sessions.open()) {
            List<Company> both = session.select(company)
                    .from(company)
                    .orderBy(company.name.asc())
                    .list();
            both.get(0).setName("b");
            both.get(1).setName("a");
            assertThatThrownBy(session::commit).isInstanceOf(ConstraintViolationException.class);
            session.rollback();
            assertThat(both).extracting(Company::getName).containsExactly("a", "b");
            both.get(0).setName("");
            session.flush();
            both.get(1).setName("a");
            session.flush();
            both.get(0).setName("b");
            session.commit();
        }

        assertThat(list(Query.select(company.name).from(company).orderBy(company.id.asc())))
                .containsExactly("b", "a");
    }

    @Test
    void aCycleOfTwoTablesIsWrittenAndRemoved() {
        Company acme = new Company("Acme");
        Employee boss = new Employee("Boss", acme);
        acme.setDirector(boss);
        sessions.inTransaction(session -> session.persistAll(List.of(boss, acme)));

        try (Session session = sessions.open()) {
            Company read = session.get(Company.class, acme.getId());
            assertThat(read.getDirector().getCompany()).isSameAs(read);
            assertThat(read.getDirector().getName()).isEqualTo("Boss");
            session.remove(read.getDirector());
            session.remove(read);
            session.commit();
        }

        assertThat(list(Query.select(employee).from(employee))).isEmpty();
    }

    @Test
    void aTreeIsPersistedFromItsRootAndRemovedFromItsRoot() {
        Category root = new Category("root", null);
        for (int i = 0; i < 3; i++) {
            Category child = new Category("c" + i, root);
            root.getChildren().add(child);
            child.getChildren().add(new Category("g" + i, child));
        }
        sessions.inTransaction(session -> session.persist(root));

        sessions.inTransaction(session -> {
            Category read = session.get(Category.class, root.getId());
            assertThat(read.getChildren()).extracting(Category::getName).containsExactly("c2", "c1", "c0");
            assertThat(read.getChildren())
                    .allSatisfy(child -> assertThat(child.getChildren()).hasSize(1));
        });
        sessions.inTransaction(session -> session.remove(session.get(Category.class, root.getId())));

        assertThat(list(Query.select(count()).from(category))).containsExactly(0L);
    }

    @Test
    void aCategoryThatIsItsOwnParentIsWritten() {
        Category own = new Category("own", null);
        own.setParent(own);
        sessions.inTransaction(session -> session.persist(own));

        sessions.inTransaction(session -> {
            Category read = session.get(Category.class, own.getId());
            assertThat(read.getParent()).isSameAs(read);
            session.remove(read);
        });
    }

    @Test
    void tasksMoveBetweenEmployeesByEitherSide() {
        Company acme = given("Acme", 2);
        Long from = acme.getEmployees().get(0).getId();
        Long to = acme.getEmployees().get(1).getId();
        sessions.inTransaction(session -> {
            Employee worker = session.get(Employee.class, from);
            for (int i = 0; i < 4; i++) {
                worker.getTasks().add(new Task("t" + i, i, worker));
            }
        });

        sessions.inTransaction(session -> {
            Employee worker = session.get(Employee.class, from);
            Employee other = session.get(Employee.class, to);
            Task moved = worker.getTasks().get(0);
            assertThat(moved.getTitle()).isEqualTo("t3");
            other.getTasks().size();
            moved.setEmployee(other);
            Task second = worker.getTasks().get(1);
            worker.getTasks().remove(second);
            other.getTasks().add(second);
            session.flush();
            assertThat(other.getTasks()).containsExactlyInAnyOrder(moved, second);
            assertThat(worker.getTasks()).extracting(Task::getTitle).containsExactly("t1", "t0");
            worker.getTasks().remove(0);
        });

        assertThat(tasks()).containsExactly("t0", "t2", "t3");
        sessions.inTransaction(session -> {
            Employee other = session.get(Employee.class, to);
            assertThat(other.getTasks()).extracting(Task::getTitle).containsExactly("t3", "t2");
            other.getTasks().clear();
        });
        assertThat(tasks()).containsExactly("t0");
        sessions.inTransaction(session -> session.remove(session.get(Employee.class, from)));
        assertThat(tasks()).isEmpty();
    }

    @Test
    void aOneToOneIsExchangedAndRemoved() {
        Company acme = given("Acme", 1);
        Long id = acme.getEmployees().get(0).getId();
        sessions.inTransaction(session -> {
            Employee worker = session.get(Employee.class, id);
            worker.setProfile(new Profile("old", worker));
        });
        sessions.inTransaction(session -> {
            Employee worker = session.get(Employee.class, id);
            assertThat(worker.getProfile().getMotto()).isEqualTo("old");
            worker.setProfile(new Profile("new", worker));
        });
        sessions.inTransaction(session -> {
            Employee worker = session.get(Employee.class, id);
            assertThat(worker.getProfile().getMotto()).isEqualTo("new");
            worker.setProfile(null);
        });
        sessions.inTransaction(session -> {
            assertThat(session.get(Employee.class, id).getProfile()).isNull();
            session.remove(session.get(Employee.class, id));
        });
    }

    @Test
    void aCompanyWithEmployeesThatAreNotRemovedLetsThemGo() {
        Integer id = given("Acme", 3).getId();

        sessions.inTransaction(session -> session.remove(session.get(Company.class, id)));

        assertThat(list(Query.select(employee)
                        .from(employee)
                        .where(employee.company().isNull())))
                .hasSize(3);
    }

    @Test
    void aCategoryThatIsDeletedLeavesItsTasks() {
        Company acme = given("Acme", 1);
        Category leisure = new Category("leisure", null);
        sessions.inTransaction(session -> {
            Employee worker =
                    session.get(Employee.class, acme.getEmployees().get(0).getId());
            session.persist(leisure);
            Task loaded = new Task("loaded", 1, worker);
            loaded.setCategory(leisure);
            Task other = new Task("other", 1, worker);
            other.setCategory(leisure);
            session.persistAll(List.of(loaded, other));
        });

        sessions.inTransaction(session -> {
            Task loaded = session.select(task)
                    .from(task)
                    .where(task.title.eq("loaded"))
                    .single();
            session.remove(session.get(Category.class, leisure.getId()));
            session.flush();
            assertThat(loaded.getCategory()).isNull();
        });

        assertThat(list(Query.select(task.title)
                        .from(task)
                        .where(task.category().isNull())))
                .hasSize(2);
    }

    @Test
    void whatIsTouchedAfterCloseSaysWhatAndHow() {
        Company acme = given("Acme", 2);
        Company read;
        Employee worker;
        try (Session session = sessions.open()) {
            read = session.get(Company.class, acme.getId());
            worker = session.get(Employee.class, acme.getEmployees().get(0).getId());
        }

        assertThatThrownBy(() -> read.getEmployees().size())
                .isInstanceOf(LazyLoadException.class)
                .hasMessageContaining("Company.employees");
        assertThatThrownBy(() -> worker.getTasks().isEmpty())
                .isInstanceOf(LazyLoadException.class)
                .hasMessageContaining("Employee.tasks");
        assertThat(worker.getCompany().getName()).isEqualTo("Acme");
    }

    @Test
    void fiveThousandObjectsTakeAHandfulOfStatements() {
        List<Object> all = new ArrayList<>();
        for (int c = 0; c < 10; c++) {
            Company made = new Company("Company " + c);
            for (int e = 0; e < 49; e++) {
                Employee worker = new Employee("Employee " + c + "." + e, made);
                made.getEmployees().add(worker);
                for (int t = 0; t < 9; t++) {
                    worker.getTasks().add(new Task("Task " + c + "." + e + "." + t, t, worker));
                }
            }
            all.add(made);
        }
        world.statements().clear();

        sessions.inTransaction(session -> session.persistAll(all));

        assertThat(world.statements().statements()).hasSizeLessThan(720);
        world.statements().clear();
        sessions.inTransaction(session -> {
            int count = 0;
            for (Company read : session.select(company).from(company).list()) {
                for (Employee worker : read.getEmployees()) {
                    for (Task one : worker.getTasks()) {
                        one.setPriority((short) ((one.getPriority() + 1) % 10));
                        count++;
                    }
                }
            }
            assertThat(count).isEqualTo(4410);
            world.statements().clear();
        });
        assertThat(world.statements().statements()).hasSizeLessThan(10);
    }

    @Test
    void detachClearAndRefreshLoseWhatWasNotWritten() {
        Company acme = given("Acme", 0);
        try (Session session = sessions.open()) {
            Company read = session.get(Company.class, acme.getId());
            read.setName("detached");
            session.detach(read);
            session.commit();
            Company again = session.get(Company.class, acme.getId());
            assertThat(again).isNotSameAs(read);
            assertThat(again.getName()).isEqualTo("Acme");
            again.setName("refreshed");
            session.refresh(again);
            assertThat(again.getName()).isEqualTo("Acme");
            again.setName("cleared");
            session.clear();
            session.commit();
            assertThat(session.get(Company.class, acme.getId()).getName()).isEqualTo("Acme");
            assertThatThrownBy(() -> session.refresh(again)).hasMessageContaining("does not know it");
            assertThatThrownBy(() -> session.remove(again)).hasMessageContaining("does not know it");
            assertThatThrownBy(() -> session.persist(again)).isInstanceOf(SessionException.class);
        }
    }

    @Test
    void aBulkUpdateReachesLoadedAndChangedObjects() {
        Company acme = given("Acme", 3);
        sessions.inTransaction(session -> {
            List<Employee> all = session.select(employee)
                    .from(employee)
                    .orderBy(employee.id.asc())
                    .list();
            all.get(0).setLevel(5);
            all.get(1).setSalary(new BigDecimal("10.50"));
            long changed = session.update(employee)
                    .set(
                            employee.salary,
                            io.aludel.core.query.Functions.coalesce(employee.salary, BigDecimal.ZERO)
                                    .plus(1)
                                    .times(2))
                    .set(employee.name, employee.name.concat("'s \\ %"))
                    .where(employee.company().name.eq("Acme").and(employee.level.isNull()))
                    .execute();
            assertThat(changed).isEqualTo(2);
            assertThat(all.get(0).getSalary()).isNull();
            assertThat(all.get(1).getSalary()).isEqualTo(new BigDecimal("23.00"));
            assertThat(all.get(2).getSalary()).isEqualTo(new BigDecimal("2.00"));
            assertThat(all.get(2).getName()).isEqualTo("Acme 2's \\ %");
            long deleted =
                    session.delete(employee).where(employee.salary.gt(20)).execute();
            assertThat(deleted).isEqualTo(1);
            assertThat(session.contains(all.get(1))).isFalse();
            session.update(employee).setNull(employee.level).execute();
            assertThat(all.get(0).getLevel()).isNull();
        });
        assertThat(list(Query.select(employee.salary).from(employee).orderBy(employee.id.asc())))
                .containsExactly(null, new BigDecimal("2.00"));
        assertThat(acme.getId()).isNotNull();
    }

    @Test
    void hostileTextIsFoundByEachPattern() {
        sessions.inTransaction(session -> session.persistAll(Samples.hostile()));

        sessions.inTransaction(session -> {
            for (String text : Samples.HOSTILE) {
                assertThat(session.select(everything.text)
                                .from(everything)
                                .where(everything.text.eq(text))
                                .list())
                        .containsExactly(text);
                assertThat(session.select(everything.text)
                                .from(everything)
                                .where(everything.text.contains(text))
                                .list())
                        .containsExactlyInAnyOrderElementsOf(Samples.HOSTILE.stream()
                                .filter(other -> other.contains(text))
                                .toList());
                assertThat(session.select(everything.text)
                                .from(everything)
                                .where(everything.text.startsWith(text))
                                .list())
                        .containsExactlyInAnyOrderElementsOf(Samples.HOSTILE.stream()
                                .filter(other -> other.startsWith(text))
                                .toList());
                assertThat(session.select(everything.text)
                                .from(everything)
                                .where(everything.text.endsWith(text))
                                .list())
                        .containsExactlyInAnyOrderElementsOf(Samples.HOSTILE.stream()
                                .filter(other -> other.endsWith(text))
                                .toList());
                assertThat(session.select(everything.text)
                                .from(everything)
                                .where(everything.text.in(text, "nothing"))
                                .list())
                        .containsExactly(text);
            }
        });
    }

    @Test
    void anAssignedIdentifierThatIsHostileFindsItsRow() {
        for (String code : List.of("'", "\\", "%", "😀", "\"", "")) {
            sessions.inTransaction(session -> session.persist(new Country(code, "of " + code)));
            Country found = sessions.fromTransaction(session -> session.get(Country.class, code));
            assertThat(found.getName()).isEqualTo("of " + code);
        }
        assertThatThrownBy(() -> sessions.inTransaction(session -> session.persist(new Country("'", "twice"))))
                .isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> sessions.inTransaction(session -> session.persist(new Country(null, "none"))))
                .isInstanceOf(SessionException.class)
                .hasMessageContaining("code");
    }
}
