// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.DropCheck;
import io.aludel.migrate.op.DropColumn;
import io.aludel.migrate.op.DropExclusion;
import io.aludel.migrate.op.DropForeignKey;
import io.aludel.migrate.op.DropIndex;
import io.aludel.migrate.op.DropPrimaryKey;
import io.aludel.migrate.op.DropUniqueKey;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.RenameColumn;
import io.aludel.migrate.op.RenameTable;
import io.aludel.migrate.op.Reversal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Both sides of a comparison around some renamings. What the database holds as text, such as a check, speaks of former names, and only the database can
 * rewrite it. So the model is tried out under the former names, and what is compared has new names in its structure and former ones in its text, on
 * both sides alike. For the same reason what goes is dropped before the renamings, under the former names: undoing it then finds these again.
 *
 * @param operations the renamings, tables first
 * @param model under the new names
 * @param live under the former names
 */
record Renamed(List<Operation> operations, UnaryOperator<String> stored, Schema model, Schema live) {
    /** The live schema as it is after the renamings, but for what it holds as text. */
    Schema after() {
        return forward(live);
    }

    /** The same of any part of a schema that has the former names. */
    Schema forward(Schema schema) {
        Schema renamed = schema;
        for (Operation operation : operations) {
            renamed = applied(asStored(operation), renamed);
        }
        return renamed;
    }

    /** A part of the model under the former names. */
    Schema back(Schema schema) {
        List<Operation> reversed = new ArrayList<>(operations);
        Collections.reverse(reversed);
        Schema renamed = schema;
        for (Operation operation : reversed) {
            renamed = applied(((Reversal.By) operation.reverse()).operation(), renamed);
        }
        return renamed;
    }

    TableName formerName(TableName table) {
        return operations.stream()
                .filter(operation ->
                        operation instanceof RenameTable rename && rename.to().equals(table))
                .map(operation -> ((RenameTable) operation).from())
                .findFirst()
                .orElse(table);
    }

    /** The operations in an order that can be executed both ways, each under the names that hold then. */
    List<Operation> around(Changes changes) {
        if (operations.isEmpty()) {
            return changes.inOrder();
        }
        List<Operation> before = new ArrayList<>();
        List<Operation> later = new ArrayList<>();
        changes.until(Phase.DROP_PRIMARY_KEYS).forEach(operation -> before.add(underFormerNames(operation)));
        for (Operation operation : changes.after(Phase.DROP_PRIMARY_KEYS)) {
            if (isComputed(operation)) {
                before.add(underFormerNames(operation));
            } else {
                later.add(operation);
            }
        }
        before.addAll(operations);
        before.addAll(later);
        return before;
    }

    /** What computes a column may be text on the live side. */
    private boolean isComputed(Operation operation) {
        return operation instanceof DropColumn drop
                        && concerns(drop.table())
                        && drop.former() != null
                        && drop.former().generation() instanceof Generation.Computed
                || operation instanceof AlterColumn alter
                        && concerns(alter.table())
                        && (alter.from().generation() instanceof Generation.Computed
                                || alter.to().generation() instanceof Generation.Computed);
    }

    private boolean concerns(TableName table) {
        return operations.stream().anyMatch(rename -> rename.tables().contains(table));
    }

    private Operation underFormerNames(Operation operation) {
        if (operation instanceof DropForeignKey drop) {
            return new DropForeignKey(formerName(drop.table()), drop.name(), null).withFormer(live);
        }
        if (operation instanceof DropIndex drop) {
            return new DropIndex(formerName(drop.table()), drop.name(), null).withFormer(live);
        }
        if (operation instanceof DropExclusion drop) {
            return new DropExclusion(formerName(drop.table()), drop.name(), null).withFormer(live);
        }
        if (operation instanceof DropCheck drop) {
            return new DropCheck(formerName(drop.table()), drop.name(), null).withFormer(live);
        }
        if (operation instanceof DropUniqueKey drop) {
            return new DropUniqueKey(formerName(drop.table()), drop.name(), null).withFormer(live);
        }
        if (operation instanceof DropPrimaryKey drop) {
            return new DropPrimaryKey(formerName(drop.table()), drop.name(), null).withFormer(live);
        }
        if (operation instanceof DropColumn drop) {
            return new DropColumn(formerName(drop.table()), drop.column(), null).withFormer(live);
        }
        return operation instanceof AlterColumn alter ? underFormerNames(alter) : operation;
    }

    private AlterColumn underFormerNames(AlterColumn alter) {
        String column = formerName(alter.table(), alter.to().name());
        Table wanted = back(model).requireTable(formerName(alter.table()));
        Column to = alter.to().withName(column);
        Generation generation = wanted.requireColumn(column).generation();
        return new AlterColumn(
                wanted.name(),
                alter.from().withName(column),
                to.generation().equals(Generation.NONE) ? to : to.withGeneration(generation));
    }

    private String formerName(TableName table, String column) {
        return operations.stream()
                .filter(operation -> operation instanceof RenameColumn rename
                        && rename.table().equals(table)
                        && rename.to().equals(column))
                .map(operation -> ((RenameColumn) operation).from())
                .findFirst()
                .orElse(column);
    }

    private Operation asStored(Operation operation) {
        return operation instanceof RenameColumn rename
                ? new RenameColumn(rename.table(), rename.from(), stored.apply(rename.to()))
                : operation;
    }

    /** Of a part of a schema that lacks the table itself, keys that point at it follow all the same. */
    private static Schema applied(Operation operation, Schema schema) {
        TableName subject = operation.tables().get(0);
        if (schema.table(subject).isPresent()) {
            return operation.applyTo(schema);
        }
        return schema.withTables(schema.tables().stream()
                .map(table -> table.withForeignKeys(table.foreignKeys().stream()
                        .map(key -> key.target().equals(subject) ? followed(operation, key) : key)
                        .toList()))
                .toList());
    }

    private static ForeignKey followed(Operation operation, ForeignKey key) {
        if (operation instanceof RenameTable rename) {
            return key.withTarget(rename.to(), key.targetColumns());
        }
        RenameColumn rename = (RenameColumn) Objects.requireNonNull(operation);
        return key.withTarget(
                key.target(),
                key.targetColumns().stream()
                        .map(column -> column.equals(rename.from()) ? rename.to() : column)
                        .toList());
    }
}
