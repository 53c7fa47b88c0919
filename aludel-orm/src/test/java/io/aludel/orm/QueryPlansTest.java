// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import static io.aludel.core.query.Functions.avg;
import static io.aludel.core.query.Functions.count;
import static io.aludel.core.query.Functions.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.expr.Value;
import io.aludel.core.query.Query;
import io.aludel.core.query.QueryException;
import io.aludel.engine.ExecutedStatement;
import io.aludel.mapping.resolve.StatementResolver;
import io.aludel.orm.world.Person;
import io.aludel.orm.world.Pet;
import io.aludel.orm.world.QPerson;
import io.aludel.orm.world.QPet;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A query that came before with other values executes the statement, with the values, that it would execute had it come first. */
@OnEveryDatabase
class QueryPlansTest {
    private static final QPet pet = QPet.pet;
    private static final QPerson person = QPerson.person;

    private final World world;
    private final List<Person> persons = new ArrayList<>();

    QueryPlansTest(FreshDatabase database) {
        world = new World(database);
    }

    @BeforeEach
    void fill() {
        for (int i = 0; i < 6; i++) {
            Person made = new Person("Person " + i, i == 0 ? null : persons.get(i / 2));
            made.getPets().add(new Pet("Pet " + i));
            persons.add(made);
        }
        world.given(persons.toArray());
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** The numbers that a query is made of. */
    private record Numbers(int one, int two) {}

    /** Each asked with three pairs of numbers; the last pair is of equal ones. */
    private List<Function<Numbers, Query<?>>> queries() {
        return List.of(
                n -> Query.select(pet).where(pet.id.eq(n.one())),
                n -> Query.select(pet).where(pet.id.ne(n.one())).limit(n.two()).offset(n.one()),
                n -> Query.select(pet)
                        .where(pet.name.eq("Pet " + n.one()).or(pet.owner().name.eq("Person " + n.two()))),
                n -> Query.select(pet).where(pet.owner().eq(persons.get(n.one()))),
                n -> Query.select(pet).where(pet.owner().in(List.of(persons.get(n.one()), persons.get(n.two())))),
                n -> Query.select(pet).where(pet.owner().boss().ne(persons.get(n.two()))),
                n -> Query.select(pet).where(pet.name.contains(n.one() + "")),
                n -> Query.select(pet).where(pet.name.like("Pet _").and(pet.id.gt(n.one()))),
                n -> Query.select(pet).where(pet.name.startsWith("Pet").not().or(pet.id.between(n.one(), n.two()))),
                n -> Query.select(pet).where(pet.born.isNull().and(pet.id.lt(n.two()))),
                n -> Query.select(pet).where(pet.born.eq(LocalDate.of(2020, 1, 1 + n.one()))),
                n -> Query.select(pet)
                        .where(pet.id
                                .in(LongRange.upTo(n.one()))
                                .and(pet.name.notIn(List.of("Pet " + n.one(), "Pet " + n.two())))),
                n -> Query.select(pet).where(pet.id.in(LongRange.upTo(80 + n.one()))),
                n -> Query.select(pet.name, pet.id.plus(n.one()))
                        .from(pet)
                        .orderBy(pet.id.plus(n.one()).desc()),
                n -> Query.select(pet.id.plus(n.one()), count())
                        .from(pet)
                        .groupBy(pet.id.plus(n.one()))
                        .having(count().ge(n.two() / 10)),
                n -> Query.select(avg(pet.id).round(n.one()).plus(java.math.BigDecimal.valueOf(n.two())))
                        .from(pet),
                n -> Query.select(person)
                        .where(exists(Query.selectOne()
                                .from(pet)
                                .where(pet.owner().eq(person).and(pet.id.gt(n.two()))))),
                n -> Query.select(person)
                        .where(person.id.in(
                                Query.select(pet.owner().id).from(pet).where(pet.id.le(n.one())))));
    }

    @Test
    void executesWhatItWouldExecuteWithoutMemory() {
        List<Numbers> numbers = List.of(new Numbers(1, 2), new Numbers(3, 5), new Numbers(2, 2));
        for (Function<Numbers, Query<?>> query : queries()) {
            numbers.forEach(pair -> executed(query.apply(pair)));
            for (Numbers pair : numbers) {
                ExecutedStatement remembered = executed(query.apply(pair));
                RenderedSql anew = rendered(query.apply(pair));
                assertThat(remembered.sql()).isEqualTo(anew.sql());
                assertThat(remembered.rows().get(0))
                        .isEqualTo(anew.binds().stream()
                                .map(bind -> ((Value) bind).value())
                                .toList());
            }
        }
    }

    @Test
    void bindsTheIdentifierThatAFlushGives() {
        for (int i = 0; i < 2; i++) {
            try (Session session = world.open()) {
                Person made = new Person("New");
                made.getPets().add(new Pet("Newer"));
                session.persist(made);

                assertThat(session.select(pet.name)
                                .from(pet)
                                .where(pet.owner().eq(made))
                                .list())
                        .containsExactly("Newer");
            }
        }
    }

    @Test
    void refusesAnEntityWithoutIdentifierEachTime() {
        try (Session session = world.open()) {
            session.select(pet).where(pet.owner().eq(persons.get(0))).list();

            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> session.select(pet)
                                .where(pet.owner().eq(new Person("New")))
                                .list())
                        .isInstanceOf(QueryException.class)
                        .hasMessageContaining("no identifier yet");
            }
        }
    }

    @Test
    void goesOnWhenThereAreMoreShapesThanItKeeps() {
        try (Session session = world.open()) {
            for (int i = 0; i < 2_050; i++) {
                QPet some = new QPet("p" + i);
                assertThat(session.select(some.name)
                                .from(some)
                                .where(some.id.eq(-1L))
                                .list())
                        .isEmpty();
            }
        }
    }

    /** The first statement; others load what comes along. */
    private ExecutedStatement executed(Query<?> query) {
        world.statements().clear();
        try (Session session = world.open()) {
            query.on(session).list();
        }
        return world.statements().statements().get(0);
    }

    private RenderedSql rendered(Query<?> query) {
        return world.sessions()
                .engine()
                .dialect()
                .toSql(new StatementResolver(world.sessions().model())
                        .resolve(query.statement())
                        .statement());
    }

    private static final class LongRange {
        static List<Long> upTo(int count) {
            return IntStream.rangeClosed(1, count).mapToObj(i -> (long) i).toList();
        }
    }
}
