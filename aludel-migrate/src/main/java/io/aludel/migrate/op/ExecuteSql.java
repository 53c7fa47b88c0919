// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Executes one statement as it is written.
 *
 * @param dialect the name of the only dialect it is meant for; null for every one
 * @param effect what it does to the schema
 * @param outsideTransaction whether it is executed by itself, because the database refuses it within a transaction
 * @param does what it does to the schema, as operations that are not executed; none where the effect is not {@link Effect#DECLARED}
 */
public record ExecuteSql(
        @Nullable String dialect, String sql, Effect effect, boolean outsideTransaction, List<Operation> does)
        implements Operation {
    /** What a statement of the user's does to the schema. */
    public enum Effect {
        /** Nobody said: replay takes it for nothing, but reads a live database again after it. */
        UNDECLARED,
        /** It changes rows only. */
        SCHEMA_NEUTRAL,
        /** It does to the schema what the operations do that are given with it. */
        DECLARED
    }

    public ExecuteSql {
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(effect, "effect");
        does = List.copyOf(does);
        if (sql.isBlank()) {
            throw new IllegalArgumentException("The SQL of a step is empty; write a statement or leave the step out.");
        }
        if ((effect == Effect.DECLARED) == does.isEmpty()) {
            throw new IllegalArgumentException(
                    "What \"" + sql + "\" does is declared by operations; give at least one.");
        }
        for (Operation operation : does) {
            if (operation instanceof ExecuteSql || operation instanceof OnDialects || operation instanceof IfNeeded) {
                throw new IllegalArgumentException("\"" + operation.describe()
                        + "\" cannot be what a statement does: say a change of the schema, without conditions.");
            }
        }
    }

    /** A statement whose effect is not declared by operations. */
    public ExecuteSql(@Nullable String dialect, String sql, Effect effect, boolean outsideTransaction) {
        this(dialect, sql, effect, outsideTransaction, List.of());
    }

    /** A statement that may belong to a transaction. */
    public ExecuteSql(@Nullable String dialect, String sql, Effect effect) {
        this(dialect, sql, effect, false);
    }

    @Override
    public Schema applyTo(Schema before) {
        Schema schema = before;
        for (Operation operation : does) {
            schema = operation.applyTo(schema);
        }
        return schema;
    }

    @Override
    public Reversal reverse() {
        return new Reversal.Impossible(
                "Cannot reverse \"" + describe() + "\": only its author knows what undoes it. Write down() by hand.");
    }

    @Override
    public boolean isFor(Dialect target) {
        return dialect == null || dialect.equals(target.name());
    }

    @Override
    public List<DdlStep> render(Dialect target, Schema before) {
        return List.of(new DdlStep.Sql(sql, outsideTransaction));
    }

    @Override
    public Optional<String> loss() {
        return effect == Effect.UNDECLARED
                ? Optional.of("may lose anything: it does not say what it does")
                : does.stream().flatMap(operation -> operation.loss().stream()).findFirst();
    }

    @Override
    public List<TableName> tables() {
        return does.stream()
                .flatMap(operation -> operation.tables().stream())
                .distinct()
                .toList();
    }

    @Override
    public List<String> schemas() {
        return does.stream()
                .flatMap(operation -> operation.schemas().stream())
                .distinct()
                .toList();
    }

    @Override
    public String describe() {
        String line = sql.strip().replaceAll("\\s+", " ");
        return "execute " + (line.length() > 60 ? line.substring(0, 60) + "…" : line);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.executeSql(this);
    }
}
