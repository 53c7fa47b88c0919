// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.engine.DdlRunner;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.Databases;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Term;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H2 has modes and settings by which it calls names and types otherwise, and reads SQL otherwise. */
class H2SettingsTest {
    private static final TableName PET = TableName.of("pet");
    private static final Schema MODEL = Schema.of(
            List.of(
                    pet(4, 8),
                    Table.of(
                                    TableName.of("Mixed Case"),
                                    List.of(
                                            Column.notNull("Id", SqlType.bigint())
                                                    .withGeneration(Generation.Identity.STANDARD),
                                            Column.nullable("UPPER", SqlType.varchar(3))))
                            .withPrimaryKey(new PrimaryKey("PK mixed", List.of("Id")))
                            .withIndexes(List.of(Index.of("IX mixed", "UPPER")))),
            List.of(new Sequence(TableName.of("pet_seq"), 1, 10)));

    private static Table pet(int legs, int most) {
        return Table.of(
                        PET,
                        List.of(
                                Column.identity("id", SqlType.bigint()),
                                Column.notNull("name", SqlType.varchar(40)).withDefault(to(Term.value("O'Neil"))),
                                Column.notNull("legs", SqlType.integer()).withDefault(to(Term.value(legs))),
                                Column.nullable("twice", SqlType.integer())
                                        .withGeneration(new Generation.Computed(
                                                Term.column("legs").plus(1).expression(), true)),
                                Column.nullable("number", SqlType.bigint())
                                        .withDefault(to(Term.rawSql("h2", "next value for \"pet_seq\""))),
                                Column.nullable("born", SqlType.date()).withDefault(to(Term.currentDate())),
                                Column.nullable("seen", SqlType.timestampWithTimeZone())
                                        .withDefault(to(Term.currentTimestamp())),
                                Column.nullable("weight", SqlType.decimal(8, 2)),
                                Column.nullable("photo", SqlType.binary()),
                                Column.nullable("note", SqlType.text()),
                                Column.nullable("tame", SqlType.bool()).withDefault(to(Term.value(true))),
                                Column.nullable("data", SqlType.json()),
                                Column.nullable("chip", SqlType.uuid())))
                .withPrimaryKey(new PrimaryKey("pk_pet", List.of("id")))
                .withUniqueKeys(List.of(new UniqueKey("uq_pet_name", List.of("name", "legs"))))
                .withChecks(List.of(new Check(
                        "ck_pet_legs", Term.column("legs").between(0, most).expression())))
                .withIndexes(List.of(Index.of("ix_pet_name", "name")));
    }

    private static Default to(Term value) {
        return new Default.Of(value.expression());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";DATABASE_TO_UPPER=FALSE",
                ";CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                ";DEFAULT_NULL_ORDERING=HIGH",
                ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                ";MODE=MariaDB",
                ";MODE=Oracle",
                ";MODE=MSSQLServer",
                ";MODE=DB2",
                ";MODE=LEGACY"
            })
    void doNotMakeTheModelDifferFromWhatWasMadeOfIt(String settings) {
        try (Engine engine = Engine.create("jdbc:h2:mem:" + UUID.randomUUID() + settings)) {
            engine.createAll(MODEL);

            assertThat(Databases.difference(engine, MODEL)).isEqualTo(new SchemaDifference(List.of(), List.of()));
            Schema changed = MODEL.with(pet(3, 9));
            List<Operation> operations = Databases.difference(engine, changed).operations();
            assertThat(operations).hasSize(3); // the default, and the check is dropped and added
            try (EngineConnection connection = engine.connect()) {
                operations.forEach(operation ->
                        new DdlRunner(connection).run(operation.render(connection.dialect(), Databases.live(engine))));
            }
            assertThat(Databases.difference(engine, changed).isEmpty()).isTrue();
        }
    }
}
