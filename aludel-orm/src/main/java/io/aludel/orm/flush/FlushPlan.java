// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.flush;

import io.aludel.mapping.model.IdGeneration;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.entity.MappedColumn;
import io.aludel.orm.entity.ToOne;
import io.aludel.orm.error.UnflushableException;
import io.aludel.orm.state.Entry;
import io.aludel.orm.state.PersistenceContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a flush writes, in order: inserts, what is referred to first; updates; deletes, what is referred to last. Whole entities are sorted; only
 * where they are on a cycle, their rows are. The same changes always give the same plan.
 */
final class FlushPlan {
    private final PersistenceContext context;
    private final List<FlushStep> steps = new ArrayList<>();
    private final List<FlushStep> links = new ArrayList<>();

    /** Whether a row that points at itself can be deleted as it is. */
    private final BooleanSupplier keysByStatement;

    private FlushPlan(PersistenceContext context, BooleanSupplier keysByStatement) {
        this.context = context;
        this.keysByStatement = keysByStatement;
    }

    /**
     * Plans.
     *
     * @param keysByStatement whether the database has {@link io.aludel.core.dialect.Feature#KEYS_BY_STATEMENT}; asked only where it matters
     * @throws UnflushableException if rows refer to each other in a circle, and none of the keys takes NULL
     */
    static List<FlushStep> of(
            PersistenceContext context,
            BooleanSupplier keysByStatement,
            List<Entry> inserted,
            Map<Entry, BitSet> updated,
            List<Entry> deleted) {
        FlushPlan plan = new FlushPlan(context, keysByStatement);
        Map<ToOne, Set<Object>> claimed = claimed(inserted, updated.keySet());
        plan.release(claimed, updated.keySet(), deleted);
        List<Entry> first = inTheWay(claimed, updated.keySet(), deleted);
        plan.deleteLevel(first);
        plan.insert(inserted);
        plan.update(updated);
        plan.delete(deleted.stream().filter(entry -> !first.contains(entry)).toList());
        return plan.steps;
    }

    // keys that others want

    /** The targets of one-to-ones that other rows refer to from now on; two rows cannot have the same for a moment. */
    private static Map<ToOne, Set<Object>> claimed(List<Entry> inserted, Set<Entry> updated) {
        Map<ToOne, Set<Object>> claimed = new HashMap<>();
        Stream.concat(inserted.stream(), updated.stream())
                .forEach(entry -> uniqueKeys(entry)
                        .filter(toOne ->
                                toOne.get(entry.entity()) != null && toOne.get(entry.entity()) != entry.target(toOne))
                        .forEach(toOne -> claimed.computeIfAbsent(
                                        toOne, t -> Collections.newSetFromMap(new IdentityHashMap<>()))
                                .add(toOne.get(entry.entity()))));
        return claimed;
    }

    /** Clears such keys of rows that have them so far. */
    private void release(Map<ToOne, Set<Object>> claimed, Set<Entry> updated, List<Entry> deleted) {
        Map<ToOne, List<Entry>> released = new LinkedHashMap<>();
        Stream.concat(updated.stream(), deleted.stream())
                .forEach(entry -> uniqueKeys(entry)
                        .filter(ToOne::isNullable)
                        .filter(toOne -> isClaimed(claimed, toOne, entry))
                        .forEach(toOne -> released.computeIfAbsent(toOne, t -> new ArrayList<>())
                                .add(entry)));
        released.forEach((toOne, entries) -> steps.add(new FlushStep.Link(toOne, entries, true)));
    }

    /** Rows to be deleted before all else, as such a key of theirs cannot be cleared; rows that others refer to have to wait. */
    private static List<Entry> inTheWay(Map<ToOne, Set<Object>> claimed, Set<Entry> updated, List<Entry> deleted) {
        List<Entry> holders = deleted.stream()
                .filter(entry ->
                        uniqueKeys(entry).anyMatch(toOne -> !toOne.isNullable() && isClaimed(claimed, toOne, entry)))
                .toList();
        if (holders.isEmpty()) {
            return holders;
        }
        Set<Object> referredTo = Collections.newSetFromMap(new IdentityHashMap<>());
        Stream.concat(updated.stream(), deleted.stream())
                .forEach(entry -> entry.mapping().toOnes().stream()
                        .map(entry::target)
                        .filter(target -> target != null && target != entry.entity())
                        .forEach(referredTo::add));
        return holders.stream()
                .filter(entry -> !referredTo.contains(entry.entity()))
                .toList();
    }

    private static boolean isClaimed(Map<ToOne, Set<Object>> claimed, ToOne toOne, Entry entry) {
        return entry.target(toOne) != null
                && claimed.getOrDefault(toOne, Set.of()).contains(entry.target(toOne));
    }

    private static Stream<ToOne> uniqueKeys(Entry entry) {
        return entry.mapping().toOnes().stream().filter(ToOne::isOneToOne);
    }

    // inserts

    private void insert(List<Entry> inserted) {
        byRank(inserted, Comparator.naturalOrder()).forEach(group -> {
            if (group.get(0).mapping().isOnCycle()) {
                insertOnCycle(group);
            } else {
                insertLevel(group, Set.of());
            }
        });
    }

    private void insertOnCycle(List<Entry> rows) {
        RowOrder<Entry> order = sort(rows, "inserted", this::neededByInsert);
        Set<FlushStep.Key> postponed = new HashSet<>();
        order.postponed().forEach(dependency -> postponed.add(key(dependency)));
        order.levels().forEach(level -> insertLevel(level, postponed));
        link(order.postponed(), false, links);
    }

    private List<RowOrder.Dependency<Entry>> neededByInsert(Entry row) {
        List<RowOrder.Dependency<Entry>> needed = new ArrayList<>();
        for (ToOne toOne : row.mapping().toOnes()) {
            Entry target = entry(toOne.get(row.entity()));
            boolean itself = target == row && !(row.mapping().idGeneration() instanceof IdGeneration.Identity);
            if (target != null && !itself) {
                boolean postponable = toOne.isNullable() && toOne.column().updatable();
                needed.add(new RowOrder.Dependency<>(row, target, postponable, toOne.name()));
            }
        }
        return needed;
    }

    private void insertLevel(List<Entry> rows, Set<FlushStep.Key> postponed) {
        byMapping(rows)
                .forEach((mapping, entries) ->
                        steps.add(new FlushStep.Insert(mapping, given(mapping), entries, postponed)));
    }

    /** The columns that an insert gives: all but those that are not to be inserted, and an identifier that the database numbers. */
    private static List<MappedColumn> given(EntityMapping mapping) {
        boolean numbered = mapping.idGeneration() instanceof IdGeneration.Identity;
        return Stream.concat(
                        mapping.attributes().stream(), mapping.toOnes().stream().map(ToOne::column))
                .filter(MappedColumn::insertable)
                .filter(column -> !(numbered && column.equals(mapping.id())))
                .toList();
    }

    // updates

    private void update(Map<Entry, BitSet> updated) {
        byRank(new ArrayList<>(updated.keySet()), Comparator.naturalOrder())
                .forEach(group -> byMapping(group).forEach((mapping, entries) -> {
                    Map<BitSet, List<Entry>> shapes = new LinkedHashMap<>();
                    entries.forEach(entry -> shapes.computeIfAbsent(updated.get(entry), s -> new ArrayList<>())
                            .add(entry));
                    shapes.forEach((members, some) ->
                            steps.add(new FlushStep.Update(mapping, columns(mapping, members), some)));
                }));
        steps.addAll(links);
    }

    private static List<MappedColumn> columns(EntityMapping mapping, BitSet members) {
        return Stream.concat(
                        mapping.attributes().stream(), mapping.toOnes().stream().map(ToOne::column))
                .filter(column -> members.get(column.member()))
                .toList();
    }

    // deletes

    private void delete(List<Entry> deleted) {
        byRank(deleted, Comparator.reverseOrder()).forEach(group -> {
            if (group.get(0).mapping().isOnCycle()) {
                deleteOnCycle(group);
            } else {
                deleteLevel(group);
            }
        });
    }

    private void deleteOnCycle(List<Entry> rows) {
        Map<Entry, List<RowOrder.Dependency<Entry>>> referrers = new LinkedHashMap<>();
        for (Entry row : rows) {
            for (ToOne toOne : row.mapping().toOnes()) {
                Entry target = entry(row.target(toOne));
                if (target != null && (target != row || toOne.isNullable() && !keysByStatement.getAsBoolean())) {
                    referrers
                            .computeIfAbsent(target, t -> new ArrayList<>())
                            .add(new RowOrder.Dependency<>(target, row, toOne.isNullable(), toOne.name()));
                }
            }
        }
        RowOrder<Entry> order = sort(rows, "deleted", row -> referrers.getOrDefault(row, List.of()));
        List<RowOrder.Dependency<Entry>> cleared = order.postponed().stream()
                .map(late -> new RowOrder.Dependency<>(late.needs(), late.row(), true, late.name()))
                .toList();
        link(cleared, true, steps);
        order.levels().forEach(this::deleteLevel);
    }

    private void deleteLevel(List<Entry> rows) {
        byMapping(rows).forEach((mapping, entries) -> steps.add(new FlushStep.Delete(mapping, entries)));
    }

    // both

    private static void link(List<RowOrder.Dependency<Entry>> dependencies, boolean clear, List<FlushStep> into) {
        Map<ToOne, List<Entry>> rows = new LinkedHashMap<>();
        dependencies.forEach(dependency -> {
            FlushStep.Key key = key(dependency);
            rows.computeIfAbsent(key.toOne(), t -> new ArrayList<>()).add(key.entry());
        });
        rows.forEach((toOne, entries) -> into.add(new FlushStep.Link(toOne, entries, clear)));
    }

    private static FlushStep.Key key(RowOrder.Dependency<Entry> dependency) {
        ToOne toOne = dependency.row().mapping().toOnes().stream()
                .filter(one -> one.name().equals(dependency.name()))
                .findFirst()
                .orElseThrow();
        return new FlushStep.Key(dependency.row(), toOne);
    }

    private static RowOrder<Entry> sort(
            List<Entry> rows,
            String done,
            java.util.function.Function<Entry, List<RowOrder.Dependency<Entry>>> dependencies) {
        try {
            return RowOrder.sort(rows, dependencies);
        } catch (RowOrder.CircleException e) {
            String circle = e.circle().stream()
                    .map(step -> ((Entry) step.row()).mapping().name() + "." + step.name())
                    .collect(Collectors.joining(" -> "));
            throw new UnflushableException(e.circle().size() + " rows refer to each other in a circle (" + circle
                    + ") and cannot be " + done + ", because none of these keys takes NULL in between. Make one of them"
                    + " optional.");
        }
    }

    private @Nullable Entry entry(@Nullable Object target) {
        return target == null ? null : context.entry(target);
    }

    private static List<List<Entry>> byRank(List<Entry> entries, Comparator<Integer> order) {
        Map<Integer, List<Entry>> groups = new TreeMap<>(order);
        entries.forEach(entry -> groups.computeIfAbsent(entry.mapping().rank(), r -> new ArrayList<>())
                .add(entry));
        return new ArrayList<>(groups.values());
    }

    private static Map<EntityMapping, List<Entry>> byMapping(List<Entry> entries) {
        Map<EntityMapping, List<Entry>> groups = new LinkedHashMap<>();
        entries.forEach(entry ->
                groups.computeIfAbsent(entry.mapping(), m -> new ArrayList<>()).add(entry));
        return groups;
    }
}
