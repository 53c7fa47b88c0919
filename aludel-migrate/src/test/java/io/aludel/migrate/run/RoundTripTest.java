// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Feature;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.op.EveryOperation;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.script.NewScript;
import io.aludel.migrate.script.Script;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.migrate.script.ScriptWriter;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Every operation, written as a script, up and down again over rows that are there. */
class RoundTripTest {
    private static final SchemaDifference NOTHING = new SchemaDifference(List.of(), List.of());

    @TempDir
    private Path folder;

    @Tag("M-52")
    @OnEveryDatabase
    void goesUpAndComesBackToTheBeginning(FreshDatabase database) throws IOException, SQLException {
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(PetWorld.schema());
            database.execute(
                    "insert into person(name) values ('Ann')",
                    "insert into pet(person_id, name) select id, 'Rex' from person",
                    "insert into toy(pet_id, price) select id, 5 from pet");
            List<Operation> operations = Stream.concat(
                            EveryOperation.portable(),
                            EveryOperation.ofSequences()
                                    .filter(one ->
                                            engine.dialect().capabilities().has(Feature.SEQUENCES)))
                    .toList();
            List<Script> scripts = scripts(operations);
            for (int i = 0; i < operations.size(); i++) {
                Operation operation = operations.get(i);
                MigrationRunner runner = new MigrationRunner(
                        engine, Revisions.of(List.of(scripts.get(i))), LedgerTables.DEFAULT, Duration.ofSeconds(5));

                runner.upgrade("head", done -> {});
                assertThat(Databases.difference(engine, operation.applyTo(PetWorld.schema())))
                        .as("after %s", operation.describe())
                        .isEqualTo(NOTHING);
                runner.downgrade("base", done -> {});

                assertThat(Databases.difference(engine, PetWorld.schema()))
                        .as("after %s and back", operation.describe())
                        .isEqualTo(NOTHING);
                assertThat(database.rows("select count(*) from person, pet")
                                .get(0)
                                .get(0)
                                .toString())
                        .as("rows after %s", operation.describe())
                        .isEqualTo("1");
            }
        }
    }

    /** Each is a revision of its own that stands on none; all are compiled in one go. */
    private List<Script> scripts(List<Operation> operations) throws IOException {
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            NewScript script = new NewScript("%012x".formatted(i), List.of(), operation.describe(), List.of(operation));
            Files.writeString(folder.resolve(script.fileName()), new ScriptWriter("", "").write(script));
        }
        return new ScriptFolder(folder, List.of())
                .scripts().stream().sorted(Comparator.comparing(Script::id)).toList();
    }
}
