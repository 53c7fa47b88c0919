// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Trigger;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.op.AddColumn;
import io.aludel.migrate.op.CreateRoutine;
import io.aludel.migrate.op.CreateTrigger;
import io.aludel.migrate.op.EveryOperation;
import io.aludel.migrate.op.OnDialects;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.OperationException;
import io.aludel.migrate.script.NewScript;
import io.aludel.migrate.script.Script;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.migrate.script.ScriptWriter;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** What only some databases have, written as a script, up and down again. */
class RareRoundTripTest {
    private static final SchemaDifference NOTHING = new SchemaDifference(List.of(), List.of());

    @TempDir
    private Path folder;

    @Tag("M-52")
    @OnEveryDatabase
    void goesUpAndComesBackToTheBeginning(FreshDatabase database) throws IOException {
        try (Engine engine = Engine.create(database.dsn())) {
            Schema before = before(engine.dialect());
            engine.createAll(before);
            List<List<Operation>> revisions = revisions(operations(engine.dialect(), before), before);
            List<Script> scripts = scripts(revisions);
            for (int i = 0; i < revisions.size(); i++) {
                Schema after = applied(revisions.get(i), before);
                MigrationRunner runner = new MigrationRunner(
                        engine, Revisions.of(List.of(scripts.get(i))), LedgerTables.DEFAULT, Duration.ofSeconds(5));

                runner.upgrade("head", done -> {});
                assertIs(after, engine);
                runner.downgrade("base", done -> {});

                assertIs(before, engine);
            }
        }
    }

    /** As many in one revision as do not exclude each other. */
    private static List<List<Operation>> revisions(List<Operation> operations, Schema before) {
        List<List<Operation>> revisions = new ArrayList<>();
        for (Operation operation : operations) {
            List<Operation> fitting = revisions.stream()
                    .filter(revision -> fits(operation, applied(revision, before)))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Operation> added = new ArrayList<>();
                        revisions.add(added);
                        return added;
                    });
            fitting.add(operation.withFormer(applied(fitting, before)));
        }
        return revisions;
    }

    private static Schema applied(List<Operation> operations, Schema before) {
        Schema schema = before;
        for (Operation operation : operations) {
            schema = operation.applyTo(schema);
        }
        return schema;
    }

    private static boolean fits(Operation operation, Schema schema) {
        try {
            operation.applyTo(schema);
            return true;
        } catch (OperationException e) {
            return false;
        }
    }

    private static Schema before(Dialect dialect) {
        Schema all = EveryOperation.schema();
        return all.withSequences(dialect.capabilities().has(Feature.SEQUENCES) ? all.sequences() : List.of())
                .withEnumTypes(dialect.capabilities().has(Feature.ENUM_TYPES) ? all.enumTypes() : List.of());
    }

    /** Those that this database can do, with texts that it understands. */
    private static List<Operation> operations(Dialect dialect, Schema before) {
        Stream<Operation> portable = EveryOperation.rare()
                .filter(operation -> !(operation instanceof CreateRoutine) && !(operation instanceof CreateTrigger));
        Stream<Operation> own = Stream.of(
                new OnDialects(
                        List.of("postgresql"),
                        new CreateRoutine(new Routine(
                                Routine.Kind.FUNCTION,
                                TableName.of("twice"),
                                "integer, text",
                                text(
                                        "postgresql",
                                        "create function twice(a integer, b text) returns integer language sql as 'select a + a'"),
                                "doubles"))),
                new OnDialects(
                        List.of("postgresql"),
                        new CreateRoutine(new Routine(
                                Routine.Kind.PROCEDURE,
                                TableName.of("tidy"),
                                "",
                                text(
                                        "postgresql",
                                        "create procedure tidy() language sql as 'delete from pet where legs < 0'"),
                                null))),
                new OnDialects(
                        List.of("sqlite"),
                        new CreateTrigger(new Trigger(
                                TableName.of("touch"),
                                PetWorld.PET,
                                text("sqlite", "create trigger touch after update on pet begin select 1; end")))));
        return Stream.concat(portable, own)
                .filter(operation -> operation.isFor(dialect) && canBeSaid(operation, dialect, before))
                .toList();
    }

    private static Definition text(String dialect, String text) {
        return new Definition(dialect, text);
    }

    private static boolean canBeSaid(Operation operation, Dialect dialect, Schema before) {
        if (operation instanceof AddColumn && !dialect.capabilities().has(Feature.IDENTITY_OPTIONS)) {
            return false; // said by the rebuild only
        }
        try {
            operation.render(dialect, before);
            return true;
        } catch (UnsupportedFeatureException | OperationException e) {
            return false;
        }
    }

    private static void assertIs(Schema expected, Engine engine) {
        assertThat(Databases.difference(engine, expected)).isEqualTo(NOTHING);
        assertThat(names(Databases.everything(engine))).isEqualTo(names(expected));
    }

    private static List<String> names(Schema schema) {
        return schema.objects()
                .filter(object -> !LedgerTables.NAMES.contains(object.name()))
                .map(SchemaObject::describe)
                .sorted()
                .toList();
    }

    private List<Script> scripts(List<List<Operation>> revisions) throws IOException {
        for (int i = 0; i < revisions.size(); i++) {
            NewScript script = new NewScript("%012x".formatted(i), List.of(), "", revisions.get(i));
            Files.writeString(folder.resolve(script.fileName()), new ScriptWriter("", "").write(script));
        }
        return new ScriptFolder(folder, List.of())
                .scripts().stream().sorted(Comparator.comparing(Script::id)).toList();
    }
}
