// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.migrate.op.AddColumn;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.DropColumn;
import io.aludel.migrate.op.DropTable;
import io.aludel.migrate.op.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What looks like a renaming among what is dropped and added. The most alike pairs first, each object in one pair at most. */
final class RenameProposals {
    private static final int THRESHOLD = 50;

    private final Likeness likeness;
    private final List<RenameProposal> candidates = new ArrayList<>();

    RenameProposals(Likeness likeness) {
        this.likeness = likeness;
    }

    /** Those of these operations; the schemas are those that the operations lie between. */
    List<RenameProposal> among(List<Operation> operations, Schema model, Schema live) {
        List<Operation> dropped = of(operations, DropTable.class, DropColumn.class);
        List<Operation> added = of(operations, CreateTable.class, AddColumn.class);
        for (Operation gone : dropped) {
            for (Operation come : added) {
                if (gone instanceof DropTable drop && come instanceof CreateTable create && drop.former() != null) {
                    tables(drop.former(), create.table());
                } else if (gone instanceof DropColumn drop
                        && come instanceof AddColumn add
                        && drop.table().equals(add.table())) {
                    columns(
                            live.requireTable(drop.table()),
                            drop.column(),
                            model.requireTable(add.table()),
                            add.column());
                }
            }
        }
        candidates.sort(
                Comparator.comparing(RenameProposal::likeness).reversed().thenComparing(RenameProposal::toString));
        Set<String> used = new HashSet<>();
        List<RenameProposal> proposals = new ArrayList<>();
        for (RenameProposal candidate : candidates) {
            String from = "- " + candidate.renaming().from();
            String to = "+ " + candidate.renaming().to();
            if (!used.contains(from) && !used.contains(to)) {
                used.add(from);
                used.add(to);
                proposals.add(candidate);
            }
        }
        return proposals;
    }

    private static List<Operation> of(List<Operation> operations, Class<?> one, Class<?> other) {
        return operations.stream()
                .filter(operation -> one.isInstance(operation) || other.isInstance(operation))
                .toList();
    }

    private void tables(Table former, Table table) {
        if (Objects.equals(former.name().schema(), table.name().schema())) {
            propose(former.name(), table.name(), null, null, likeness.of(former, table));
        }
    }

    private void columns(Table formerTable, String former, Table table, Column column) {
        formerTable
                .column(former)
                .ifPresent(found -> propose(
                        table.name(),
                        table.name(),
                        former,
                        column.name(),
                        likeness.of(formerTable, found, table, column)));
    }

    private void propose(
            TableName formerTable,
            TableName table,
            @Nullable String formerColumn,
            @Nullable String column,
            int percent) {
        if (percent >= THRESHOLD) {
            candidates.add(new RenameProposal(formerTable, table, formerColumn, column, percent));
        }
    }
}
