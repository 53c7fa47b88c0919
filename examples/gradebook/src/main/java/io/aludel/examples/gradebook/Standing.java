// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.command.CurrentState;
import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.run.LedgerTables;
import io.aludel.migrate.run.UnknownAppliedRevisionException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a database stands to this gradebook: what is in the way of using it is said together with the next step. */
record Standing(Engine engine, Migrations migrations) {
    /** The next step of somebody whose database is not to be changed; the end of a sentence. */
    static final String ELSEWHERE = "use another database: gradebook --url sqlite:other.db migrate";

    /**
     * Sees that every table is there as this gradebook knows it.
     *
     * @throws GradebookException if not
     */
    void requireNewest() {
        requireDatabase();
        CurrentState state = known(migrations::current);
        if (state.pending().isEmpty()) {
            return;
        }
        throw new GradebookException(
                state.current().isEmpty()
                        ? "There are no tables in " + state.place() + ". Make them: gradebook migrate"
                        : "The tables are old in " + state.place() + ": revision "
                                + String.join(", ", state.pending())
                                + " is missing. Bring them up to date: gradebook migrate");
    }

    /**
     * Sees that there is a database; to ask one that is a file would make it.
     *
     * @throws GradebookException if not
     */
    void requireDatabase() {
        if (!engine.exists()) {
            throw new GradebookException("There is no database at " + engine.description()
                    + ". Look at the path, or make one there: gradebook migrate");
        }
    }

    /**
     * Sees that the tables of this gradebook may be made here.
     *
     * @throws GradebookException if tables of these names are there that no gradebook has made
     */
    void requireNobodyElses() {
        Set<TableName> ours =
                Gradebook.MODEL.schema().tables().stream().map(Table::name).collect(Collectors.toSet());
        List<String> taken = isUnused() ? names(ours) : List.of();
        if (!taken.isEmpty()) {
            throw new GradebookException("There are tables in " + engine.description()
                    + " that no gradebook has made, with the names of its own: " + String.join(", ", taken)
                    + ". They are left alone. Rename them, or " + ELSEWHERE);
        }
    }

    /** The tables of others in a database that is about to become a gradebook, by name. */
    List<String> strangers() {
        return isUnused() ? names(null) : List.of();
    }

    /**
     * What the work gives.
     *
     * @throws GradebookException if the history has revisions that this gradebook does not have
     */
    static <R> R known(Supplier<R> work) {
        try {
            return work.get();
        } catch (UnknownAppliedRevisionException e) {
            throw new GradebookException(e.place() + " has revision " + String.join(", ", e.revisions())
                    + ", which this gradebook does not know: a newer gradebook or another program has made its tables."
                    + " Nothing was done. Get the newer gradebook, or " + ELSEWHERE);
        }
    }

    private boolean isUnused() {
        return engine.exists() && known(migrations::current).current().isEmpty();
    }

    private List<String> names(@Nullable Set<TableName> wanted) {
        try (EngineConnection connection = engine.connect()) {
            connection.begin(TransactionMode.READ_ONLY);
            Schema found = connection
                    .dialect()
                    .introspector()
                    .read(connection.catalog(), new Scope(Set.of(), wanted, Set.of(ObjectKind.TABLE)));
            return found.tables().stream()
                    .map(Table::name)
                    .filter(name -> !LedgerTables.NAMES.contains(name))
                    .map(TableName::name)
                    .sorted()
                    .toList();
        }
    }
}
