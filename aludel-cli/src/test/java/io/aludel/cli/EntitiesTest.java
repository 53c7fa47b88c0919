// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.cli.entities.LeftOut;
import io.aludel.core.dialect.Feature;
import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.migrate.diff.SchemaDiffer;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** Tables that were there before their classes. */
class EntitiesTest {
    @TempDir
    private Path folder;

    @OnEveryDatabase
    void becomeClassesThatDoNotDiffer(FreshDatabase database) throws SQLException {
        try (Engine engine = Engine.create(database.dsn())) {
            Schema schema = NastySchema.of(engine.dialect().capabilities());
            engine.createAll(schema);

            Adoption adopted = Adoption.of(engine, folder);
            assertThat(adopted.surprises()).isEmpty();
            List<String> expected = new ArrayList<>(List.of(
                    "table \"no_key\": It has no primary key, by which a session tells its rows apart. Give it one.",
                    "table \"order_items\": Its primary key has 2 columns, order_id, line, and identifiers of several attributes"
                            + " are not supported yet."));
            if (engine.dialect().capabilities().has(Feature.EXCLUSION_CONSTRAINTS)) {
                expected.add(
                        "exclusion constraint \"no_two\" of table \"bookings\": No annotation says such a thing; keep it in a"
                                + " migration script.");
            }
            if (engine.dialect().capabilities().has(Feature.SEQUENCES)) {
                expected.add("sequence \"alone\": No identifier is taken from it.");
            }
            assertThat(adopted.classes().leftOut())
                    .extracting(LeftOut::toString)
                    .containsExactlyElementsOf(expected);
            assertMakesTheSame(adopted, database.database());
        }
    }

    /** The model alone, with the tables that have no class, makes what does not differ from it. */
    private static void assertMakesTheSame(Adoption adopted, TestDatabase kind) throws SQLException {
        Schema whole = adopted.schema();
        for (LeftOut one : adopted.classes().leftOut()) {
            if (one.whole()) {
                whole = whole.with(adopted.live().requireTable(Objects.requireNonNull(one.table())));
            }
        }
        try (FreshDatabase copy = kind.fresh();
                Engine engine = Engine.create(copy.dsn())) {
            engine.createAll(whole);
            SchemaDiffer differ = new SchemaDiffer(engine.dialect(), engine::scratch);
            assertThat(Lines.of(differ.diff(whole, Adoption.read(engine), Set.of()), engine.dialect()))
                    .isEmpty();
        }
    }

    @OnEveryDatabase
    void sayWhatOnlyOneDatabaseHas(FreshDatabase database) throws SQLException {
        database.execute(OwnTables.of(database.database()));
        try (Engine engine = Engine.create(database.dsn())) {
            String[] schemas = engine.dialect().capabilities().has(Feature.SCHEMAS)
                            && database.database() == TestDatabase.POSTGRESQL
                    ? new String[] {"zoo"}
                    : new String[0];

            Adoption adopted = Adoption.of(engine, folder, schemas);

            assertThat(adopted.surprises()).isEmpty();
            assertThat(adopted.classes().leftOut())
                    .extracting(LeftOut::what)
                    .isSubsetOf("the values of column \"anything\" of table \"natives\"");
        }
    }
}
