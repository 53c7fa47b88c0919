// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.AludelException;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.TableOrder;
import io.aludel.core.schema.Unreadable;
import io.aludel.engine.ScratchPlace;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.AlterSequence;
import io.aludel.migrate.op.CreateEnumType;
import io.aludel.migrate.op.CreateSchema;
import io.aludel.migrate.op.CreateSequence;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.DropForeignKey;
import io.aludel.migrate.op.DropSequence;
import io.aludel.migrate.op.DropTable;
import io.aludel.migrate.op.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds what lies between a model and a live database. Both are compared as data first; only tables that differ so are tried out in a
 * scratch place, where the database says the model in its own words. The same schemas always give the same operations in the same order.
 */
public final class SchemaDiffer {
    private final Dialect dialect;
    /** Null where there is no database. */
    private final @Nullable Supplier<ScratchPlace> places;

    /**
     * A differ for one database.
     *
     * @param places gives a new place to try schemas out in, which the differ closes; asked only where tables differ as data
     */
    public SchemaDiffer(Dialect dialect, Supplier<ScratchPlace> places) {
        this.dialect = dialect;
        this.places = Objects.requireNonNull(places, "places");
    }

    private SchemaDiffer(Dialect dialect) {
        this.dialect = dialect;
        this.places = null;
    }

    /** A differ without a database: what is not equal as data differs, as nobody can be asked whether two spellings mean the same. */
    public static SchemaDiffer offline(Dialect dialect) {
        return new SchemaDiffer(dialect);
    }

    /** What of a live schema takes part where no model says what it has: its tables and sequences, and what could not be read. The rest is as it was. */
    public Schema takingPart(Schema found, DiffOptions options) {
        return new Participants(options, dialect.introspector(), Schema.EMPTY, found).live();
    }

    /** As {@link #diff(Schema, Schema, DiffOptions)}, with the tables of the live schema that are nobody's business. */
    public SchemaDifference diff(Schema wanted, Schema found, Set<TableName> ignored) {
        return diff(wanted, found, DiffOptions.USUAL.ignoring(ignored));
    }

    /**
     * What leads from the live schema to the model.
     *
     * @param wanted the model; what is in the default schema has no schema in its name
     * @param found the live schema; where the model has named schemas, with their names
     * @throws MigrationException if a renaming that was given does not fit
     */
    public SchemaDifference diff(Schema wanted, Schema found, DiffOptions options) {
        Participants participants = new Participants(options, dialect.introspector(), wanted, found);
        List<Undecided> undecided = new ArrayList<>();
        Schema live = participants.live();
        Set<TableName> unreadable = unreadable(participants.model(), live, undecided);
        Schema model = without(unreadable, participants.model());
        live = without(unreadable, live);
        Renamed renamed = renamed(model, live, options);
        HeldTables held = new HeldTables(hidden(found, live));
        Changes changes = changes(renamed, held, options, undecided);
        Participants parts = new Participants(options, dialect.introspector(), model, renamed.after());
        List<Operation> operations = renamed.around(changes.without(parts::isHidden));
        return new SchemaDifference(
                operations,
                undecided,
                new RenameProposals(new Likeness(dialect.types())).among(operations, model, renamed.after()));
    }

    private Renamed renamed(Schema model, Schema live, DiffOptions options) {
        List<Operation> renames = new RenameDecisions(model, live).taken(options.renamings(), options.formerNames());
        int maxBytes = dialect.capabilities().maxIdentifierBytes();
        return new Renamed(renames, name -> StoredName.of(name, maxBytes), model, live);
    }

    private static List<Table> hidden(Schema found, Schema live) {
        return found.tables().stream()
                .filter(table -> live.table(table.name()).isEmpty())
                .toList();
    }

    private Changes changes(Renamed renamed, HeldTables held, DiffOptions options, List<Undecided> undecided) {
        Changes changes = new Changes();
        Schema model = renamed.model();
        Schema live = renamed.after();
        schemas(model, live, changes);
        enumTypes(model, live, changes, undecided);
        sequences(model, live, changes, undecided);
        commonTables(renamed, options, changes, undecided);
        newTables(model, live, changes);
        new PointingKeys(model, live).stepAside(changes);
        oldTables(model, held.leftOut(model, live, undecided), changes);
        new UnusedEnumTypes(dialect, model, held.with(live)).drop(changes);
        return changes;
    }

    /** One that the model does not have is not the model's business. */
    private void schemas(Schema model, Schema live, Changes changes) {
        if (dialect.capabilities().has(Feature.SCHEMAS)) {
            model.schemaNames().stream()
                    .filter(name -> !live.schemaNames().contains(name))
                    .forEach(name -> changes.add(Phase.CREATE_SCHEMAS, new CreateSchema(name)));
        }
    }

    /** Tables that are there but could not be read as a whole: they are not missing, and nothing is certain of them. */
    private static Set<TableName> unreadable(Schema model, Schema live, List<Undecided> undecided) {
        Set<TableName> tables = new HashSet<>();
        for (Unreadable object : live.unreadable()) {
            TableName name = object.name();
            boolean concerns = model.table(name).isPresent() || live.table(name).isPresent();
            if (object.kind() == ObjectKind.TABLE && concerns) {
                String what = "table \"" + name + "\"";
                undecided.add(
                        new Undecided(object.part() == null ? what : object.part() + " of " + what, object.reason()));
                tables.add(name);
            }
        }
        return tables;
    }

    private static Schema without(Set<TableName> tables, Schema schema) {
        return tables.isEmpty()
                ? schema
                : schema.withTables(schema.tables().stream()
                        .filter(table -> !tables.contains(table.name()))
                        .toList());
    }

    /** Types that no entity has are not the model's business; but {@link UnusedEnumTypes}. */
    private static void enumTypes(Schema model, Schema live, Changes changes, List<Undecided> undecided) {
        for (EnumType wanted : model.enumTypes()) {
            EnumType found = live.enumType(wanted.name()).orElse(null);
            if (found == null) {
                changes.add(Phase.CREATE_ENUM_TYPES, new CreateEnumType(wanted));
                continue;
            }
            EnumTypeComparison comparison = new EnumTypeComparison(wanted, found);
            if (comparison.isSuperset()) {
                comparison.additions().forEach(addition -> changes.add(Phase.ADD_ENUM_VALUES, addition));
            } else if (comparison.isSubset()) {
                comparison.removals().forEach(removal -> changes.add(Phase.DROP_ENUM_VALUES, removal));
            } else {
                undecided.add(comparison.undecided());
            }
        }
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
    private static void oldTables(Schema model, Schema live, Changes changes) {
        TableOrder order = TableOrder.of(live.tables().stream()
                .filter(table -> table.partition() == null)
                .filter(table -> model.table(table.name()).isEmpty())
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

    private void commonTables(Renamed renamed, DiffOptions options, Changes changes, List<Undecided> undecided) {
        Schema live = renamed.after();
        List<Table> suspects = renamed.model().tables().stream()
                .filter(table -> live.table(table.name())
                        .filter(found -> !isEqualAsData(options, table, found))
                        .isPresent())
                .toList();
        if (suspects.isEmpty()) {
            return;
        }
        if (places == null) {
            Equivalence same = accepting(options, Equivalence.STRUCTURAL);
            suspects.forEach(suspect ->
                    compare(suspect, suspect, live.requireTable(suspect.name()), same, options, changes, undecided));
            return;
        }
        try {
            changes.addAll(tried(suspects, renamed, options, undecided));
        } catch (AludelException e) {
            oneByOne(suspects, renamed, options, changes, undecided);
        }
    }

    private boolean isEqualAsData(DiffOptions options, Table table, Table found) {
        return new TableComparison(dialect, Equivalence.STRUCTURAL, options.columns(), table, table, found)
                        .changes()
                        .isEmpty()
                && hasOptions(table, table, found);
    }

    /** Options that the model does not speak of are not its business. */
    private static boolean hasOptions(Table model, Table canonical, Table found) {
        return model.options().isEmpty() || canonical.options().equals(found.options());
    }

    /** One table that the database does not take must not hide what can be said of the others. */
    private void oneByOne(
            List<Table> suspects, Renamed renamed, DiffOptions options, Changes changes, List<Undecided> undecided) {
        for (Table suspect : suspects) {
            try {
                changes.addAll(tried(List.of(suspect), renamed, options, undecided));
            } catch (AludelException e) {
                undecided.add(new Undecided(suspect.describe(), String.valueOf(e.getMessage())));
            }
        }
    }

    private ScratchPlace place() {
        return Objects.requireNonNull(places, "places").get();
    }

    private Changes tried(List<Table> suspects, Renamed renamed, DiffOptions how, List<Undecided> undecided) {
        Schema live = renamed.after();
        try (ScratchPlace place = place()) {
            Schema standing = dialect.scratch()
                    .readBack(place, alone(renamed.back(renamed.model().withTables(suspects))));
            Schema said = renamed.forward(standing);
            Equivalence same = Equivalence.asking(dialect.scratch(), place);
            Changes changes = new Changes();
            List<Undecided> options = new ArrayList<>();
            for (Table suspect : suspects) {
                Table found = live.requireTable(suspect.name());
                Table canonical = said.requireTable(suspect.name());
                Equivalence here = accepting(how, same.over(standing.requireTable(renamed.formerName(suspect.name()))));
                compare(suspect, canonical, found, here, how, changes, options);
            }
            undecided.addAll(options);
            return changes;
        }
    }

    /** @param canonical the model's table in the database's words */
    private void compare(
            Table suspect,
            Table canonical,
            Table found,
            Equivalence same,
            DiffOptions how,
            Changes changes,
            List<Undecided> undecided) {
        changes.addAll(new TableComparison(dialect, same, how.columns(), suspect, canonical, found).changes());
        if (!hasOptions(suspect, canonical, found)) {
            undecided.add(options(suspect, canonical, found));
        }
    }

    private Equivalence accepting(DiffOptions options, Equivalence same) {
        return Equivalence.accepting(options.accepted(), dialect, same);
    }

    /**
     * Where both schemas have SQL at the same place that is not known to mean the same, nor accepted as such. Tables that the database does not take are
     * left out: {@link #diff} says why.
     */
    public List<Spelling> spellings(Schema wanted, Schema found, DiffOptions options) {
        if (places == null) {
            return List.of();
        }
        Participants participants = new Participants(options, dialect.introspector(), wanted, found);
        Renamed renamed = renamed(participants.model(), participants.live(), options);
        List<Spelling> spellings = new ArrayList<>();
        for (Table suspect : renamed.model().tables()) {
            Table live = renamed.after().table(suspect.name()).orElse(null);
            if (live == null || isEqualAsData(options, suspect, live)) {
                continue;
            }
            try (ScratchPlace place = place()) {
                Schema standing = dialect.scratch()
                        .readBack(place, alone(renamed.back(renamed.model().withTables(List.of(suspect)))));
                Equivalence same = Equivalence.asking(dialect.scratch(), place)
                        .over(standing.requireTable(renamed.formerName(suspect.name())));
                Table said = renamed.forward(standing).requireTable(suspect.name());
                spellings.addAll(Spellings.of(dialect, accepting(options, same), said, live));
            } catch (AludelException untried) {
                continue;
            }
        }
        return spellings;
    }

    private static Undecided options(Table suspect, Table canonical, Table found) {
        return new Undecided(
                suspect.describe(),
                "its options are " + found.options() + " in the database and " + canonical.options()
                        + " in the model. No operation changes options: say it in a script, as SQL.");
    }

    /** Those that belong to a column come and go with it. */
    private void sequences(Schema model, Schema live, Changes changes, List<Undecided> undecided) {
        for (Sequence sequence : live.sequences()) {
            if (sequence.owner() == null && model.sequence(sequence.name()).isEmpty()) {
                changes.add(Phase.DROP_SEQUENCES, new DropSequence(sequence.name(), sequence));
            }
        }
        List<Sequence> suspects = new ArrayList<>();
        for (Sequence wanted : model.sequences()) {
            Sequence found = live.sequence(wanted.name()).orElse(null);
            if (found == null) {
                changes.add(Phase.CREATE_SEQUENCES, new CreateSequence(wanted));
            } else if (comparison(wanted, wanted, found).change().isPresent()) {
                suspects.add(wanted);
            }
        }
        if (!suspects.isEmpty()) {
            try {
                tried(suspects, live).forEach(change -> changes.add(Phase.ALTER_SEQUENCES, change));
            } catch (AludelException e) {
                suspects.forEach(
                        suspect -> undecided.add(new Undecided(suspect.describe(), String.valueOf(e.getMessage()))));
            }
        }
    }

    private List<AlterSequence> tried(List<Sequence> suspects, Schema live) {
        if (places == null) {
            return suspects.stream()
                    .flatMap(suspect ->
                            comparison(
                                    suspect,
                                    suspect,
                                    live.sequence(suspect.name()).orElseThrow())
                                    .change()
                                    .stream())
                    .toList();
        }
        try (ScratchPlace place = place()) {
            Schema said = dialect.scratch().readBack(place, alone(Schema.of(List.of(), suspects)));
            return suspects.stream()
                    .flatMap(suspect -> comparison(
                            suspect,
                            said.sequence(suspect.name()).orElse(suspect),
                            live.sequence(suspect.name()).orElseThrow())
                            .change()
                            .stream())
                    .toList();
        }
    }

    /** Owners of sequences are not compared, and may not be there to try them with. */
    private static Schema alone(Schema schema) {
        return schema.withSequences(schema.sequences().stream()
                .map(sequence -> sequence.withOwner(null))
                .toList());
    }

    private SequenceComparison comparison(Sequence model, Sequence canonical, Sequence live) {
        return new SequenceComparison(dialect, model, canonical, live);
    }
}
