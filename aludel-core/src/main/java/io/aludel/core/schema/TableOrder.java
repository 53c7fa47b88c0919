// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.name.TableName;
import io.aludel.core.parse.Lexis;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.Tokenizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tables sorted so that each comes after those its foreign keys point at, and after those that it is a part or an heir of. Where keys run in a circle some of them are postponed: they
 * are added when all tables stand, and dropped before any table goes. Ties are broken by name, so that the same schema always gives the
 * same order.
 *
 * @param tables every table, targets first
 * @param postponed by table, the names of its foreign keys that point at a later table
 */
public record TableOrder(List<Table> tables, Map<TableName, Set<String>> postponed) {
    public TableOrder {
        tables = List.copyOf(tables);
        postponed = Map.copyOf(postponed);
    }

    /** Sorts by Kahn's method; a table that only points at itself, or at tables that are not given, is no circle. */
    public static TableOrder of(Collection<Table> tables) {
        Map<TableName, Table> waiting = new TreeMap<>();
        tables.forEach(table -> waiting.put(table.name(), table));
        Set<TableName> all = Set.copyOf(waiting.keySet());
        List<Table> sorted = new ArrayList<>();
        Set<TableName> done = new HashSet<>();
        Map<TableName, Set<String>> postponed = new LinkedHashMap<>();
        Map<TableName, Set<TableName>> parents = new HashMap<>();
        waiting.values().forEach(table -> parents.put(table.name(), parentsWithin(table, all)));
        Map<TableName, Set<TableName>> targets = new HashMap<>();
        waiting.values().forEach(table -> {
            Set<TableName> before = targetsWithin(table, all);
            before.addAll(Objects.requireNonNull(parents.get(table.name())));
            targets.put(table.name(), before);
        });
        while (!waiting.isEmpty()) {
            Table next = waiting.values().stream()
                    .filter(table -> done.containsAll(targets.get(table.name())))
                    .findFirst()
                    .orElseGet(() -> firstOnCircle(waiting, parents, targets, done));
            waiting.remove(next.name());
            sorted.add(next);
            done.add(next.name());
            Set<String> later = new HashSet<>();
            for (ForeignKey key : next.foreignKeys()) {
                if (all.contains(key.target()) && !done.contains(key.target())) {
                    later.add(key.name());
                }
            }
            if (!later.isEmpty()) {
                postponed.put(next.name(), Set.copyOf(later));
            }
        }
        return new TableOrder(sorted, postponed);
    }

    /** Whether this key of this table has to wait until its target stands. */
    public boolean isPostponed(Table table, ForeignKey key) {
        return postponed.getOrDefault(table.name(), Set.of()).contains(key.name());
    }

    private static Set<TableName> targetsWithin(Table table, Set<TableName> all) {
        Set<TableName> targets = new HashSet<>();
        for (ForeignKey key : table.foreignKeys()) {
            if (all.contains(key.target()) && !key.target().equals(table.name())) {
                targets.add(key.target());
            }
        }
        return targets;
    }

    /** What must stand before the table itself can: a key may be added later, but not what the table is a part of. */
    private static Set<TableName> parentsWithin(Table table, Set<TableName> all) {
        Set<TableName> parents = new HashSet<>();
        if (table.partition() != null) {
            parents.add(table.partition().of());
        }
        Set<String> named = table.options().stream()
                .filter(option -> option.startsWith("inherits"))
                .flatMap(option -> Tokenizer.tokens(option, Lexis.STANDARD).stream())
                .filter(Token::isName)
                .map(Token::value)
                .collect(Collectors.toSet());
        all.stream().filter(name -> named.contains(name.name())).forEach(parents::add);
        parents.remove(table.name());
        parents.retainAll(all);
        return parents;
    }

    /**
     * The first table by name that reaches itself, so that a table which merely depends on a circle keeps its keys; not one whose parents are still to
     * come.
     */
    private static Table firstOnCircle(
            Map<TableName, Table> waiting,
            Map<TableName, Set<TableName>> parents,
            Map<TableName, Set<TableName>> targets,
            Set<TableName> done) {
        List<Table> possible = waiting.values().stream()
                .filter(table -> done.containsAll(Objects.requireNonNull(parents.get(table.name()))))
                .toList();
        return possible.stream()
                .filter(table -> reaches(table.name(), table.name(), targets, done, new HashSet<>()))
                .findFirst()
                .or(() -> possible.stream().findFirst())
                .orElseThrow(() -> new SchemaException("These tables are parts of each other: "
                        + waiting.keySet().stream().map(TableName::toString).collect(Collectors.joining(", ")) + "."));
    }

    private static boolean reaches(
            TableName from,
            TableName goal,
            Map<TableName, Set<TableName>> targets,
            Set<TableName> done,
            Set<TableName> seen) {
        for (TableName target : Objects.requireNonNull(targets.get(from))) {
            if (target.equals(goal)) {
                return true;
            }
            if (!done.contains(target) && seen.add(target) && reaches(target, goal, targets, done, seen)) {
                return true;
            }
        }
        return false;
    }
}
