// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.cli.entities.EntityClasses;
import io.aludel.cli.entities.EntityOptions;
import io.aludel.cli.entities.LeftOut;
import io.aludel.cli.entities.OwnWords;
import io.aludel.core.dialect.Scope;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.mapping.Model;
import io.aludel.migrate.diff.SchemaDiffer;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.op.DropExclusion;
import io.aludel.migrate.op.DropSequence;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.run.LedgerTables;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A database whose tables were there before its classes: the classes, compiled.
 *
 * @param live the schema that they were written from
 */
record Adoption(Engine engine, Schema live, EntityClasses classes, Model model) {
    private static final EntityOptions OPTIONS =
            new EntityOptions("adopted", true, Map.of(), EntityOptions.Accessors.PLAIN);

    /**
     * Reads, writes and compiles.
     *
     * @param schemas besides the connection's own
     */
    static Adoption of(Engine engine, Path folder, String... schemas) {
        Schema live = read(engine, schemas);
        Set<TableName> own = OwnWords.of(live, engine.dialect(), engine::scratch);
        EntityClasses classes = EntityClasses.of(live, engine.dialect(), LedgerTables.NAMES, own, OPTIONS);
        new SourceFolder(folder, OPTIONS.packageName()).write(classes.sources(), true);
        Path compiled = ModelSources.compile(List.of(folder), folder.resolve("none"), List.of());
        Model model = new ModelClasses(List.of(folder), List.of(compiled), List.of()).model();
        return new Adoption(engine, live, classes, model);
    }

    static Schema read(Engine engine, String... schemas) {
        try (EngineConnection connection = engine.connect()) {
            Scope scope = Scope.of(Set.of(schemas)).and(ObjectKind.ENUM_TYPE).and(ObjectKind.DOMAIN);
            return connection.dialect().introspector().read(connection.catalog(), scope);
        }
    }

    Schema schema() {
        return model.schemaFor(engine.dialect().capabilities());
    }

    /** What the model differs in, besides what was said to be left out. */
    List<String> surprises() {
        Set<String> said = classes.leftOut().stream().map(LeftOut::what).collect(Collectors.toSet());
        Set<TableName> ignored = new HashSet<>(LedgerTables.NAMES);
        classes.leftOut().stream().filter(LeftOut::whole).map(LeftOut::table).forEach(ignored::add);
        SchemaDifference difference = new SchemaDiffer(engine.dialect(), engine::scratch).diff(schema(), live, ignored);
        SchemaDifference rest = new SchemaDifference(
                difference.operations().stream()
                        .filter(operation -> !isSaid(operation, said))
                        .toList(),
                difference.undecided().stream()
                        .filter(undecided -> !said.contains(undecided.object()))
                        .toList());
        return Lines.of(rest, engine.dialect());
    }

    private static boolean isSaid(Operation operation, Set<String> said) {
        if (operation instanceof DropSequence drop && drop.former() != null) {
            return said.contains(drop.former().describe());
        }
        return operation instanceof DropExclusion drop
                && said.contains("exclusion constraint \"" + drop.name() + "\" of table \"" + drop.table() + "\"");
    }

    /** The source of a class. */
    String source(String className) {
        return classes.sources().stream()
                .filter(source -> source.className().equals(className))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
