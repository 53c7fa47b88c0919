// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.count;
import static io.aludel.testkit.conformance.PetWorld.insert;
import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.RebuildProtocol;
import io.aludel.core.dialect.Scope;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.DdlRunner;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.engine.ScratchPlace;
import io.aludel.testkit.TestedDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Creating and dropping all, running steps, and trying out. */
@Tag("server-version")
abstract class SchemaCreationTests extends ConformanceTests {
    private static final TableName HEN = TableName.of("hen");
    private static final TableName EGG = TableName.of("egg");
    /** Each points at the other. */
    private static final Schema CIRCLE = Schema.of(linked(HEN, "laid_by", EGG), linked(EGG, "hatched_from", HEN));

    private final Engine engine = newEngine();

    SchemaCreationTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    @Test
    void createsAllAndDropsAll() {
        engine.createAll(PetWorld.SCHEMA);
        assertThat(tables()).containsExactlyInAnyOrder("person", "pet");

        engine.dropAll(PetWorld.SCHEMA);
        assertThat(tables()).isEmpty();
    }

    @Test
    void leavesWhatIsThereAndCreatesTheRest() {
        engine.createAll(Schema.of(PetWorld.PERSON_TABLE));
        engine.inTransaction(connection -> {
            insert(connection, "Ada");
            return null;
        });

        engine.createAll(PetWorld.SCHEMA);
        engine.createAll(PetWorld.SCHEMA);

        assertThat(count(engine, "person")).isEqualTo(1);
        assertThat(count(engine, "pet")).isZero();
    }

    @Test
    void dropsWhatIsThereAndNothingElse() {
        engine.createAll(Schema.of(PetWorld.PERSON_TABLE, linked(HEN, "other", HEN)));

        engine.dropAll(PetWorld.SCHEMA);
        engine.dropAll(PetWorld.SCHEMA);

        assertThat(tables()).containsExactly("hen");
    }

    @Test
    void createsAndDropsCirclesOfKeysWithTheirRows() {
        engine.createAll(CIRCLE);
        engine.inTransaction(connection -> {
            connection.execute("insert into hen (id) values (1)");
            connection.execute("insert into egg (id, hatched_from) values (2, 1)");
            connection.execute("update hen set laid_by = 2");
            return null;
        });
        assertThatThrownBy(() -> engine.inTransaction(connection -> {
                    connection.execute("delete from egg");
                    return null;
                }))
                .isInstanceOf(EngineException.class);

        engine.dropAll(CIRCLE);

        assertThat(tables()).isEmpty();
    }

    @Test
    void enforcesForeignKeysAgainAfterDropping() {
        engine.createAll(PetWorld.SCHEMA);
        try (EngineConnection connection = engine.connect()) {
            new DdlRunner(connection).transaction(true, () -> {});
            assertThatThrownBy(() -> connection.execute("insert into pet (name, owner_id) values ('Rex', 77)"))
                    .isInstanceOf(EngineException.class);
        }
    }

    @Test
    void rollsBackStepsThatFailHalfWay() {
        try (EngineConnection connection = engine.connect()) {
            assumeTrue(
                    connection.dialect().capabilities().has(Feature.TRANSACTIONAL_DDL),
                    "DDL belongs to the transaction");
            assertThatThrownBy(() -> new DdlRunner(connection)
                            .run(List.of(
                                    new DdlStep.Sql("create table nest (id integer)"),
                                    new DdlStep.Sql("create tabel nest (id integer)"))))
                    .isInstanceOf(EngineException.class)
                    .hasMessageEndingWith(" SQL: create tabel nest (id integer)");
            assertThat(connection.inTransaction()).isFalse();
        }
        assertThat(tables()).isEmpty();
    }

    @Test
    void refusesToRunInsideATransactionOfSomebodyElse() {
        try (EngineConnection connection = engine.connect()) {
            connection.begin();
            assertThatThrownBy(() -> new DdlRunner(connection).run(List.of()))
                    .isInstanceOf(EngineException.class)
                    .hasMessage("A transaction is open on " + engine.description()
                            + "; commit it or roll it back, as changes of the schema have one of their own.");
        }
    }

    /** A transaction that the engine knows nothing of: inside it SQLite keeps foreign keys on, whatever it is told. */
    @Test
    void refusesARebuildThatCouldDeleteRowsOfOtherTables() {
        try (EngineConnection connection = engine.connect()) {
            RebuildProtocol protocol =
                    connection.dialect().ddl().rebuildProtocol().orElse(null);
            assumeTrue(protocol != null, "tables are rebuilt here");
            connection.execute("begin");
            assertThatThrownBy(() -> new DdlRunner(connection).transaction(true, () -> {}))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining(" cannot be rebuilt now: \"" + protocol.readyQuery() + "\" answers ")
                    .hasMessageContaining(" instead of " + protocol.readyValue());
        }
    }

    @Test
    void keepsTheRowsOfOtherTablesWhenATableIsRebuilt() {
        engine.createAll(PetWorld.SCHEMA);
        try (EngineConnection connection = engine.connect()) {
            assumeTrue(connection.dialect().ddl().rebuildProtocol().isPresent(), "tables are rebuilt here");
            long ada = connection.insert(PetWorld.INSERT_PERSON, List.<Object[]>of(new Object[] {"Ada", null}))[0];
            connection.insert(PetWorld.INSERT_PET, List.<Object[]>of(new Object[] {"Rex", ada}));
            Table person = connection
                    .dialect()
                    .introspector()
                    .read(connection.catalog(), Scope.DEFAULT_SCHEMA)
                    .requireTable(PetWorld.PERSON);
            Table longer = person.withColumn(Column.notNull("name", SqlType.varchar(80)));
            DdlStep.Rebuild rebuild = new DdlStep.Rebuild(person, longer, Map.of());

            assertThatThrownBy(() -> new DdlRunner(connection)
                            .transaction(false, () -> new DdlRunner(connection).apply(List.of(rebuild))))
                    .isInstanceOf(EngineException.class)
                    .hasMessage("Table \"person\" cannot be rebuilt here: rows that point at it could be lost."
                            + " Announce rebuilds when the transaction begins.");
            new DdlRunner(connection).run(List.of(rebuild));

            assertThat(connection
                            .dialect()
                            .introspector()
                            .read(connection.catalog(), Scope.DEFAULT_SCHEMA)
                            .requireTable(PetWorld.PERSON)
                            .requireColumn("name")
                            .type())
                    .isEqualTo(SqlType.varchar(80));
            assertThat(count(connection, "pet")).isEqualTo(1);
            assertThatThrownBy(() -> connection.execute("update pet set owner_id = 77"))
                    .isInstanceOf(EngineException.class);
        }
    }

    @Test
    void rollsBackAChangeThatLeavesRowsPointingAtNothing() {
        engine.createAll(PetWorld.SCHEMA);
        try (EngineConnection connection = engine.connect()) {
            assumeTrue(connection.dialect().ddl().rebuildProtocol().isPresent(), "tables are rebuilt here");
            long ada = connection.insert(PetWorld.INSERT_PERSON, List.<Object[]>of(new Object[] {"Ada", null}))[0];
            connection.insert(PetWorld.INSERT_PET, List.<Object[]>of(new Object[] {"Rex", ada}));

            assertThatThrownBy(() ->
                            new DdlRunner(connection).transaction(true, () -> connection.execute("delete from person")))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith(
                            "The change of the schema leaves 1 rows that point at nothing, so it is rolled back. The first: ");

            assertThat(count(connection, "person")).isEqualTo(1);
            assertThatThrownBy(() -> connection.execute("update pet set owner_id = 77"))
                    .isInstanceOf(EngineException.class);
        }
    }

    @Test
    void leavesNothingInTheLiveDatabaseOfWhatIsTriedOut() {
        engine.createAll(PetWorld.SCHEMA);
        try (ScratchPlace place = engine.scratch()) {
            place.execute("create table trial (id integer)");
            place.execute("insert into trial values (7)");
            assertThat(place.query("select id from trial").get(0).number("id")).isEqualTo(7);
            place.close();
        }
        try (EngineConnection connection = engine.connect()) {
            connection.begin();
            insert(connection, "Ada");
            try (ScratchPlace place = connection.scratch()) {
                place.execute("create table trial (id integer)");
            }
            try (ScratchPlace place = connection.scratch()) {
                place.execute("create table trial (id integer)");
                assertThat(place.query("select count(*) as n from trial").get(0).number("n"))
                        .isZero();
            }
            connection.commit();
            try (ScratchPlace place = connection.scratch()) {
                place.execute("create table trial (id integer)");
            }
            assertThat(connection.inTransaction()).isFalse();
            assertThat(connection.list(sql("select name from person"), List.of(ValueType.STRING), row -> row.get(0)))
                    .containsExactly("Ada");
        }
        assertThat(tables()).containsExactlyInAnyOrder("person", "pet");
    }

    private Set<String> tables() {
        try (EngineConnection connection = engine.connect()) {
            return connection
                    .dialect()
                    .introspector()
                    .read(connection.catalog(), Scope.DEFAULT_SCHEMA)
                    .tables()
                    .stream()
                    .map(table -> table.name().name())
                    .collect(Collectors.toSet());
        }
    }

    private static Table linked(TableName name, String column, TableName target) {
        return Table.of(
                        name,
                        List.of(Column.notNull("id", SqlType.bigint()), Column.nullable(column, SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey("pk_" + name, List.of("id")))
                .withForeignKeys(
                        List.of(ForeignKey.of("fk_" + name + "_" + column, List.of(column), target, List.of("id"))));
    }
}
