// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.AludelException;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.TableOrder;
import io.aludel.core.schema.Unreadable;
import io.aludel.engine.ScratchPlace;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.CreateSequence;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.DropForeignKey;
import io.aludel.migrate.op.DropSequence;
import io.aludel.migrate.op.DropTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds what lies between a model and a live database. Both are compared as data first; only tables that differ so are tried out in a
 * scratch place, where the database says the model in its own words. The same schemas always give the same operations in the same order.
 */
public final class SchemaDiffer {
    private final Dialect dialect;
    private final Supplier<ScratchPlace> places;

    /**
     * A differ for one database.
     *
     * @param places gives a new place to try schemas out in, which the differ closes; asked only where tables differ as data
     */
    public SchemaDiffer(Dialect dialect, Supplier<ScratchPlace> places) {
        this.dialect = dialect;
        this.places = places;
    }

    /**
     * What leads from the live schema to the model.
     *
     * @param wanted the model
     * @param ignored tables of the live schema that are nobody's business, such as our own ledger
     */
    public SchemaDifference diff(Schema wanted, Schema live, Set<TableName> ignored) {
        Changes changes = new Changes();
        List<Undecided> undecided = new ArrayList<>();
        Schema model = readable(wanted, live, undecided);
        commonTables(model, live, changes, undecided);
        newTables(model, live, changes);
        new PointingKeys(model, live).stepAside(changes);
        oldTables(model, live, ignored, changes);
        sequences(model, live, changes);
        return new SchemaDifference(changes.inOrder(), undecided);
    }

    /** The model without the tables that are there but could not be read: they are not missing, and nothing is known of them. */
    private static Schema readable(Schema model, Schema live, List<Undecided> undecided) {
        Schema readable = model;
        for (Unreadable object : live.unreadable()) {
            if (object.kind() == ObjectKind.TABLE
                    && object.part() == null
                    && model.table(object.name()).isPresent()) {
                undecided.add(new Undecided("table \"" + object.name() + "\"", object.reason()));
                readable = readable.without(object.name());
            }
        }
        return readable;
    }

    private static void newTables(Schema model, Schema live, Changes changes) {
        TableOrder order = TableOrder.of(model.tables().stream()
                .filter(table -> live.table(table.name()).isEmpty())
                .toList());
        for (Table table : order.tables()) {
            List<ForeignKey> later = table.foreignKeys().stream()
                    .filter(key -> order.isPostponed(table, key) || PointingKeys.waits(key, changes))
                    .toList();
            changes.add(Phase.CREATE_TABLES, new CreateTable(without(later, table)));
            later.forEach(key -> changes.add(Phase.ADD_FOREIGN_KEYS, new AddForeignKey(table.name(), key)));
        }
    }

    /** A partition that the model does not know is the business of whoever divides the table; it goes with the table. */
    private static void oldTables(Schema model, Schema live, Set<TableName> ignored, Changes changes) {
        TableOrder order = TableOrder.of(live.tables().stream()
                .filter(table -> table.partition() == null)
                .filter(table -> model.table(table.name()).isEmpty() && !ignored.contains(table.name()))
                .toList());
        for (int i = order.tables().size() - 1; i >= 0; i--) {
            Table table = order.tables().get(i);
            table.foreignKeys().stream()
                    .filter(key -> order.isPostponed(table, key) && !isDropped(table, key, changes))
                    .forEach(key ->
                            changes.add(Phase.DROP_FOREIGN_KEYS, new DropForeignKey(table.name(), key.name(), key)));
            List<ForeignKey> before = table.foreignKeys().stream()
                    .filter(key -> isDropped(table, key, changes))
                    .toList();
            changes.add(Phase.DROP_TABLES, new DropTable(table.name(), without(before, table)));
        }
    }

    private static boolean isDropped(Table table, ForeignKey key, Changes changes) {
        return changes.inOrder().contains(new DropForeignKey(table.name(), key.name(), key));
    }

    private static Table without(List<ForeignKey> keys, Table table) {
        return table.withForeignKeys(
                table.foreignKeys().stream().filter(key -> !keys.contains(key)).toList());
    }

    private void commonTables(Schema model, Schema live, Changes changes, List<Undecided> undecided) {
        List<Table> suspects = model.tables().stream()
                .filter(table -> live.table(table.name())
                        .filter(found -> !isEqualAsData(table, found))
                        .isPresent())
                .toList();
        if (suspects.isEmpty()) {
            return;
        }
        try {
            changes.addAll(tried(suspects, model, live));
        } catch (AludelException e) {
            oneByOne(suspects, model, live, changes, undecided);
        }
    }

    private boolean isEqualAsData(Table table, Table found) {
        return new TableComparison(dialect, Equivalence.STRUCTURAL, table, table, found)
                .changes()
                .isEmpty();
    }

    /** One table that the database does not take must not hide what can be said of the others. */
    private void oneByOne(List<Table> suspects, Schema model, Schema live, Changes changes, List<Undecided> undecided) {
        for (Table suspect : suspects) {
            try {
                changes.addAll(tried(List.of(suspect), model, live));
            } catch (AludelException e) {
                undecided.add(new Undecided("table \"" + suspect.name() + "\"", String.valueOf(e.getMessage())));
            }
        }
    }

    private Changes tried(List<Table> suspects, Schema model, Schema live) {
        try (ScratchPlace place = places.get()) {
            Schema said = dialect.scratch().readBack(place, Schema.of(suspects, model.sequences()));
            Equivalence same = Equivalence.asking(dialect.scratch(), place);
            Changes changes = new Changes();
            for (Table suspect : suspects) {
                Table found = live.requireTable(suspect.name());
                Table canonical = said.requireTable(suspect.name());
                changes.addAll(new TableComparison(dialect, same, suspect, canonical, found).changes());
            }
            return changes;
        }
    }

    /** A sequence that changed is made anew: it goes first, as both have the same name. */
    private static void sequences(Schema model, Schema live, Changes changes) {
        for (Sequence sequence : live.sequences()) {
            if (sequence.owner() != null) {
                continue; // it comes and goes with its column
            }
            Sequence wanted = model.sequence(sequence.name()).orElse(null);
            if (!sequence.equals(wanted)) {
                Phase phase = wanted == null ? Phase.DROP_SEQUENCES : Phase.CREATE_SEQUENCES;
                changes.add(phase, new DropSequence(sequence.name(), sequence));
            }
        }
        for (Sequence sequence : model.sequences()) {
            if (!sequence.equals(live.sequence(sequence.name()).orElse(null))) {
                changes.add(Phase.CREATE_SEQUENCES, new CreateSequence(sequence));
            }
        }
    }
}
