// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.squash;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.TableOrder;
import io.aludel.migrate.op.AddColumn;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.CreateEnumType;
import io.aludel.migrate.op.CreateSequence;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.InsertRows;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.RenameColumn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Operations one after the other, made few. A table that comes is held back, together with the enum types and sequences that come; what changes it
 * meanwhile is done to the held one, and one that goes again has never been there. It is made when something that stays speaks of it, rows for one, or
 * when all is said. What is done to tables that were there before stays, but for what is taken back.
 *
 * <p>Mutable, made for one range of revisions.
 */
public final class Reduction {
    /** Of these nobody can tell which tables they need: their text says it. */
    private static final Set<ObjectKind> SEEN_THROUGH =
            EnumSet.of(ObjectKind.TABLE, ObjectKind.ENUM_TYPE, ObjectKind.SEQUENCE, ObjectKind.SCHEMA);

    /**
     * An operation that stays.
     *
     * @param before the schema before it, without what was held back then
     * @param firm whether it stays whatever comes later
     */
    private record Kept(Operation operation, Schema before, boolean firm) {}

    private final Dialect dialect;
    private final List<Kept> kept = new ArrayList<>();
    private final Set<TableName> heldTables = new HashSet<>();
    private final Set<TableName> heldEnumTypes = new HashSet<>();
    private final Set<TableName> heldSequences = new HashSet<>();
    private Schema schema;

    /**
     * Begins.
     *
     * @param dialect of the database for which formers are looked up; what comes out is as portable as what comes in
     * @param before the schema before the first operation
     */
    public Reduction(Dialect dialect, Schema before) {
        this.dialect = dialect;
        this.schema = before;
    }

    /**
     * The next operation.
     *
     * @throws io.aludel.migrate.op.OperationException if it does not fit the schema that those before it lead to
     */
    public void add(Operation operation) {
        Schema before = schema;
        if (isHeld(operation)) {
            schema = operation.applyTo(before);
            heldOnes(before, operation.kind());
            return;
        }
        release(operation);
        Schema after = operation.isFor(dialect) ? operation.applyTo(before) : before;
        boolean firm = isFirm(operation);
        if (firm || !(isTakenBack(operation, after) || isFolded(operation, after))) {
            Operation whole = operation.isFor(dialect) ? operation.withFormer(before) : operation;
            kept.add(new Kept(whole, visible(before), firm));
        }
        schema = after;
    }

    /** What does the same. */
    public List<Operation> operations() {
        release(Set.copyOf(heldTables));
        return kept.stream().map(Kept::operation).toList();
    }

    /** Whether it makes what can be held back, or changes nothing else. */
    private boolean isHeld(Operation operation) {
        if (operation instanceof CreateTable || operation instanceof CreateEnumType) {
            return true;
        }
        if (operation instanceof CreateSequence create) {
            return create.sequence().owner() == null;
        }
        Set<TableName> held = held(operation.kind());
        return !isFirm(operation)
                && operation.tables().stream().anyMatch(held::contains)
                && operation.tables().stream()
                        .allMatch(name -> held.contains(name) || !isThere(name, operation.kind()));
    }

    private Set<TableName> held(ObjectKind kind) {
        return switch (kind) {
            case TABLE -> heldTables;
            case ENUM_TYPE -> heldEnumTypes;
            case SEQUENCE -> heldSequences;
            default -> Set.of();
        };
    }

    private boolean isThere(TableName name, ObjectKind kind) {
        return switch (kind) {
            case TABLE -> schema.table(name).isPresent();
            case ENUM_TYPE -> schema.enumType(name).isPresent();
            case SEQUENCE -> schema.sequence(name).isPresent();
            default -> true;
        };
    }

    /** After a held thing was changed: it may have another name, or be gone. */
    private void heldOnes(Schema before, ObjectKind kind) {
        Set<TableName> had = names(before, kind);
        Set<TableName> has = names(schema, kind);
        Set<TableName> held = held(kind);
        held.retainAll(has);
        has.removeAll(had);
        held.addAll(has);
    }

    private static Set<TableName> names(Schema schema, ObjectKind kind) {
        Stream<TableName> names = switch (kind) {
            case TABLE -> schema.tables().stream().map(Table::name);
            case ENUM_TYPE -> schema.enumTypes().stream().map(EnumType::name);
            case SEQUENCE -> schema.sequences().stream().map(Sequence::name);
            default -> Stream.of();
        };
        return new HashSet<>(names.toList());
    }

    /** Whether rows or a text are concerned, or only some databases: nothing is done over its head. */
    private static boolean isFirm(Operation operation) {
        return operation.accept(new Firmness());
    }

    /** Makes what the operation needs. */
    private void release(Operation operation) {
        boolean knownTables =
                !isFirm(operation) && SEEN_THROUGH.contains(operation.kind()) || operation instanceof InsertRows;
        Set<TableName> needed = new HashSet<>(operation.tables());
        if (operation instanceof AddForeignKey add) {
            needed.add(add.key().target());
        }
        needed.retainAll(heldTables);
        release(knownTables ? needed : Set.copyOf(heldTables));
    }

    /** Makes these tables and those that they point at; and all types and sequences, as defaults may speak of them. */
    private void release(Set<TableName> wanted) {
        schema.enumTypes().stream()
                .filter(type -> heldEnumTypes.remove(type.name()))
                .forEach(type -> make(new CreateEnumType(type)));
        schema.sequences().stream()
                .filter(sequence -> heldSequences.remove(sequence.name()))
                .forEach(sequence -> make(new CreateSequence(sequence)));
        Set<TableName> reached = reached(wanted);
        TableOrder order = TableOrder.of(schema.tables().stream()
                .filter(table -> reached.contains(table.name()))
                .toList());
        List<AddForeignKey> later = new ArrayList<>();
        for (Table table : order.tables()) {
            List<ForeignKey> keys = new ArrayList<>(table.foreignKeys());
            keys.removeIf(key -> order.isPostponed(table, key));
            table.foreignKeys().stream()
                    .filter(key -> order.isPostponed(table, key))
                    .forEach(key -> later.add(new AddForeignKey(table.name(), key)));
            make(new CreateTable(table.withForeignKeys(keys)));
        }
        later.forEach(this::make);
        heldTables.removeAll(reached);
    }

    private void make(Operation operation) {
        kept.add(new Kept(operation, schema, true));
    }

    private Set<TableName> reached(Set<TableName> wanted) {
        Set<TableName> reached = new HashSet<>();
        Deque<TableName> waiting = new ArrayDeque<>(wanted);
        while (!waiting.isEmpty()) {
            TableName name = waiting.pop();
            if (heldTables.contains(name) && reached.add(name)) {
                schema.requireTable(name).foreignKeys().forEach(key -> waiting.push(key.target()));
            }
        }
        return reached;
    }

    /** Whether it leads back to where an addition began: then neither has been. */
    private boolean isTakenBack(Operation operation, Schema after) {
        Schema now = visible(after);
        for (int i = kept.size() - 1; i >= 0; i--) {
            Kept one = kept.get(i);
            if (one.firm() || one.operation().isDestructive()) {
                return false; // what is lost stays lost, although a column of that name comes back
            }
            if (one.before().equals(now)) {
                kept.subList(i, kept.size()).clear();
                return true;
            }
        }
        return false;
    }

    /** Whether it changes a column that the last operation on its table has added: then that one has added it as it is now. */
    private boolean isFolded(Operation operation, Schema after) {
        String from = operation instanceof AlterColumn alter
                ? alter.from().name()
                : operation instanceof RenameColumn rename ? rename.from() : "";
        String to = operation instanceof AlterColumn alter
                ? alter.to().name()
                : operation instanceof RenameColumn rename ? rename.to() : "";
        for (int i = kept.size() - 1; i >= 0 && !from.isEmpty(); i--) {
            Kept one = kept.get(i);
            if (one.firm()) {
                return false;
            }
            if (one.operation() instanceof AddColumn add
                    && add.fill() == null
                    && operation.tables().contains(add.table())
                    && add.column().name().equals(from)) {
                AddColumn whole = new AddColumn(
                        add.table(), after.requireTable(add.table()).requireColumn(to));
                kept.set(i, new Kept(whole, one.before(), false));
                return true;
            }
            if (one.operation().tables().stream().anyMatch(operation.tables()::contains)) {
                return false;
            }
        }
        return false;
    }

    private Schema visible(Schema all) {
        return all.only(object -> !held(object.kind()).contains(object.name()));
    }
}
