// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys;

import static io.aludel.core.query.Functions.avg;
import static io.aludel.core.query.Functions.coalesce;
import static io.aludel.core.query.Functions.count;
import static io.aludel.core.query.Functions.countDistinct;
import static io.aludel.core.query.Functions.decimal;
import static io.aludel.core.query.Functions.exists;
import static io.aludel.core.query.Functions.longNumber;
import static io.aludel.core.query.Functions.max;
import static io.aludel.core.query.Functions.min;
import static io.aludel.core.query.Functions.not;
import static io.aludel.core.query.Functions.notExists;
import static io.aludel.core.query.Functions.sum;
import static io.aludel.core.query.Functions.value;
import static io.aludel.core.query.Functions.when;
import static io.aludel.testing.journeys.shop.QCompany.company;
import static io.aludel.testing.journeys.shop.QEmployee.employee;
import static io.aludel.testing.journeys.shop.QTask.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.query.Bool;
import io.aludel.core.query.Query;
import io.aludel.core.query.Row;
import io.aludel.core.query.Subquery;
import io.aludel.orm.SessionFactory;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.journeys.shop.Company;
import io.aludel.testing.journeys.shop.Country;
import io.aludel.testing.journeys.shop.Employee;
import io.aludel.testing.journeys.shop.QEmployee;
import io.aludel.testing.journeys.shop.Task;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each operator gives what plain Java makes of the same objects, nulls among them. */
@OnEveryDatabase
class QueriesTest {
    private final World world;
    private final SessionFactory sessions;
    private final List<Employee> all = new ArrayList<>();
    private final List<Company> companies = new ArrayList<>();

    QueriesTest(FreshDatabase database) {
        world = new World(database);
        sessions = world.shopCreated();
    }

    @BeforeEach
    void fill() {
        Country country = new Country("NZ", "Aotearoa");
        for (String name : List.of("Acme", "Brück", "Ёлка", "Empty")) {
            companies.add(new Company(name));
        }
        companies.get(0).setCountry(country);
        String[] names = {"Ada", "ada", "Bob", "Ёж", "ёж", "100%", "a_b", "a\\b", "Zoë", "o'Neill"};
        String[] salaries = {"10.00", "10.00", null, "0.01", "-5.25", "99999999.99", "3.335", null, "7.5", "0"};
        for (int i = 0; i < names.length; i++) {
            Employee made = new Employee(
                    names[i],
                    null,
                    salaries[i] == null
                            ? null
                            : new BigDecimal(salaries[i])
                                    .setScale(2, RoundingMode.HALF_UP)
                                    .toString(),
                    i % 4 == 3 ? null : LocalDate.of(2020, 1, 31).plusMonths(i),
                    i % 3 == 1 ? null : i - 4);
            for (int t = 0; t < i % 4; t++) {
                made.getTasks().add(new Task("t" + i + t, t, made));
            }
            all.add(made);
        }
        sessions.inTransaction(session -> {
            session.persist(country);
            session.persistAll(companies);
            session.persistAll(all);
            // Only now, so that identifiers are in order: tables on a circle are written row by row.
            session.flush();
            for (int i = 0; i < names.length; i++) {
                all.get(i).setCompany(i == 4 ? null : companies.get(i % 3));
            }
            companies.get(0).setDirector(all.get(0));
        });
    }

    @AfterEach
    void close() {
        world.close();
    }

    private <R> List<R> list(Query<R> query) {
        return sessions.fromTransaction(session -> query.on(session).list());
    }

    private List<String> texts(Query<Row> query) {
        return list(query).stream().map(Row::toString).toList();
    }

    private void holds(Bool condition, Predicate<Employee> expected) {
        assertThat(list(Query.select(employee.name)
                        .from(employee)
                        .where(condition)
                        .orderBy(employee.id.asc())))
                .as(condition.toString())
                .containsExactlyElementsOf(
                        all.stream().filter(expected).map(Employee::getName).toList());
        // What is unknown stays unknown: whoever has a null is in neither of both.
        List<String> neither = list(
                Query.select(employee.name).from(employee).where(not(condition)).orderBy(employee.id.asc()));
        assertThat(neither)
                .doesNotContainAnyElementsOf(
                        all.stream()
                                        .filter(expected)
                                        .map(Employee::getName)
                                        .toList()
                                        .isEmpty()
                                ? List.of("nobody")
                                : all.stream()
                                        .filter(expected)
                                        .map(Employee::getName)
                                        .toList());
    }

    private static boolean pays(Employee one, Predicate<BigDecimal> test) {
        return one.getSalary() != null && test.test(one.getSalary());
    }

    private static boolean at(Employee one, String name) {
        return one.getCompany() != null && one.getCompany().getName().equals(name);
    }

    @Test
    void conditions() {
        BigDecimal ten = new BigDecimal("10");
        holds(employee.name.eq("Ada"), e -> e.getName().equals("Ada"));
        holds(employee.name.ne("Ada"), e -> !e.getName().equals("Ada"));
        holds(employee.salary.eq(ten), e -> pays(e, s -> s.compareTo(ten) == 0));
        holds(employee.salary.eq(10), e -> pays(e, s -> s.compareTo(ten) == 0));
        holds(employee.salary.ne(ten), e -> pays(e, s -> s.compareTo(ten) != 0));
        holds(employee.salary.lt(ten), e -> pays(e, s -> s.compareTo(ten) < 0));
        holds(employee.salary.le(ten), e -> pays(e, s -> s.compareTo(ten) <= 0));
        holds(employee.salary.gt(ten), e -> pays(e, s -> s.compareTo(ten) > 0));
        holds(employee.salary.ge(ten), e -> pays(e, s -> s.compareTo(ten) >= 0));
        holds(
                employee.salary.between(BigDecimal.ZERO, ten),
                e -> pays(e, s -> s.signum() >= 0 && s.compareTo(ten) <= 0));
        holds(
                employee.level.in(-4, 2, 5),
                e -> e.getLevel() != null && List.of(-4, 2, 5).contains(e.getLevel()));
        holds(employee.level.in(List.of()), e -> false);
        holds(employee.level.notIn(List.of()), e -> true);
        holds(employee.level.notIn(List.of(-4)), e -> e.getLevel() != null && e.getLevel() != -4);
        holds(employee.level.isNull(), e -> e.getLevel() == null);
        holds(employee.level.isNotNull(), e -> e.getLevel() != null);
        holds(
                employee.hiredOn.after(LocalDate.of(2020, 5, 31)),
                e -> e.getHiredOn() != null && e.getHiredOn().isAfter(LocalDate.of(2020, 5, 31)));
        holds(
                employee.level.isNull().and(employee.salary.gt(5)),
                e -> e.getLevel() == null && pays(e, s -> s.intValue() > 5));
        holds(
                employee.level.eq(-4).or(employee.name.eq("Bob")),
                e -> Objects.equals(e.getLevel(), -4) || e.getName().equals("Bob"));
        holds(employee.level.plus(1).times(2).eq(0), e -> Objects.equals(e.getLevel(), -1));
        holds(employee.level.remainder(2).eq(-1), e -> e.getLevel() != null && e.getLevel() % 2 == -1);
        holds(employee.level.integerDividedBy(2).eq(-1), e -> e.getLevel() != null && e.getLevel() / 2 == -1);
        holds(employee.level.abs().gt(3), e -> e.getLevel() != null && Math.abs(e.getLevel()) > 3);
    }

    @Test
    void texts() {
        for (String part : List.of("a", "%", "_", "\\", "'", "Ё", "")) {
            holds(employee.name.contains(part), e -> e.getName().contains(part));
            holds(employee.name.startsWith(part), e -> e.getName().startsWith(part));
            holds(employee.name.endsWith(part), e -> e.getName().endsWith(part));
        }
        holds(employee.name.like("_da"), e -> e.getName().matches("(?s).da"));
        holds(employee.name.like("%\\%"), e -> e.getName().endsWith("%"));
        holds(employee.name.like("a\\_b"), e -> e.getName().equals("a_b"));
        holds(employee.name.like("a\\\\b"), e -> e.getName().equals("a\\b"));
        holds(employee.name.ilike("ё%"), e -> e.getName().toLowerCase().startsWith("ё"));
        holds(employee.name.ilike("ADA"), e -> e.getName().equalsIgnoreCase("ada"));
        holds(employee.name.length().gt(3), e -> e.getName().length() > 3);
        holds(
                employee.name.concat("!").concat(employee.name).eq("Bob!Bob"),
                e -> e.getName().equals("Bob"));
        assertThat(list(Query.select(employee.name)
                        .from(employee)
                        .orderBy(employee.name.byCodePoint().asc())))
                .containsExactlyElementsOf(
                        all.stream().map(Employee::getName).sorted().toList());
    }

    @Test
    void associations() {
        Company acme = companies.get(0);
        holds(employee.company().name.eq("Acme"), e -> at(e, "Acme"));
        holds(employee.company().name.ne("Acme"), e -> e.getCompany() != null && !at(e, "Acme"));
        holds(employee.company().isNull(), e -> e.getCompany() == null);
        holds(employee.company().country().code.eq("NZ"), e -> at(e, "Acme"));
        holds(employee.company().country().name.isNull(), e -> !at(e, "Acme"));
        holds(employee.company().eq(acme), e -> e.getCompany() == acme);
        holds(employee.company().in(List.of(acme, companies.get(1))), e -> at(e, "Acme") || at(e, "Brück"));
        holds(employee.company().director().eq(all.get(0)), e -> at(e, "Acme"));
        holds(
                exists(Query.selectOne().from(task).where(task.employee().eq(employee))),
                e -> !e.getTasks().isEmpty());
        holds(
                notExists(Query.selectOne()
                        .from(task)
                        .where(task.employee().eq(employee).and(task.priority.gt((short) 0)))),
                e -> e.getTasks().size() < 2);
        holds(
                employee.id.in(Query.select(task.employee().id).from(task).where(task.priority.eq((short) 2))),
                e -> e.getTasks().size() > 2);
        QEmployee other = new QEmployee("other");
        holds(
                employee.salary.gt(
                        decimal(Query.select(avg(other.salary)).from(other).where(other.salary.lt(1000)))),
                e -> pays(e, s -> s.doubleValue() > 25.85 / 7));
        holds(
                longNumber(Query.select(count())
                                .from(task)
                                .where(task.employee().eq(employee)))
                        .eq(2L),
                e -> e.getTasks().size() == 2);
    }

    @Test
    void joins() {
        assertThat(texts(Query.select(company.name, employee.name)
                        .from(company)
                        .join(company.employees(), employee)
                        .where(company.name.eq("Acme"))
                        .orderBy(employee.id.asc())))
                .containsExactly("[Acme, Ada]", "[Acme, Ёж]", "[Acme, a_b]", "[Acme, o'Neill]");
        assertThat(texts(Query.select(company.name, count(employee.id))
                        .from(company)
                        .leftJoin(company.employees(), employee)
                        .groupBy(company.name)
                        .orderBy(company.name.byCodePoint().asc())))
                .containsExactly("[Acme, 4]", "[Brück, 2]", "[Empty, 0]", "[Ёлка, 3]");
        assertThat(texts(Query.select(employee.name, task.title)
                        .from(employee)
                        .leftJoin(task.employee().reverse())
                        .where(employee.id.le(all.get(2).getId()))
                        .orderBy(employee.id.asc(), task.title.asc())))
                .containsExactly("[Ada, null]", "[ada, t10]", "[Bob, t20]", "[Bob, t21]");
        QEmployee boss = new QEmployee("boss");
        assertThat(texts(Query.select(employee.name, boss.name)
                        .from(employee)
                        .leftJoin(employee.company().director(), boss)
                        .where(employee.level.lt(0))
                        .orderBy(employee.id.asc())))
                .containsExactly("[Ada, Ada]", "[Bob, null]", "[Ёж, Ada]");
        Subquery counts = Query.select(task.employee().id, count().as("n"))
                .from(task)
                .groupBy(task.employee().id)
                .as("counts");
        assertThat(texts(Query.select(employee.name, coalesce(counts.get(count()), 0L))
                        .from(employee)
                        .leftJoin(counts, counts.get(task.employee().id).eq(employee.id))
                        .where(employee.id.le(all.get(3).getId()))
                        .orderBy(employee.id.asc())))
                .containsExactly("[Ada, 0]", "[ada, 1]", "[Bob, 2]", "[Ёж, 3]");
        assertThat(list(Query.select(sum(counts.get(count()))).from(counts))).hasToString("[13]");
    }

    @Test
    void groups() {
        assertThat(texts(Query.select(
                                employee.company().name,
                                count(),
                                count(employee.salary),
                                countDistinct(employee.level),
                                sum(employee.salary),
                                avg(employee.salary).round(2),
                                min(employee.hiredOn),
                                max(employee.name.byCodePoint()))
                        .from(employee)
                        .groupBy(employee.company().name)
                        .having(count().gt(1L))
                        .orderBy(employee.company().name.byCodePoint().desc())))
                .containsExactly(
                        "[Ёлка, 3, 2, 3, 100000007.49, 50000003.75, 2020-03-31, Zoë]",
                        "[Brück, 2, 1, 0, 10.00, 10.00, 2020-02-29, ada]",
                        "[Acme, 4, 4, 4, 13.35, 3.34, 2020-01-31, Ёж]");
        assertThat(texts(Query.select(count(), count(employee.id), sum(employee.level), max(employee.salary))
                        .from(employee)
                        .where(employee.name.eq("nobody"))))
                .containsExactly("[0, 0, null, null]");
        assertThat(list(Query.select(employee.salary).from(employee).distinct()))
                .hasSize(8)
                .containsOnlyOnce(new BigDecimal("10.00"));
    }

    @Test
    void orderAndPages() {
        Comparator<BigDecimal> nullsLast = Comparator.nullsLast(Comparator.naturalOrder());
        List<BigDecimal> sorted =
                all.stream().map(Employee::getSalary).sorted(nullsLast).toList();
        Query<BigDecimal> bySalary =
                Query.select(employee.salary).from(employee).orderBy(employee.salary.asc());
        assertThat(list(bySalary)).containsExactlyElementsOf(sorted);
        assertThat(list(bySalary.limit(3).offset(2))).containsExactlyElementsOf(sorted.subList(2, 5));
        assertThat(list(bySalary.offset(7))).containsExactlyElementsOf(sorted.subList(7, 10));
        assertThat(list(Query.select(employee.salary).from(employee).orderBy(employee.salary.desc())))
                .containsExactlyElementsOf(all.stream()
                        .map(Employee::getSalary)
                        .sorted(nullsLast.reversed())
                        .toList());
        assertThat(list(Query.select(employee.salary)
                                .from(employee)
                                .orderBy(employee.salary.desc().nullsLast()))
                        .get(9))
                .isNull();
        assertThat(list(Query.select(employee.salary)
                                .from(employee)
                                .orderBy(employee.salary.asc().nullsFirst()))
                        .get(0))
                .isNull();
    }

    @Test
    void calculations() {
        assertThat(list(Query.select(when(employee.salary.gt(9), value("rich"))
                                .when(employee.salary.isNull(), value("unknown"))
                                .otherwise(value("it's \\ so")))
                        .from(employee)
                        .orderBy(employee.id.asc())))
                .containsExactly(
                        "rich",
                        "rich",
                        "unknown",
                        "it's \\ so",
                        "it's \\ so",
                        "rich",
                        "it's \\ so",
                        "unknown",
                        "it's \\ so",
                        "it's \\ so");
        assertThat(list(Query.select(when(employee.salary.gt(9), employee.level).end())
                        .from(employee)
                        .where(employee.id.le(all.get(2).getId()))
                        .orderBy(employee.id.asc())))
                .containsExactly(-4, null, null);
        assertThat(list(Query.select(coalesce(employee.level, 0)).from(employee).orderBy(employee.id.asc())))
                .containsExactly(-4, 0, -2, -1, 0, 1, 2, 0, 4, 5);
        assertThat(list(Query.select(
                                employee.salary.dividedBy(BigDecimal.valueOf(8)).round(2))
                        .from(employee)
                        .where(employee.salary.isNotNull())
                        .orderBy(employee.id.asc())))
                .containsExactlyElementsOf(all.stream()
                        .map(Employee::getSalary)
                        .filter(Objects::nonNull)
                        .map(salary -> salary.divide(BigDecimal.valueOf(8), 2, RoundingMode.HALF_UP))
                        .toList());
        assertThat(list(Query.select(employee.level.dividedBy(2).round(1))
                        .from(employee)
                        .where(employee.level.eq(5))))
                .containsExactly(new BigDecimal("2.5"));
        assertThat(list(Query.select(employee.level.dividedBy(0)).from(employee).where(employee.level.eq(5))))
                .containsExactly((BigDecimal) null);
    }
}
