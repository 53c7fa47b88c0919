// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.cli.diagram.ColumnChoice;
import io.aludel.cli.diagram.Diagram;
import io.aludel.cli.diagram.DiagramFormat;
import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.run.LedgerTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aludel diagram}. */
@Command(
        name = "diagram",
        description = "Draw the tables of the model, or of the live database, and how they refer to each other.")
final class DiagramCommand extends Verb {
    @Option(
            names = "--database",
            description = "Draw the live database. Without it the model is drawn, and no database is needed.")
    private boolean database;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "svg, mermaid, dot or plantuml. Without it the file's ending says it (.svg, .mmd, .dot, .puml); svg where there is none.")
    private @Nullable DiagramFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write into this file instead of printing.")
    private @Nullable Path output;

    @Option(
            names = "--tables",
            split = ",",
            paramLabel = "NAME",
            description = "Only these tables; * stands for any characters, ? for one.")
    private List<String> tables = List.of();

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "With --tables: also their neighbours, up to N foreign keys away in either direction.")
    private int depth;

    @Option(
            names = "--schema",
            split = ",",
            paramLabel = "NAME",
            description =
                    "With --database: also the tables of these schemas; * for all. Without it only the default schema is read.")
    private List<String> schemas = List.of();

    @Option(
            names = "--columns",
            paramLabel = "WHICH",
            defaultValue = "all",
            description = "all (the default), keys, or none.")
    private ColumnChoice columns = ColumnChoice.ALL;

    @Option(names = "--title", paramLabel = "TEXT", defaultValue = "", description = "What stands above the picture.")
    private String title = "";

    @Override
    public Integer call() {
        if (depth < 0 || depth > 0 && tables.isEmpty()) {
            throw new CommandException(
                    "CLI-033", "--depth is how far neighbours of the --tables may be: give some, and 0, 1, 2 or more.");
        }
        if (!schemas.isEmpty() && !database) {
            throw new CommandException(
                    "CLI-033",
                    "--schema is for --database. Of a model all schemas are drawn; choose with --tables \"app.*\".");
        }
        DiagramFormat chosen = chosen();
        Diagram all = database
                ? workplace().askEngine(this::live)
                : Diagram.of(workplace().modelSchema());
        Diagram diagram = (tables.isEmpty() ? all : all.withTables(tables, depth))
                .withColumns(columns)
                .withTitle(title);
        write(chosen.write(diagram), diagram.summary());
        return Main.FINE;
    }

    private DiagramFormat chosen() {
        if (format != null) {
            return format;
        }
        return output == null ? DiagramFormat.SVG : DiagramFormat.ofFile(output);
    }

    private Diagram live(Engine engine) {
        if (!engine.exists()) {
            return Diagram.of(Schema.EMPTY);
        }
        try (EngineConnection connection = engine.connect()) {
            connection.begin(TransactionMode.READ_ONLY);
            Introspector introspector = connection.dialect().introspector();
            Scope scope = Scope.of(wanted(introspector.schemaNames(connection.catalog())));
            Schema schema = introspector.read(connection.catalog(), scope);
            schema.unreadable().forEach(one -> err().println("Warning: " + one));
            return Diagram.of(schema, connection.dialect().types()::declaration)
                    .only(table -> !LedgerTables.NAMES.contains(table.name()));
        }
    }

    /** Those of the database's schemas that a name or pattern fits. */
    private Set<String> wanted(List<String> existing) {
        Set<String> wanted = new HashSet<>();
        for (String pattern : schemas) {
            List<String> found = Diagram.matching(pattern, existing);
            if (found.isEmpty()) {
                throw new CommandException(
                        "CLI-031",
                        "No schema is called \"" + pattern + "\"; there are: "
                                + (existing.isEmpty() ? "none" : String.join(", ", existing)) + ".");
            }
            wanted.addAll(found);
        }
        return wanted;
    }

    private void write(String text, String summary) {
        if (output == null) {
            out().print(text);
            out().flush();
            return;
        }
        Path file = workplace().folder().resolve(output);
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandException(
                    "CLI-032",
                    "Cannot write " + file + ": " + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + ". Give another file with -o.");
        }
        out().println("Wrote " + file + ": " + summary + ".");
    }
}
