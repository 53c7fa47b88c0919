// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.interop;

import io.aludel.core.dialect.Scope;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Table;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.MigrationException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What another tool's table says.
 *
 * @param table as it is called in the database
 * @param applied what has been applied and not undone, in order, for people: {@code 2.1 add pets}
 * @param faults what is not as a sound history has it, each a sentence that says what to do
 */
public record OtherHistory(HistoryTool tool, TableName table, List<String> applied, List<String> faults) {
    public OtherHistory {
        applied = List.copyOf(applied);
        faults = List.copyOf(faults);
    }

    /** What was applied last; empty where nothing was. */
    public Optional<String> last() {
        return applied.isEmpty() ? Optional.empty() : Optional.of(applied.get(applied.size() - 1));
    }

    /**
     * Reads it.
     *
     * @param connection inside a transaction
     * @param named the table, {@code schema.name} where it is not in the default schema; null for the tool's usual one. Case does not matter
     * @throws MigrationException if there is no such table, or it is not that tool's
     */
    public static OtherHistory read(EngineConnection connection, HistoryTool tool, @Nullable String named) {
        String name = named == null ? tool.usualTable() : named;
        Table table = find(connection, name)
                .orElseThrow(() -> new MigrationException(
                        "MIG-076",
                        "There is no table \"" + name + "\" in "
                                + connection.engine().description()
                                + ", so nothing says what " + tool.words()
                                + " has done. Name its table by --history-table (schema.name if it is in another schema),"
                                + " or leave --from out."));
        if (!tool.isItsOwn(table)) {
            throw new MigrationException(
                    "MIG-076",
                    "Table \"" + table.name() + "\" is not as " + tool.words() + " makes it. Name its table by"
                            + " --history-table.");
        }
        return tool.read(connection, table);
    }

    /** The histories of other tools that are there under their usual names. */
    public static List<HistoryTool> present(Stream<Table> tables) {
        List<Table> all = tables.toList();
        return Stream.of(HistoryTool.values())
                .filter(tool -> all.stream()
                        .anyMatch(table ->
                                table.name().name().equalsIgnoreCase(tool.usualTable()) && tool.isItsOwn(table)))
                .toList();
    }

    private static Optional<Table> find(EngineConnection connection, String name) {
        int dot = name.indexOf('.');
        Set<String> schemas = dot < 0 ? Set.of() : Set.of(name.substring(0, dot));
        List<Table> found =
                connection.dialect().introspector().read(connection.catalog(), Scope.of(schemas)).tables().stream()
                        .filter(table -> table.name().toString().equalsIgnoreCase(name))
                        .toList();
        return found.stream()
                .filter(table -> table.name().toString().equals(name))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }
}
