// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import static io.aludel.core.query.Functions.avg;
import static io.aludel.core.query.Functions.max;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.expr.AttributeRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.EntityRef;
import io.aludel.core.expr.EntitySource;
import io.aludel.core.expr.InList;
import io.aludel.core.expr.Join;
import io.aludel.core.expr.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class QueryTest {
    private static final QPerson person = new QPerson("person");
    private static final QPet pet = new QPet("pet");

    @Test
    void ofAnEntityBeginsAtThatEntity() {
        assertThat(Query.select(person).statement().from())
                .isEqualTo(new EntitySource(new EntityRef.Root(Person.class, "person")));
    }

    @Test
    void neverChangesAnEarlierQuery() {
        Query<Person> all = Query.select(person);

        Query<Person> some = all.where(person.age.gt(5)).limit(3).distinct();

        assertThat(all.statement().where()).isNull();
        assertThat(all.statement().limit()).isNull();
        assertThat(some.statement().distinct()).isTrue();
    }

    @Test
    void bindsAValueInTheTypeOfWhatItIsComparedWith() {
        Comparison comparison = (Comparison) person.age.gt(5).node();

        assertThat(comparison.right()).isEqualTo(new Value(5, person.age.node().type()));
        assertThat(comparison.left()).isInstanceOf(AttributeRef.class);
    }

    @Test
    void takesAnIntForALongColumn() {
        Comparison comparison = (Comparison) person.id.eq(5).node();

        assertThat(((Value) comparison.right()).value()).isEqualTo(5L);
    }

    @Test
    void refusesNullWithAHint() {
        assertThatThrownBy(() -> person.name.eq((String) null)).hasMessageContaining("say isNull()");
        assertThatThrownBy(() -> person.name.in(Arrays.asList("a", null))).hasMessageContaining("say isNull()");
    }

    @Test
    void refusesAPatternWhoseLastBackslashEscapesNothing() {
        assertThatThrownBy(() -> person.name.like("50\\"))
                .isInstanceOf(QueryException.class)
                .hasMessage(
                        "The pattern \"50\\\" ends in a backslash, which escapes nothing there; double it, or use endsWith for plain"
                                + " text.");
        assertThat(person.name.like("50\\\\").node()).isNotNull();
    }

    @Test
    void keepsAnEmptyListOfOptions() {
        assertThat(((InList) person.name.in(List.of()).node()).options()).isEmpty();
    }

    @Test
    void joinsAReverseSideFromTheOneEntityThatItBeginsAt() {
        Join join = Query.select(person)
                .join(pet.owner().reverse())
                .statement()
                .joins()
                .get(0);

        assertThat(join.table()).isEqualTo(new EntitySource(new EntityRef.Root(Pet.class, "pet")));
        assertThat(join.along())
                .isEqualTo(new EntityRef.Association(
                        new EntityRef.Root(Person.class, "person"), "owner", Pet.class, true));
    }

    @Test
    void saysWhatToDoWhenAReverseSideHasNowhereToBegin() {
        assertThatThrownBy(() -> Query.select(pet).join(pet.owner().reverse()))
                .isInstanceOf(QueryException.class)
                .hasMessage("The reverse of Pet.owner begins at a Person, and the query has 0 of them;"
                        + " join with a condition instead: join(entity, entity.owner().eq(…)).");
    }

    @Test
    void givesARowThatIsReadByWhatWasSelected() {
        Query<Row> query = Query.select(person.name, person.age);

        Row row = Objects.requireNonNull(query.selection().assemble(new Object[] {"Ada", 36}, 0));

        assertThat(row.get(person.name)).isEqualTo("Ada");
        assertThat(row.get(person.age)).isEqualTo(36);
        assertThatThrownBy(() -> row.get(pet.owner().name)).hasMessageStartingWith("The row has no such column");
    }

    @Test
    void givesASubqueryColumnOfTheSameKind() {
        Subquery averages =
                Query.select(avg(person.age)).from(person).groupBy(person.name).as("averages");

        DecimalNum highest = max(averages.get(avg(person.age)));

        assertThat(highest.node().toString()).contains("averages", "c1");
        assertThatThrownBy(() -> averages.get(person.name)).hasMessageContaining("does not select");
    }

    @Test
    void belongsToNoSessionUntilItIsGivenOne() {
        assertThatThrownBy(() -> Query.select(person).list())
                .hasMessage("This query belongs to no session; begin it with session.select(…), or say on(session).");
    }

    @Test
    void saysHowManyRowsThereWereInsteadOfOne() {
        assertThatThrownBy(() -> Query.select(person).on(giving()).single()).hasMessageContaining("no row");
        assertThatThrownBy(() -> Query.select(person)
                        .on(giving(new Person(), new Person()))
                        .single())
                .hasMessageContaining("more than one row");
    }

    @Test
    void asksForNoMoreRowsThanItsOwnLimit() {
        List<Object> limits = new ArrayList<>();
        QueryRunner asking = new QueryRunner() {
            @Override
            public <R> List<R> list(Query<R> query) {
                limits.add(((Value) query.statement().limit()).value());
                return List.of();
            }

            @Override
            public long execute(io.aludel.core.expr.Update update) {
                return 0;
            }

            @Override
            public long execute(io.aludel.core.expr.Delete delete) {
                return 0;
            }

            @Override
            public <S> long insert(InsertQuery<S> insert, Iterator<? extends S> rows) {
                return 0;
            }
        };

        Query.select(person).on(asking).first();
        Query.select(person).limit(0).on(asking).first();
        Query.select(person).limit(9).on(asking).first();

        assertThat(limits).containsExactly(1L, 0L, 1L);
    }

    private static QueryRunner giving(Object... results) {
        return new QueryRunner() {
            @Override
            @SuppressWarnings("unchecked")
            public <R> List<R> list(Query<R> query) {
                return (List<R>) List.of(results);
            }

            @Override
            public long execute(io.aludel.core.expr.Update update) {
                throw new UnsupportedOperationException();
            }

            @Override
            public long execute(io.aludel.core.expr.Delete delete) {
                throw new UnsupportedOperationException();
            }

            @Override
            public <S> long insert(InsertQuery<S> insert, Iterator<? extends S> rows) {
                throw new UnsupportedOperationException();
            }
        };
    }

    static final class Person {}

    static final class Pet {}

    static final class QPerson extends EntityPath<Person> {
        final LongNum id = longNumber("id");
        final Text name = text("name");
        final IntNum age = integer("age");

        QPerson(String alias) {
            this(new EntityRef.Root(Person.class, alias));
        }

        QPerson(EntityRef ref) {
            super(ref);
        }
    }

    static final class QPet extends EntityPath<Pet> {
        QPet(String alias) {
            super(new EntityRef.Root(Pet.class, alias));
        }

        QPerson owner() {
            return new QPerson(toOne("owner", Person.class));
        }
    }
}
