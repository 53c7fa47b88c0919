// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.H2;
import static io.aludel.testing.databases.TestDatabase.MARIADB;
import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static io.aludel.testing.databases.TestDatabase.SQLITE;
import static io.aludel.testkit.conformance.PetWorld.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
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
import io.aludel.engine.NotNullViolationException;
import io.aludel.engine.UniqueViolationException;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * What a trigger violates is told of the table into which it writes, not of the one that has the trigger, although the program's schema does not know
 * of triggers. Where the database does not tell enough for that, nothing is told: of SQLite's foreign keys, and of the table of a column on H2 and
 * MariaDB.
 */
class ViolationsInTriggersTest {
    private static final TableName ANIMAL = TableName.of("animal");
    private static final TableName SEEN = TableName.of("seen");
    private static final Schema WORLD = Schema.of(
            Table.of(
                            ANIMAL,
                            List.of(
                                    Column.notNull("id", SqlType.integer()),
                                    Column.nullable("name", SqlType.varchar(40)),
                                    Column.nullable("legs", SqlType.integer())))
                    .withPrimaryKey(new PrimaryKey("pk_animal", List.of("id"))),
            Table.of(
                            SEEN,
                            List.of(
                                    Column.identity("number", SqlType.integer()),
                                    Column.notNull("animal_name", SqlType.varchar(40)),
                                    Column.nullable("animal_legs", SqlType.integer())))
                    .withPrimaryKey(new PrimaryKey("pk_seen", List.of("number")))
                    .withUniqueKeys(List.of(new UniqueKey("uq_seen", List.of("animal_name"))))
                    .withChecks(List.of(new Check(
                            "ck_seen",
                            new Comparison(
                                    Comparison.Operator.GE,
                                    new ColumnRef("", "animal_legs", ValueType.INTEGER),
                                    new Value(0, ValueType.INTEGER)))))
                    .withForeignKeys(List.of(ForeignKey.of("fk_seen", List.of("animal_legs"), ANIMAL, List.of("id")))));
    private static final String WRITE = "insert into seen (animal_name, animal_legs) values (new.name, new.legs)";

    @OnEveryDatabase(POSTGRESQL)
    void onPostgres(FreshDatabase database) {
        tells(
                database,
                "create function see() returns trigger language plpgsql as 'begin " + WRITE + "; return null; end'",
                "create trigger tr after insert on animal for each row execute function see()");
    }

    @OnEveryDatabase(SQLITE)
    void onSqlite(FreshDatabase database) {
        tells(database, "create trigger tr after insert on animal begin " + WRITE + "; end");
    }

    @OnEveryDatabase(MARIADB)
    void onMariaDb(FreshDatabase database) {
        tells(database, "create trigger tr after insert on animal for each row " + WRITE);
    }

    @OnEveryDatabase(H2)
    void onH2(FreshDatabase database) {
        tells(database, "create trigger tr after insert on animal for each row call '" + See.class.getName() + "'");
    }

    /** H2's triggers are classes. */
    public static final class See implements org.h2.api.Trigger {
        @Override
        public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement("insert into seen (animal_name, animal_legs) values (?, ?)")) {
                statement.setObject(1, after[1]);
                statement.setObject(2, after[2]);
                statement.executeUpdate();
            }
        }
    }

    private static void tells(FreshDatabase database, String... triggers) {
        try (Engine engine = Engine.create(database.dsn(), EngineSettings.DEFAULT.withSchema(WORLD))) {
            engine.createAll(WORLD);
            try (EngineConnection connection = engine.connect()) {
                List.of(triggers).forEach(connection::execute);
                insert(connection, 4, "Rex", 4);

                assertTold(tell(connection, UniqueViolationException.class, "Rex", 4), "uq_seen", "animal_name");
                ConstraintViolationException empty = tell(connection, NotNullViolationException.class, null, 4);
                assertThat(empty.table()).isIn("seen", null);
                assertThat(empty.columns()).containsExactly("animal_name");
                assertTold(tell(connection, CheckViolationException.class, "Tom", -5), "ck_seen");
                ConstraintViolationException key = tell(connection, ForeignKeyViolationException.class, "Tom", 99);
                if (key.table() != null) {
                    assertTold(key, "fk_seen", "animal_legs");
                } else {
                    assertThat(key.constraint()).isNull();
                }
            }
        }
    }

    private static <E extends ConstraintViolationException> E tell(
            EngineConnection connection, Class<E> expected, Object... nameAndLegs) {
        E alone = catchThrowableOfType(expected, () -> insert(connection, 5, nameAndLegs[0], nameAndLegs[1]));
        assertThat(alone).isExactlyInstanceOf(expected).hasCauseInstanceOf(SQLException.class);
        RenderedSql sql = connection.dialect().toSql(insert());
        E batched = catchThrowableOfType(
                expected,
                () -> connection.batch(
                        sql, List.of(new Object[] {6, "Ada", 4}, new Object[] {7, nameAndLegs[0], nameAndLegs[1]})));
        assertThat(batched.constraint()).isEqualTo(alone.constraint());
        assertThat(batched.table()).isEqualTo(alone.table());
        connection.execute("delete from seen where animal_name = 'Ada'");
        connection.execute("delete from animal where id > 4");
        assertThat(count(connection, "seen")).isEqualTo(1);
        return alone;
    }

    private static void assertTold(ConstraintViolationException violation, String constraint, String... columns) {
        assertThat(violation.constraint()).isEqualTo(constraint);
        assertThat(violation.table()).isEqualTo("seen");
        assertThat(violation.columns()).containsExactly(columns);
    }

    private static InsertRows insert() {
        return new InsertRows(
                ANIMAL,
                List.of(
                        new ColumnRef("", "id", ValueType.INTEGER),
                        new ColumnRef("", "name", ValueType.STRING),
                        new ColumnRef("", "legs", ValueType.INTEGER)),
                null);
    }

    private static void insert(EngineConnection connection, Object... values) {
        connection.insert(insert(), List.<Object[]>of(values));
    }
}
