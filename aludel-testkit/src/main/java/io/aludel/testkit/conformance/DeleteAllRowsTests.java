// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.INSERT_PERSON;
import static io.aludel.testkit.conformance.PetWorld.INSERT_PET;
import static io.aludel.testkit.conformance.PetWorld.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.testkit.TestedDatabase;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class DeleteAllRowsTests extends ConformanceTests {
    private final Engine engine = newEngine();

    DeleteAllRowsTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    @BeforeEach
    void createTables() {
        engine.createAll(PetWorld.SCHEMA);
    }

    @Test
    void countsFromTheBeginningAgain() {
        try (EngineConnection connection = engine.connect()) {
            insertBoth(connection);
            insertBoth(connection);

            connection.deleteAllRows(PetWorld.SCHEMA);

            assertThat(connection.inTransaction()).isFalse();
            assertThat(count(engine, "person")).isZero();
            assertThat(count(engine, "pet")).isZero();
            long[] next = countsAgain() ? new long[] {1, 1} : new long[] {3, 3};
            assertThat(insertBoth(connection)).containsExactly(next);
        }
    }

    @Test
    void bringsRowsAndCountsBackWhenTheTransactionIsRolledBack() {
        try (EngineConnection connection = engine.connect()) {
            insertBoth(connection);
            connection.begin();
            connection.deleteAllRows(PetWorld.SCHEMA);
            insertBoth(connection);
            connection.rollback();

            assertThat(count(connection, "pet")).isEqualTo(1);
            long next = countsAgain() ? 2 : 3;
            assertThat(insertBoth(connection)).containsExactly(next, next);
        }
    }

    /** SQLite refuses at once what a key restricts, even if all rows go by one statement. */
    @Test
    void deletesRowsThatReferToEachOther() {
        Schema schema = Schema.of(Table.of(
                        TableName.of("part"),
                        List.of(Column.identity("id", SqlType.bigint()), Column.nullable("whole_id", SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey("pk_part", List.of("id")))
                .withForeignKeys(
                        List.of(ForeignKey.of("fk_part_whole", List.of("whole_id"), TableName.of("part"), List.of("id"))
                                .onDelete(ForeignKey.Action.RESTRICT))));
        engine.createAll(schema);
        try (EngineConnection connection = engine.connect()) {
            connection.execute("insert into part (whole_id) values (null)");
            connection.execute("insert into part (whole_id) values (1), (2)");

            connection.deleteAllRows(schema);

            assertThat(count(connection, "part")).isZero();
        }
    }

    /** A row of a table that the schema does not know must not lose what it refers to in silence. */
    @Test
    void leavesAllAsItIsWhereAnotherTableRefersToIt() {
        try (EngineConnection connection = engine.connect()) {
            insertBoth(connection);
            connection.execute("create table vet (pet_id integer references pet (id))");
            connection.execute("insert into vet values (1)");

            assertThatThrownBy(() -> connection.deleteAllRows(PetWorld.SCHEMA)).isInstanceOf(EngineException.class);

            assertThat(connection.inTransaction()).isFalse();
            assertThat(count(connection, "pet")).isEqualTo(1);
        }
    }

    /** Where it does not, no number that is in use can come again. */
    private boolean countsAgain() {
        return engine.dialect().capabilities().has(Feature.IDENTITY_RESET);
    }

    /** The two keys. */
    private static long[] insertBoth(EngineConnection connection) {
        long person = connection
                .insert(INSERT_PERSON, Collections.singletonList(new Object[] {
                    "Ada " + count(connection, "person"), null
                }))[0];
        long pet = connection.insert(INSERT_PET, Collections.singletonList(new Object[] {"Rex", person}))[0];
        return new long[] {person, pet};
    }
}
