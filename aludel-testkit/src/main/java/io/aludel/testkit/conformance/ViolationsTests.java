// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aludel.core.dialect.Feature;
import io.aludel.engine.CheckViolationException;
import io.aludel.engine.ConstraintViolationException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.ForeignKeyViolationException;
import io.aludel.engine.NotNullViolationException;
import io.aludel.engine.UniqueViolationException;
import io.aludel.testkit.TestedDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To a program that gives no schema, a violated constraint is the same exception everywhere: of a key the name or the columns are told, of a check the name, of a null the column. */
abstract class ViolationsTests extends ConformanceTests {
    private final Engine engine = newEngine();
    private EngineConnection connection;

    ViolationsTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    @BeforeEach
    void connect() {
        connection = engine.connect();
        connection.execute("create table keeper (id integer not null, constraint pk_keeper primary key (id))");
        connection.execute("""
                create table animal (
                    id integer not null,
                    name varchar(40) not null,
                    tag varchar(10),
                    legs integer,
                    keeper_id integer,
                    constraint pk_animal primary key (id),
                    constraint uq_animal_name_tag unique (name, tag),
                    constraint ck_animal_legs check (legs >= 0),
                    constraint fk_animal_keeper foreign key (keeper_id) references keeper (id)
                )
                """);
        connection.execute("insert into keeper values (1)");
        connection.execute("insert into animal values (1, 'Rex', 'a', 4, 1)");
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void ofAUniqueKey() {
        ConstraintViolationException violation =
                violation(UniqueViolationException.class, "insert into animal values (2, 'Rex', 'a', 4, 1)");

        assertThat(violation.constraint()).isIn("uq_animal_name_tag", null);
        assertThat(violation.columns()).isIn(List.of("name", "tag"), List.of());
        assertKeyIsTold(violation);
        assertThat(violation.table()).isIn("animal", null);
    }

    @Test
    void ofAUniqueKeyByAnUpdate() {
        connection.execute("insert into animal values (2, 'Tom', 'a', 4, 1)");
        ConstraintViolationException violation =
                violation(UniqueViolationException.class, "update animal set name = 'Rex' where id = 2");

        assertThat(violation.constraint()).isIn("uq_animal_name_tag", null);
        assertThat(violation.columns()).isIn(List.of("name", "tag"), List.of());
        assertKeyIsTold(violation);
    }

    @Test
    void ofAPrimaryKey() {
        ConstraintViolationException violation =
                violation(UniqueViolationException.class, "insert into animal values (1, 'Tom', 'b', 4, 1)");

        assertThat(violation.columns()).isIn(List.of("id"), List.of());
        assertKeyIsTold(violation);
    }

    private void assertKeyIsTold(ConstraintViolationException violation) {
        boolean named = engine.dialect().capabilities().has(Feature.NAMED_KEYS_IN_ERRORS);
        assertThat(violation.constraint() != null).isEqualTo(named);
        assertThat(named || !violation.columns().isEmpty()).isTrue();
    }

    @Test
    void ofAForeignKeyWhoseRowIsNotThere() {
        assertForeignKey("insert into animal values (2, 'Tom', 'b', 4, 99)");
    }

    @Test
    void ofAForeignKeyWhoseRowWouldGo() {
        assertForeignKey("delete from keeper where id = 1");
    }

    private void assertForeignKey(String sql) {
        ConstraintViolationException violation = violation(ForeignKeyViolationException.class, sql);

        assertThat(violation.constraint())
                .isEqualTo(
                        engine.dialect().capabilities().has(Feature.NAMED_KEYS_IN_ERRORS) ? "fk_animal_keeper" : null);
        assertThat(violation.columns()).isIn(List.of("keeper_id"), List.of());
        assertThat(violation.table()).isIn("animal", null);
    }

    @Test
    void ofACheck() {
        ConstraintViolationException violation =
                violation(CheckViolationException.class, "insert into animal values (2, 'Tom', 'b', -1, 1)");

        assertThat(violation.constraint()).isEqualTo("ck_animal_legs");
    }

    @Test
    void ofAColumnThatIsNotNull() {
        ConstraintViolationException violation =
                violation(NotNullViolationException.class, "insert into animal values (2, null, 'b', 4, 1)");

        assertThat(violation.columns()).containsExactly("name");
        assertThat(violation.table()).isIn("animal", null);
    }

    /** The same by a statement of its own, in a transaction, and in a batch, whose exception is another one. */
    private <E extends ConstraintViolationException> E violation(Class<E> expected, String sql) {
        E violation = catchThrowableOfType(expected, () -> connection.execute(sql));
        assertThat(violation).isExactlyInstanceOf(expected).hasCauseInstanceOf(SQLException.class);
        assertThat(violation.sql()).isEqualTo(sql);
        E batched = catchThrowableOfType(
                expected, () -> connection.batch(PetWorld.sql(sql), List.of(new Object[0], new Object[0])));
        assertThat(batched).isExactlyInstanceOf(expected).hasCauseInstanceOf(SQLException.class);
        assertThat(List.of(batched.kind(), batched.columns(), String.valueOf(batched.constraint())))
                .isEqualTo(List.of(violation.kind(), violation.columns(), String.valueOf(violation.constraint())));
        connection.begin();
        E within = catchThrowableOfType(expected, () -> connection.update(PetWorld.sql(sql)));
        connection.rollback();
        return within;
    }
}
