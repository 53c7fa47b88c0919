// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys;

import static io.aludel.testing.journeys.shop.QEmployee.employee;
import static io.aludel.testing.journeys.shop.QEverything.everything;
import static io.aludel.testing.journeys.shop.QSeat.seat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.query.Selection;
import io.aludel.mapping.Model;
import io.aludel.orm.SessionFactory;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.journeys.shop.Employee;
import io.aludel.testing.journeys.shop.Everything;
import io.aludel.testing.journeys.shop.Place;
import io.aludel.testing.journeys.shop.Primitives;
import io.aludel.testing.journeys.shop.QPlace;
import io.aludel.testing.journeys.shop.QPrimitives;
import io.aludel.testing.journeys.shop.Samples;
import io.aludel.testing.journeys.shop.Seat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Queries into records, whose numbers come as primitives. */
@OnEveryDatabase
class RecordsTest {
    private static final Selection<Primitives> THAT_MAY_BE_NULL = QPrimitives.of(
            everything.boolOrNull,
            everything.byteOrNull,
            everything.shortOrNull,
            everything.intOrNull,
            everything.longOrNull,
            everything.floatOrNull,
            everything.doubleOrNull,
            everything.charOrNull);

    private final World world;

    RecordsTest(FreshDatabase database) {
        world = new World(database);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void holdTheLeastAndTheGreatestOfEachType() {
        SessionFactory sessions = world.shopCreated();
        Everything zero = new Everything();
        sessions.inTransaction(session -> session.persistAll(List.of(Samples.least(), zero, Samples.greatest())));

        Selection<Primitives> columns = QPrimitives.of(
                everything.aBoolean,
                everything.aByte,
                everything.aShort,
                everything.anInt,
                everything.aLong,
                everything.aFloat,
                everything.aDouble,
                everything.aChar);
        List<Primitives> read = sessions.fromTransaction(session -> session.select(columns)
                .from(everything)
                .orderBy(everything.id.asc())
                .list());
        assertThat(read)
                .containsExactly(
                        new Primitives(
                                false,
                                Byte.MIN_VALUE,
                                Short.MIN_VALUE,
                                Integer.MIN_VALUE,
                                Long.MIN_VALUE,
                                -Float.MAX_VALUE,
                                -Double.MAX_VALUE,
                                ' '),
                        new Primitives(false, (byte) 0, (short) 0, 0, 0, 0, 0, 'a'),
                        new Primitives(
                                true,
                                Byte.MAX_VALUE,
                                Short.MAX_VALUE,
                                Integer.MAX_VALUE,
                                Long.MAX_VALUE,
                                Float.MAX_VALUE,
                                Double.MAX_VALUE,
                                read.get(2).aChar()));
    }

    @Test
    void sayWhichPrimitiveCannotBeNull() {
        SessionFactory sessions = world.shopCreated();
        Everything row = new Everything();
        sessions.inTransaction(session -> session.persist(row));
        assertNullIn(sessions, "aBoolean", "Boolean");

        sessions.inTransaction(session -> session.update(everything)
                .set(everything.boolOrNull, false)
                .set(everything.byteOrNull, (byte) 0)
                .set(everything.shortOrNull, (short) 0)
                .set(everything.intOrNull, 0)
                .where(everything.id.eq(row.getId()))
                .execute());
        assertNullIn(sessions, "aLong", "Long");

        sessions.inTransaction(session -> session.update(everything)
                .set(everything.longOrNull, 0L)
                .set(everything.floatOrNull, 0f)
                .set(everything.doubleOrNull, 0d)
                .where(everything.id.eq(row.getId()))
                .execute());
        assertNullIn(sessions, "aChar", "Character");
    }

    private static void assertNullIn(SessionFactory sessions, String component, String type) {
        sessions.inTransaction(session -> {
            assertThatThrownBy(() ->
                            session.select(THAT_MAY_BE_NULL).from(everything).list())
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage(
                            "Primitives." + component + " is a primitive, but the query gave NULL; make it " + type);
            assertThatThrownBy(() ->
                            session.select(THAT_MAY_BE_NULL).from(everything).forEach(read -> {}))
                    .isInstanceOf(NullPointerException.class);
        });
    }

    @Test
    void areConvertedWhereAPrimitiveIsStoredAsSomethingElse() {
        SessionFactory sessions = world.sessions(Model.of(Seat.class));
        sessions.createAll();
        sessions.inTransaction(session -> session.persistAll(List.of(new Seat(7, 2), new Seat(8, 25))));

        List<Place> places = new ArrayList<>();
        sessions.inTransaction(session -> session.select(QPlace.of(seat.number, seat.row))
                .from(seat)
                .orderBy(seat.number.asc())
                .forEach(places::add));

        assertThat(places).containsExactly(new Place(7, 2), new Place(8, 25));
    }

    @Test
    void columnsAreReadByThemselvesToo() {
        SessionFactory sessions = world.shopCreated();
        sessions.inTransaction(session -> session.persistAll(
                List.of(new Employee("Ada", null, null, null, 0), new Employee("Bob", null, null, null, null))));

        List<Integer> levels = sessions.fromTransaction(session -> session.select(employee.level)
                .from(employee)
                .orderBy(employee.name.asc())
                .list());

        assertThat(levels).containsExactly(0, null);
    }
}
