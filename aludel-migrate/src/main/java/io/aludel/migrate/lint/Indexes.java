// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.AddUniqueKey;
import io.aludel.migrate.op.CreateIndex;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.DropIndex;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Indexes that are missing, too many, or not what one may think. They are looked at as they are when the revision is done. */
final class Indexes implements Rule {
    private static final int MANY_COLUMNS = 3;

    @Override
    public void look(RevisionSteps revision, Consumer<Finding> found) {
        for (Step step : revision.steps()) {
            if (step.operation() instanceof AddForeignKey add) {
                foreignKey(revision, step, add.table(), add.key(), found);
            } else if (step.operation() instanceof CreateTable create) {
                Table table = create.table();
                table.foreignKeys().forEach(key -> foreignKey(revision, step, table.name(), key, found));
                table.indexes().forEach(index -> index(revision, step, table.name(), index, found));
                table.uniqueKeys().forEach(key -> unique(revision, step, table.name(), key, found));
            } else if (step.operation() instanceof CreateIndex create) {
                index(revision, step, create.table(), create.index(), found);
            } else if (step.operation() instanceof AddUniqueKey add) {
                unique(revision, step, add.table(), add.key(), found);
            } else if (step.operation() instanceof DropIndex drop) {
                dropped(revision, step, drop, found);
            }
        }
    }

    private static void foreignKey(
            RevisionSteps revision, Step step, TableName name, ForeignKey key, Consumer<Finding> found) {
        Optional<Table> table = revision.after().table(name);
        boolean served = table.isEmpty() || isServed(table.get(), key);
        if (!served && !revision.dialect().changeCosts().indexesForeignKeys()) {
            String columns = String.join("\", \"", key.columns());
            found.accept(step.finding(
                    Code.FOREIGN_KEY_WITHOUT_INDEX,
                    "No index of table \"" + name + "\" begins with \"" + columns + "\": each time a row of \""
                            + key.target()
                            + "\" is deleted or gets another key, all rows are read to look for those that point at it.",
                    "op.createIndex(\"ix_" + name.name() + "_" + String.join("_", key.columns()) + "\", \""
                            + name.name() + "\", \"" + columns + "\")."));
        }
    }

    /** Whether an index begins with the key's columns, in whatever order. */
    private static boolean isServed(Table table, ForeignKey key) {
        Stream<List<String>> ofKeys = Stream.concat(
                Stream.ofNullable(table.primaryKey()).map(primary -> primary.columns()),
                table.uniqueKeys().stream().map(UniqueKey::columns));
        Stream<List<String>> ofIndexes = table.indexes().stream()
                .filter(index -> index.predicate() == null)
                .map(Indexes::leading);
        return Stream.concat(ofKeys, ofIndexes)
                .anyMatch(columns -> columns.size() >= key.columns().size()
                        && columns.subList(0, key.columns().size()).containsAll(key.columns()));
    }

    /** The plain columns before the first expression. */
    private static List<String> leading(Index index) {
        return index.parts().stream()
                .map(Index.Part::expression)
                .takeWhile(ColumnRef.class::isInstance)
                .map(expression -> ((ColumnRef) expression).column())
                .toList();
    }

    private static void index(RevisionSteps revision, Step step, TableName name, Index index, Consumer<Finding> found) {
        if (!index.unique() && index.parts().size() > MANY_COLUMNS) {
            found.accept(step.finding(
                    Code.WIDE_INDEX,
                    "Index \"" + index.name() + "\" has " + index.parts().size()
                            + " keys: it grows, each write pays for it, and what comes after the first few rarely saves work.",
                    "Keep the columns that leave the fewest rows."));
        }
        revision.after().table(name).ifPresent(table -> {
            for (Index other : table.indexes()) {
                if (covers(other, index)) {
                    redundant(step, index.name(), other.name(), found);
                    return;
                }
                if (covers(index, other) && !other.parts().equals(index.parts())) {
                    redundant(step, other.name(), index.name(), found);
                }
            }
            Stream.concat(
                            Stream.ofNullable(table.primaryKey())
                                    .filter(key -> begins(key.columns(), index))
                                    .map(key -> key.name()),
                            table.uniqueKeys().stream()
                                    .filter(key -> begins(key.columns(), index))
                                    .map(UniqueKey::name))
                    .findFirst()
                    .ifPresent(key -> redundant(step, index.name(), key, found));
        });
    }

    private static boolean begins(List<String> columns, Index index) {
        return isPlain(index)
                && index.columnNames().size() == index.parts().size()
                && columns.size() >= index.parts().size()
                && index.parts()
                        .equals(columns.subList(0, index.parts().size()).stream()
                                .map(Index.Part::column)
                                .toList());
    }

    /** Whether all that the second does, the first does too. */
    private static boolean covers(Index wide, Index narrow) {
        return !wide.name().equals(narrow.name())
                && isPlain(narrow)
                && wide.predicate() == null
                && Objects.equals(wide.method(), narrow.method())
                && wide.parts().size() >= narrow.parts().size()
                && wide.parts().subList(0, narrow.parts().size()).equals(narrow.parts());
    }

    private static boolean isPlain(Index index) {
        return !index.unique() && index.predicate() == null && index.include().isEmpty();
    }

    private static void redundant(Step step, String narrow, String wide, Consumer<Finding> found) {
        found.accept(step.finding(
                Code.REDUNDANT_INDEX,
                "What index \"" + narrow + "\" finds, \"" + wide
                        + "\" finds too, as it begins with the same keys; each write pays for both.",
                "Leave out, or drop, \"" + narrow + "\"."));
    }

    private static void unique(
            RevisionSteps revision, Step step, TableName name, UniqueKey key, Consumer<Finding> found) {
        List<String> nullable = revision.after().table(name).stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.nullable() && key.columns().contains(column.name()))
                .map(column -> column.name())
                .toList();
        if (key.nullsDistinct() && !nullable.isEmpty()) {
            found.accept(step.finding(
                    Code.NULLS_IN_UNIQUE,
                    "Rows with NULL in \"" + String.join("\", \"", nullable)
                            + "\" do not equal each other, so that any number of them is taken.",
                    "Refuse NULL in the columns; or, on a database that has it, op.addUnique(…).nullsNotDistinct()."));
        }
    }

    private static void dropped(RevisionSteps revision, Step step, DropIndex drop, Consumer<Finding> found) {
        Optional<Table> before = step.table(drop.table());
        Optional<Table> after = revision.after().table(drop.table());
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        after.get().foreignKeys().stream()
                .filter(key -> isServed(before.get(), key) && !isServed(after.get(), key))
                .forEach(key -> found.accept(step.finding(
                        Code.FOREIGN_KEY_LOSES_INDEX,
                        "Foreign key \"" + key.name() + "\" has no index any more: each time a row of \"" + key.target()
                                + "\" is deleted or gets another key, all rows of \"" + drop.table() + "\" are read.",
                        "Keep the index, or create another that begins with \"" + String.join("\", \"", key.columns())
                                + "\" first.")));
    }
}
