// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Delete;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineSettings;
import io.aludel.mapping.Model;
import io.aludel.mapping.model.IdGeneration;
import io.aludel.orm.entity.Entities;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.entity.MappedColumn;
import io.aludel.orm.entity.ToOne;
import io.aludel.orm.world.Passport;
import io.aludel.orm.world.Person;
import io.aludel.orm.world.Pet;
import io.aludel.orm.world.Toy;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testkit.BareNames;
import io.aludel.testkit.Expected;
import io.aludel.testkit.StatementRecorder;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A database with the tables of the tests' entities, and a recorder of what is executed on it. */
final class World implements AutoCloseable {
    private final StatementRecorder statements = new StatementRecorder();
    private final Engine engine;
    private final SessionFactory sessions;

    World(FreshDatabase database, Class<?>... entities) {
        // No pool: a test needs one connection, two at most.
        engine = Engine.create(database.dataSource(), null, EngineSettings.DEFAULT.withListener(statements));
        sessions = SessionFactory.of(
                engine,
                Model.of(
                        entities.length > 0
                                ? entities
                                : new Class<?>[] {Person.class, Pet.class, Toy.class, Passport.class}));
        sessions.createAll();
        statements.expectingBareNames(engine.dialect()).clear();
    }

    SessionFactory sessions() {
        return sessions;
    }

    Session open() {
        return sessions.open();
    }

    StatementRecorder statements() {
        return statements;
    }

    /** Persists the objects in a transaction of their own, and forgets the statements. */
    void given(Object... entities) {
        sessions.inTransaction(session -> session.persistAll(List.of(entities)));
        statements.clear();
    }

    /** So many persons, each with as many pets, persisted before. */
    void givenPersons(int persons, int petsOfEach) {
        given(IntStream.range(0, persons)
                .mapToObj(i -> {
                    Person person = new Person("Person " + i);
                    for (int pet = 0; pet < petsOfEach; pet++) {
                        person.getPets().add(new Pet("Pet " + i + "." + pet));
                    }
                    return person;
                })
                .toArray());
    }

    /** The insert of so many rows of this entity, as this database has it. */
    Expected.Statement insert(Class<?> entity, int rows) {
        EntityMapping mapping =
                new Entities(sessions.model(), engine.dialect().capabilities().has(Feature.SEQUENCES)).of(entity);
        boolean numbered = mapping.idGeneration() instanceof IdGeneration.Identity;
        List<MappedColumn> columns = Stream.concat(
                        mapping.attributes().stream().filter(column -> !numbered || !column.equals(mapping.id())),
                        mapping.toOnes().stream().map(ToOne::column))
                .toList();
        return Expected.statement(engine.dialect()
                .newRenderer()
                .renderInsert(mapping.statements().insert(columns), rows)
                .sql());
    }

    /** SQL with bare names as this database has it. */
    String sql(String bareNames) {
        return BareNames.in(bareNames, engine.dialect());
    }

    /** An ascending order by a column, {@code table.column}, with what this database must be told for NULL to come last. */
    String ascending(String column) {
        String[] parts = column.split("\\.");
        Expression one = new Value(1, ValueType.INTEGER);
        Select ordered = Select.of(List.of(SelectItem.of(one)))
                .withOrderBy(List.of(
                        new Order(new ColumnRef(parts[0], parts[1], ValueType.INTEGER), false, Order.Nulls.DEFAULT)));
        return engine.dialect().toSql(ordered).sql().split(" order by ", 2)[1];
    }

    /** A deletion from a table under an alias. */
    String deleteFrom(String table, String alias) {
        return engine.dialect()
                .toSql(new Delete(new TableSource.TableRef(TableName.of(table), alias), null))
                .sql();
    }

    boolean has(Feature feature) {
        return engine.dialect().capabilities().has(feature);
    }

    /** The number of rows of a table, by SQL, on a connection of its own. */
    long count(String table) {
        return engine.inTransaction(connection -> connection
                .list(
                        new RenderedSql("select count(*) from " + table, List.of()),
                        List.of(ValueType.LONG),
                        row -> row.getLong(0))
                .get(0));
    }

    @Override
    public void close() {
        engine.close();
    }
}
