// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.core.schema.ForeignKey.Action.CASCADE;
import static io.aludel.testkit.conformance.PetWorld.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.expr.Assignment;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Delete;
import io.aludel.core.expr.Statement;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.Update;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.CheckViolationException;
import io.aludel.engine.ConstraintViolationException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineSettings;
import io.aludel.engine.ForeignKeyViolationException;
import io.aludel.engine.Savepoint;
import io.aludel.engine.UniqueViolationException;
import io.aludel.testkit.TestedDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is violated by the actions of foreign keys, two tables away from the statement, or when a transaction ends: told of the table that has it. */
abstract class ViolationsOfActionsTests extends ConformanceTests {
    private static final ForeignKey FK_ANIMAL = ForeignKey.of(
                    "fk_animal", List.of("keeper_id", "region"), TableName.of("keeper"), List.of("id", "region"))
            .onDelete(CASCADE)
            .onUpdate(CASCADE);
    private static final Table KEEPER =
            table("keeper", "region").withUniqueKeys(List.of(new UniqueKey("uq_keeper", List.of("id", "region"))));
    private static final Table ANIMAL = table("animal", "keeper_id", "region", "slot")
            .withUniqueKeys(List.of(new UniqueKey("uq_animal", List.of("region", "slot"))))
            .withForeignKeys(List.of(FK_ANIMAL));
    private static final Table TOY = table("toy", "animal_id")
            .withForeignKeys(
                    List.of(ForeignKey.of("fk_toy", List.of("animal_id"), TableName.of("animal"), List.of("id"))));
    private static final Table MEDAL = table("medal", "region", "slot")
            .withForeignKeys(List.of(ForeignKey.of(
                    "fk_medal", List.of("region", "slot"), TableName.of("animal"), List.of("region", "slot"))));

    private @Nullable Engine engine;
    private EngineConnection connection;

    ViolationsOfActionsTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    private void open(Table... others) {
        List<Table> tables = new ArrayList<>(List.of(KEEPER, ANIMAL));
        tables.addAll(List.of(others));
        Schema schema = Schema.of(tables, List.of());
        engine = Engine.create(database.dsn(), EngineSettings.DEFAULT.withSchema(schema));
        engine.createAll(schema);
        connection = engine.connect();
        connection.execute("insert into keeper values (1, 10), (2, 20)");
        connection.execute("insert into animal values (1, 1, 10, 7), (2, 2, 20, 7), (3, 2, 20, 8)");
    }

    @AfterEach
    void close() {
        if (engine != null) {
            connection.close();
            engine.close();
        }
    }

    @Test
    void whenACascadeDeletesWhatAnotherKeyPointsAt() {
        open(TOY);
        connection.execute("insert into toy values (1, 3)");
        ForeignKeyViolationException violation =
                violation(ForeignKeyViolationException.class, new Delete(source("keeper"), is("id", 2)));

        assertThat(violation.target()).isEqualTo("animal");
        assertTold(violation, "fk_toy", "toy", "animal_id");
        assertThat(violation)
                .hasMessageContaining("foreign key \"fk_toy\" (\"animal_id\") of table \"toy\" would point at a row of"
                        + " table \"animal\" that is not there.");
        assertThat(count(connection, "animal")).isEqualTo(3);
        assertThat(count(connection, "keeper")).isEqualTo(2);
    }

    @Test
    void whenACascadeUpdatesWhatAnotherKeyPointsAt() {
        open(MEDAL);
        connection.execute("insert into medal values (1, 20, 8)");
        ForeignKeyViolationException violation =
                violation(ForeignKeyViolationException.class, update("keeper", "region", 30, "id", 2));

        assertThat(violation.target()).isEqualTo("animal");
        assertTold(violation, "fk_medal", "medal", "region", "slot");
        assertThat(count(connection, "animal where region = 20")).isEqualTo(2);
    }

    @Test
    void whenACascadeMakesTwoRowsAlike() {
        open();
        UniqueViolationException violation =
                violation(UniqueViolationException.class, update("keeper", "region", 20, "id", 1));

        assertTold(violation, "uq_animal", "animal", "region", "slot");
        assertThat(count(connection, "keeper where region = 10")).isEqualTo(1);
    }

    @Test
    void whenACascadeBreaksACheck() {
        assumeTrue(has(Feature.CHECKS_ON_ACTIONS), "such a check is refused");
        open(table("visitor", "keeper_id", "region")
                .withForeignKeys(List.of(ForeignKey.of(
                                "fk_visitor",
                                List.of("keeper_id", "region"),
                                TableName.of("keeper"),
                                List.of("id", "region"))
                        .onUpdate(CASCADE)))
                .withChecks(List.of(new Check(
                        "ck_visitor",
                        new Comparison(
                                Comparison.Operator.LT,
                                new ColumnRef("", "region", ValueType.INTEGER),
                                new Value(100, ValueType.INTEGER))))));
        connection.execute("insert into visitor values (1, 1, 10)");
        CheckViolationException violation =
                violation(CheckViolationException.class, update("keeper", "region", 500, "id", 1));

        assertTold(violation, "ck_visitor", "visitor");
        assertThat(count(connection, "keeper where region = 10")).isEqualTo(1);
    }

    @Test
    void ofADeferredKeyWhenTheTransactionEnds() {
        assumeTrue(has(Feature.DEFERRABLE_KEYS), "keys are checked at once");
        Table late = table("late", "animal_id")
                .withForeignKeys(
                        List.of(ForeignKey.of("fk_late", List.of("animal_id"), TableName.of("animal"), List.of("id"))
                                .withDeferral(Deferral.DEFERRED)));
        open(late);
        connection.begin();
        connection.execute("insert into late values (1, 99)");
        connection.execute("insert into keeper values (3, 30)");

        ForeignKeyViolationException violation =
                catchThrowableOfType(ForeignKeyViolationException.class, connection::commit);

        assertThat(violation).isNotNull().hasCauseInstanceOf(SQLException.class);
        assertThat(violation.constraint()).isIn("fk_late", null);
        assertThat(violation.table()).isIn("late", null);
        assertThat(violation.constraint() == null).isEqualTo(!has(Feature.NAMED_KEYS_IN_ERRORS));
        assertThat(connection.inTransaction()).isFalse();
        assertThat(count(connection, "keeper")).isEqualTo(2);
        connection.begin();
        connection.execute("insert into late values (1, 1)");
        connection.commit();
        assertThat(count(connection, "late")).isEqualTo(1);
    }

    @Test
    void ofADeferredUniqueKeyWhenTheTransactionEnds() {
        assumeTrue(has(Feature.DEFERRABLE_UNIQUE_KEYS), "keys are checked at once");
        Table late = table("late", "place")
                .withUniqueKeys(List.of(new UniqueKey("uq_late", List.of("place")).withDeferral(Deferral.DEFERRED)));
        open(late);
        connection.begin();
        connection.execute("insert into late values (1, 1), (2, 1)");

        UniqueViolationException violation = catchThrowableOfType(UniqueViolationException.class, connection::commit);

        assertTold(violation, "uq_late", "late", "place");
        assertThat(connection.inTransaction()).isFalse();
        assertThat(count(connection, "late")).isZero();
    }

    // helpers

    private boolean has(Feature feature) {
        try (Engine any = Engine.create(database.dsn())) {
            return any.dialect().capabilities().has(feature);
        }
    }

    /** The same by itself, in a transaction that goes on by a savepoint, and of a program without a schema, whose exception tells no wrong table. */
    private <E extends ConstraintViolationException> E violation(Class<E> expected, Statement statement) {
        E alone = catchThrowableOfType(expected, () -> execute(connection, statement));
        assertThat(alone).isExactlyInstanceOf(expected).hasCauseInstanceOf(SQLException.class);
        connection.begin();
        connection.execute("insert into keeper values (4, 40)");
        Savepoint before = connection.savepoint();
        E within = catchThrowableOfType(expected, () -> execute(connection, statement));
        assertThat(within).hasMessage(alone.getMessage());
        connection.rollbackTo(before);
        connection.execute("insert into keeper values (5, 50)");
        connection.commit();
        connection.execute("delete from keeper where id > 3");
        try (Engine unknowing = Engine.create(database.dsn());
                EngineConnection other = unknowing.connect()) {
            E told = catchThrowableOfType(expected, () -> execute(other, statement));
            assertThat(told).hasCauseInstanceOf(SQLException.class);
            assertThat(told.constraint()).isIn(alone.constraint(), null);
            assertThat(told.table()).isIn(alone.table(), null);
        }
        return alone;
    }

    private static void execute(EngineConnection connection, Statement statement) {
        connection.update(connection.dialect().toSql(statement));
    }

    private static void assertTold(
            ConstraintViolationException violation, String constraint, String table, String... columns) {
        assertThat(violation.constraint()).isEqualTo(constraint);
        assertThat(violation.table()).isEqualTo(table);
        assertThat(violation.columns()).containsExactly(columns);
    }

    private static Table table(String name, String... columns) {
        List<Column> all = new ArrayList<>(List.of(Column.notNull("id", SqlType.integer())));
        List.of(columns).forEach(column -> all.add(Column.nullable(column, SqlType.integer())));
        return Table.of(TableName.of(name), all).withPrimaryKey(new PrimaryKey("pk_" + name, List.of("id")));
    }

    private static Update update(String table, String column, int value, String key, int of) {
        return new Update(
                source(table),
                List.of(new Assignment(
                        new ColumnRef("", column, ValueType.INTEGER), new Value(value, ValueType.INTEGER))),
                is(key, of));
    }

    private static Comparison is(String column, int value) {
        return new Comparison(
                Comparison.Operator.EQ,
                new ColumnRef("t", column, ValueType.INTEGER),
                new Value(value, ValueType.INTEGER));
    }

    private static TableSource source(String table) {
        return new TableSource.TableRef(TableName.of(table), "t");
    }
}
