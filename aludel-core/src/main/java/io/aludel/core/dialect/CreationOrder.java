// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.TableOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which order a schema's objects can be made, each after those that its text mentions. A name within a string, such as a function's body in
 * dollar quotes, is no mention; a word that is some object's name by chance only makes the order another one.
 *
 * @param beforeTables sequences, then domains and routines that mention no table and no view
 * @param tables partitions after what they are a part of
 * @param postponed by table, the names of its foreign keys that point at a table which comes later
 * @param afterTables routines and views that mention tables, or what comes after them
 */
public record CreationOrder(
        List<SchemaObject> beforeTables,
        List<Table> tables,
        Map<TableName, Set<String>> postponed,
        List<SchemaObject> afterTables) {

    public CreationOrder {
        beforeTables = List.copyOf(beforeTables);
        tables = List.copyOf(tables);
        postponed = Map.copyOf(postponed);
        afterTables = List.copyOf(afterTables);
    }

    /** The order of what is in the schema; named schemas and enum types come before it all, triggers after it. */
    public static CreationOrder of(Schema schema) {
        Map<SchemaObject, Mentions> mentions = new HashMap<>();
        Stream.<List<? extends SchemaObject>>of(schema.domains(), schema.routines(), schema.views())
                .flatMap(List::stream)
                .forEach(object -> mentions.put(object, Mentions.of(object)));
        Set<String> late = Stream.concat(schema.tables().stream(), schema.views().stream())
                .map(CreationOrder::folded)
                .collect(Collectors.toCollection(HashSet::new));
        List<SchemaObject> early = new ArrayList<>(schema.domains());
        early.addAll(schema.routines());
        List<SchemaObject> after = new ArrayList<>(schema.views());
        boolean moved = true;
        while (moved) {
            List<SchemaObject> mentioning = early.stream()
                    .filter(object ->
                            Objects.requireNonNull(mentions.get(object)).anyOf(late))
                    .toList();
            mentioning.forEach(object -> late.add(folded(object)));
            after.addAll(mentioning);
            early.removeAll(mentioning);
            moved = !mentioning.isEmpty();
        }
        List<SchemaObject> before = new ArrayList<>(schema.sequences());
        before.addAll(sorted(early, mentions));
        TableOrder order = TableOrder.of(schema.tables());
        return new CreationOrder(before, order.tables(), order.postponed(), sorted(after, mentions));
    }

    /** The table's keys that are added when all tables stand. */
    public Stream<ForeignKey> postponed(Table table) {
        Set<String> names = postponed.getOrDefault(table.name(), Set.of());
        return table.foreignKeys().stream().filter(key -> names.contains(key.name()));
    }

    /**
     * Each after those that it mentions. Where they mention each other in a circle, only what must be a mention of a view or routine counts: a column
     * may have a view's name. Where that is a circle too, as they came.
     */
    private static List<SchemaObject> sorted(List<SchemaObject> objects, Map<SchemaObject, Mentions> mentions) {
        List<SchemaObject> waiting = new ArrayList<>(objects);
        waiting.sort(Comparator.comparing(CreationOrder::isAggregate)); // its functions may have its name
        List<SchemaObject> sorted = new ArrayList<>();
        Map<String, Integer> left = new HashMap<>();
        Map<String, Integer> routinesLeft = new HashMap<>();
        for (SchemaObject object : objects) {
            left.merge(folded(object), 1, Integer::sum);
            routinesLeft.merge(folded(object), object instanceof Routine ? 1 : 0, Integer::sum);
        }
        while (!waiting.isEmpty()) {
            SchemaObject next = first(waiting, object -> mentions.get(object).names(), left, routinesLeft)
                    .or(() -> first(waiting, object -> mentions.get(object).certain(), left, routinesLeft))
                    .orElse(waiting.get(0));
            sorted.add(next);
            waiting.remove(next);
            left.merge(folded(next), -1, Integer::sum);
            routinesLeft.merge(folded(next), next instanceof Routine ? -1 : 0, Integer::sum);
        }
        return sorted;
    }

    private static boolean isAggregate(SchemaObject object) {
        return object instanceof Routine routine && routine.type() == Routine.Kind.AGGREGATE;
    }

    /** The first that mentions none of those that are left. A routine's text always has its own name, so that says nothing of its namesakes. */
    private static Optional<SchemaObject> first(
            List<SchemaObject> waiting,
            Function<SchemaObject, Set<String>> mentioned,
            Map<String, Integer> left,
            Map<String, Integer> routinesLeft) {
        return waiting.stream()
                .filter(object -> mentioned.apply(object).stream()
                        .noneMatch(name -> name.equals(folded(object))
                                ? !(object instanceof Routine) && routinesLeft.getOrDefault(name, 0) > 0
                                : left.getOrDefault(name, 0) > 0))
                .findFirst();
    }

    private static String folded(SchemaObject object) {
        return object.name().name().toLowerCase(Locale.ROOT);
    }
}
