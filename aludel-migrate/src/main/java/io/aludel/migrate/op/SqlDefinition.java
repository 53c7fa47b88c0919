// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import org.jspecify.annotations.Nullable;

/** A statement of the user's, for which databases it is meant and what it does to the schema. */
public final class SqlDefinition {
    private final String statement;
    private @Nullable String dialect;
    private ExecuteSql.Effect effect = ExecuteSql.Effect.UNDECLARED;
    private boolean outsideTransaction;

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
        return new ExecuteSql(dialect, statement, effect, outsideTransaction);
    }
}
