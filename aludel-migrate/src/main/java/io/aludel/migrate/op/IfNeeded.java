// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * An operation that is left out where there is nothing to do: it makes what is there already, or drops what is not. It is found out from the schema as
 * it is read, not by the words of a database; what is there is not compared with what would be made.
 */
public record IfNeeded(Operation operation) implements Operation {
    /** Whether what an operation makes or drops is there. */
    private record Subject(boolean made, Function<Schema, Boolean> isThere) {}

    public IfNeeded {
        Objects.requireNonNull(operation, "operation");
        if (subject(operation).isEmpty()) {
            throw new IllegalArgumentException("\"" + operation.describe()
                    + "\" has no ifExists or ifNotExists: those are for tables, columns, indexes, views, sequences, enum types and"
                    + " schemas that are created or dropped. Say it without.");
        }
    }

    /** Whether the operation makes something, so that it is for what is not there; otherwise it drops something. */
    public boolean makes() {
        return subject(operation).orElseThrow().made;
    }

    private boolean isNeeded(Schema before) {
        Subject subject = subject(operation).orElseThrow();
        return subject.made != subject.isThere.apply(before);
    }

    private static Optional<Subject> subject(Operation operation) {
        if (operation instanceof CreateTable create) {
            return of(true, schema -> schema.table(create.table().name()).isPresent());
        }
        if (operation instanceof DropTable drop) {
            return of(false, schema -> schema.table(drop.table()).isPresent());
        }
        if (operation instanceof AddColumn add) {
            return of(
                    true,
                    within(
                            add.table(),
                            table -> table.column(add.column().name()).isPresent()));
        }
        if (operation instanceof DropColumn drop) {
            return of(
                    false,
                    within(drop.table(), table -> table.column(drop.column()).isPresent()));
        }
        if (operation instanceof CreateIndex create) {
            return of(
                    true,
                    within(
                            create.table(),
                            table -> hasIndex(table, create.index().name())));
        }
        if (operation instanceof DropIndex drop) {
            return of(false, within(drop.table(), table -> hasIndex(table, drop.name())));
        }
        if (operation instanceof CreateView create) {
            return of(
                    true,
                    schema -> Fit.find(create.view().name(), schema.views()).isPresent());
        }
        if (operation instanceof DropView drop) {
            return of(false, schema -> Fit.find(drop.name(), schema.views()).isPresent());
        }
        if (operation instanceof CreateSequence create) {
            return of(
                    true,
                    schema -> Fit.find(create.sequence().name(), schema.sequences())
                            .isPresent());
        }
        if (operation instanceof DropSequence drop) {
            return of(false, schema -> Fit.find(drop.name(), schema.sequences()).isPresent());
        }
        if (operation instanceof CreateEnumType create) {
            return of(true, schema -> schema.enumType(create.type().name()).isPresent());
        }
        if (operation instanceof DropEnumType drop) {
            return of(false, schema -> schema.enumType(drop.name()).isPresent());
        }
        if (operation instanceof CreateSchema create) {
            return of(true, schema -> schema.schemaNames().contains(create.name()));
        }
        if (operation instanceof DropSchema drop) {
            return of(false, schema -> schema.schemaNames().contains(drop.name()));
        }
        return Optional.empty();
    }

    private static Optional<Subject> of(boolean made, Function<Schema, Boolean> isThere) {
        return Optional.of(new Subject(made, isThere));
    }

    private static Function<Schema, Boolean> within(TableName name, Function<Table, Boolean> isThere) {
        return schema -> schema.table(name).map(isThere).orElse(false);
    }

    private static boolean hasIndex(Table table, String name) {
        return Fit.find(name, table.indexes(), Index::name).isPresent();
    }

    @Override
    public Schema applyTo(Schema before) {
        return isNeeded(before) ? operation.applyTo(before) : before;
    }

    /** What was there before it must not go, and what was not must not come. */
    @Override
    public Reversal reverse() {
        return new Reversal.Impossible("Cannot reverse \"" + describe()
                + "\": whether there was something to do is known to the database only. Write down() by hand.");
    }

    @Override
    public Operation withFormer(Schema before) {
        return new IfNeeded(operation.withFormer(before));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return isNeeded(before) ? operation.render(dialect, before) : List.of();
    }

    @Override
    public Operation bare() {
        return operation.bare();
    }

    @Override
    public Optional<List<DdlStep>> clearance(Dialect dialect, Schema live) {
        return operation.clearance(dialect, live);
    }

    @Override
    public boolean isFor(Dialect dialect) {
        return operation.isFor(dialect);
    }

    @Override
    public Optional<TableName> requiresEmptyTable() {
        return operation.requiresEmptyTable();
    }

    @Override
    public boolean isDestructive() {
        return operation.isDestructive();
    }

    @Override
    public List<String> schemas() {
        return operation.schemas();
    }

    @Override
    public ObjectKind kind() {
        return operation.kind();
    }

    @Override
    public List<TableName> tables() {
        return operation.tables();
    }

    @Override
    public String describe() {
        return operation.describe() + (makes() ? " if it is not there" : " if it is there");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.ifNeeded(this);
    }
}
