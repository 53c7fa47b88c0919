// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.cli.entities.EntityClasses;
import io.aludel.cli.entities.EntityOptions;
import io.aludel.cli.entities.EntityOptions.Accessors;
import io.aludel.cli.entities.LeftOut;
import io.aludel.cli.entities.OwnWords;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.run.LedgerTables;
import io.aludel.migrate.setting.Setting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aludel entities}. */
@Command(name = "entities", description = "Write the Jakarta Persistence classes of the tables that are there.")
final class EntitiesCommand extends Verb {
    private static final String USUAL_FOLDER = "src/main/java";

    @Option(
            names = "--package",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The package of the classes. Without it they have none.")
    private String packageName = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description = "The folder of the sources, in which the package has its own."
                    + " Default: the first of model.sources, or " + USUAL_FOLDER)
    private @Nullable Path output;

    @Option(names = "--overwrite", description = "Write also where there is a file already.")
    private boolean overwrite;

    @Option(
            names = "--class",
            paramLabel = "TABLE=CLASS",
            description = "What a table's class is called, where it is to be another name. May be given many times.")
    private Map<String, String> classes = new LinkedHashMap<>();

    @Option(names = "--plural", description = "Leave the tables' names as they are: class Pets for table pets.")
    private boolean plural;

    @Option(
            names = "--accessors",
            paramLabel = "plain|bean",
            defaultValue = "plain",
            description = "plain: name() and name(String); bean: getName() and setName(String). Default: plain")
    private String accessors = "";

    @Override
    public Integer call() {
        EntityOptions options = options();
        EntityClasses written = workplace().askEngine(engine -> {
            Schema schema = read(engine);
            requireTables(engine, schema);
            return EntityClasses.of(
                    schema,
                    engine.dialect(),
                    LedgerTables.NAMES,
                    OwnWords.of(schema, engine.dialect(), engine::scratch),
                    options);
        });
        new SourceFolder(folder(), packageName)
                .write(written.sources(), overwrite)
                .forEach(file -> out().println("Wrote " + file));
        leftOut(written.leftOut());
        return Main.FINE;
    }

    private EntityOptions options() {
        if (!packageName.isEmpty() && !SourceVersion.isName(packageName)) {
            throw new CommandException(
                    "CLI-036", "\"" + packageName + "\" is no name of a package. Give one like com.example.model.");
        }
        classes.forEach((table, name) -> {
            if (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name)) {
                throw new CommandException(
                        "CLI-036",
                        "\"" + name + "\", which is to be the class of table \"" + table
                                + "\", is no name of a class.");
            }
        });
        return new EntityOptions(packageName, !plural, classes, accessors());
    }

    private Accessors accessors() {
        return switch (accessors) {
            case "plain" -> Accessors.PLAIN;
            case "bean" -> Accessors.BEAN;
            default ->
                throw new CommandException("CLI-036", "--accessors is \"" + accessors + "\"; it can be plain or bean.");
        };
    }

    private Schema read(Engine engine) {
        if (!engine.exists()) {
            return Schema.EMPTY;
        }
        try (EngineConnection connection = engine.connect()) {
            connection.begin(TransactionMode.READ_ONLY);
            Scope scope = Scope.of(Set.copyOf(workplace().settings().list(Setting.SCHEMAS)))
                    .and(ObjectKind.ENUM_TYPE)
                    .and(ObjectKind.DOMAIN);
            return connection.dialect().introspector().read(connection.catalog(), scope);
        }
    }

    private void requireTables(Engine engine, Schema schema) {
        List<String> tables = schema.tables().stream()
                .map(table -> table.name())
                .filter(name -> !LedgerTables.NAMES.contains(name))
                .map(TableName::toString)
                .toList();
        if (tables.isEmpty()) {
            throw new CommandException(
                    "CLI-037",
                    "There are no tables in " + engine.description()
                            + ". Is it the database that you mean? Other schemas"
                            + " than the connection's own are named by --schemas.");
        }
        classes.keySet().stream()
                .filter(name -> tables.stream().noneMatch(table -> table.equals(name) || table.endsWith("." + name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new CommandException(
                            "CLI-038",
                            "--class names the table \"" + name + "\", which is not there. There are: "
                                    + String.join(", ", tables) + ".");
                });
    }

    private Path folder() {
        if (output != null) {
            return workplace().folder().resolve(output);
        }
        List<Path> sources = workplace().settings().paths(Setting.MODEL_SOURCES);
        return sources.isEmpty() ? workplace().folder().resolve(USUAL_FOLDER) : sources.get(0);
    }

    private void leftOut(List<LeftOut> leftOut) {
        if (leftOut.isEmpty()) {
            out().println("Nothing is left out. Next: compile them, then: aludel check");
            return;
        }
        out().println("No class says this, so a comparison with the model would find it missing there:");
        leftOut.forEach(one -> out().println("! " + one));
        String tables = leftOut.stream()
                .filter(LeftOut::whole)
                .map(one -> String.valueOf(one.table()))
                .collect(Collectors.joining(","));
        if (!tables.isEmpty()) {
            out().println("To leave those tables alone, write into aludel.properties: exclude.tables=" + tables);
        }
    }
}
