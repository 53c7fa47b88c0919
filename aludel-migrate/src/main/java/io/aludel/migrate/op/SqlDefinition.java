// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A statement of the user's, for which databases it is meant and what it does to the schema. */
public final class SqlDefinition {
    private final String statement;
    private @Nullable String dialect;
    private ExecuteSql.Effect effect = ExecuteSql.Effect.UNDECLARED;
    private boolean outsideTransaction;
    private List<Operation> does = List.of();

    SqlDefinition(String statement) {
        this.statement = statement;
    }

    /** Only on databases of that dialect; on others the step does nothing. */
    public SqlDefinition on(String dialect) {
        DialectNames.require(dialect);
        this.dialect = dialect;
        return this;
    }

    /** It changes rows only, so that the schema is known without asking the database again. */
    public SqlDefinition schemaNeutral() {
        effect = ExecuteSql.Effect.SCHEMA_NEUTRAL;
        does = List.of();
        return this;
    }

    /**
     * What it does to the schema, so that replay and comparisons without a database know. These operations are not executed.
     *
     * @param effect records them: {@code o -> o.createTable(…)}; no SQL, and none for some databases only
     */
    public SqlDefinition does(Consumer<Operations> effect) {
        Operations recording = new Operations();
        effect.accept(recording);
        does = recording.operations();
        this.effect = ExecuteSql.Effect.DECLARED;
        return this;
    }

    /**
     * It is executed by itself, because the database refuses it within a transaction. If the run is cut short while it is executed, the next one
     * executes it again unless the schema has changed.
     */
    public SqlDefinition outsideTransaction() {
        outsideTransaction = true;
        return this;
    }

    Operation operation() {
        return new ExecuteSql(dialect, statement, effect, outsideTransaction, does);
    }
}
