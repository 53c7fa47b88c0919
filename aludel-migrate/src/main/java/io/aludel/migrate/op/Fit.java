// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaException;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds in a schema what an operation speaks of, or says precisely why the operation does not fit. */
record Fit(Operation operation, Schema schema) {
    Table table(TableName name) {
        return schema.table(name)
                .orElseThrow(() -> refuse("there is no such table; there are "
                        + listed(schema.tables().stream()
                                .map(table -> table.name().toString())) + "."));
    }

    void isFree(TableName name) {
        if (schema.table(name).isPresent()) {
            throw refuse(
                    "a table \"" + name
                            + "\" is there already. Drop or rename that table; or adopt it, if it is what you mean, by leaving this operation out.");
        }
    }

    Column column(Table table, String name) {
        return table.column(name)
                .orElseThrow(() -> refuse("table \"" + table.name() + "\" has no column \"" + name + "\"; it has "
                        + listed(table.columns().stream().map(Column::name)) + "."));
    }

    void isFree(Table table, String column) {
        if (table.column(column).isPresent()) {
            throw refuse("table \"" + table.name() + "\" has a column \"" + column + "\" already.");
        }
    }

    /** The one of that name among keys, indexes or checks of the table. */
    <T> T named(Table table, String kind, String name, List<T> all, Function<T, String> nameOf) {
        return find(name, all, nameOf)
                .orElseThrow(() -> refuse("table \"" + table.name() + "\" has no " + kind + " \"" + name + "\"; it has "
                        + listed(all.stream().map(nameOf)) + "."));
    }

    <T> void isFree(Table table, String kind, String name, List<T> all, Function<T, String> nameOf) {
        if (find(name, all, nameOf).isPresent()) {
            throw refuse("table \"" + table.name() + "\" has " + kind + " \"" + name + "\" already.");
        }
    }

    /** The object of that name among all of its kind. */
    <T extends SchemaObject> T object(List<T> all, TableName name) {
        return find(name, all).orElseThrow(() -> missing(operation.kind(), all));
    }

    /** The enum type of that name, which has the value. */
    EnumType enumTypeWith(TableName name, String value) {
        EnumType found = object(schema.enumTypes(), name);
        if (!found.values().contains(value)) {
            throw refuse("it has no such value; it has " + listed(found.values().stream()) + ".");
        }
        return found;
    }

    void isWithinItsSchema(TableName from, TableName to) {
        if (!Objects.equals(from.schema(), to.schema())) {
            throw refuse("it is renamed within its schema only.");
        }
    }

    OperationException missing(ObjectKind kind, List<? extends SchemaObject> all) {
        return refuse("there is no such " + kind.words() + "; there are "
                + listed(all.stream().map(object -> object.name().toString())) + ".");
    }

    void isFree(List<? extends SchemaObject> all, SchemaObject added) {
        if (all.stream().anyMatch(object -> object.describe().equals(added.describe()))) {
            throw refuse("it is there already.");
        }
    }

    /** The plain column that a key of an index is, if it is one. */
    void columnsOf(Table table, Index.Part part) {
        if (part.expression() instanceof ColumnRef reference) {
            column(table, reference.column());
        }
    }

    /** Each plain column that expressions speak of. */
    void columnsOf(Table table, Collection<Expression> expressions) {
        ColumnMapping mapping = new ColumnMapping(reference -> {
            column(table, reference.column());
            return reference;
        });
        expressions.forEach(mapping::of);
    }

    /** A key may point at the table itself, at one that is there, or at one of another schema, of which we know nothing. */
    void targetOf(ForeignKey key, TableName owner, Function<TableName, Optional<Table>> tables) {
        Optional<Table> target = tables.apply(key.target());
        if (target.isEmpty() && key.target().schema() == null) {
            throw refuse("foreign key \"" + key.name() + "\" points at table \"" + key.target()
                    + "\", which is not there. Create that table first.");
        }
        target.ifPresent(table -> key.targetColumns().forEach(column -> column(table, column)));
    }

    /** What is built as the last step, whose own complaint becomes ours. */
    Schema building(Supplier<Schema> result) {
        try {
            return result.get();
        } catch (SchemaException e) {
            throw new OperationException(operation, e.getMessage(), e);
        }
    }

    OperationException refuse(String reason) {
        return new OperationException(operation, reason, null);
    }

    static <T> Optional<T> find(String name, List<T> all, Function<T, String> nameOf) {
        return all.stream()
                .filter(candidate -> nameOf.apply(candidate).equals(name))
                .findFirst();
    }

    static <T extends SchemaObject> Optional<T> find(TableName name, List<T> all) {
        return all.stream().filter(object -> object.name().equals(name)).findFirst();
    }

    static <T extends SchemaObject> List<T> without(TableName name, List<T> all) {
        return all.stream().filter(object -> !object.name().equals(name)).toList();
    }

    static <T> List<T> without(String name, List<T> all, Function<T, String> nameOf) {
        return all.stream()
                .filter(candidate -> !nameOf.apply(candidate).equals(name))
                .toList();
    }

    static <T> List<T> with(T added, List<T> all) {
        List<T> more = new ArrayList<>(all);
        more.add(added);
        return List.copyOf(more);
    }

    static String listed(Stream<String> names) {
        return names.map(name -> "\"" + name + "\"")
                .reduce((a, b) -> a + ", " + b)
                .orElse("none");
    }
}
