// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.name.TableName;
import io.aludel.core.parse.Lexis;
import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.TableOrder;
import io.aludel.core.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which order a schema's objects can be made, each after those that its text mentions. A name within a string, such as a function's body in
 * dollar quotes, is no mention; a word that is some object's name by chance only makes the order another one.
 *
 * @param beforeTables sequences, then domains and routines that mention no table and no view
 * @param tables partitions after what they are a part of
 * @param afterTables routines and views that mention tables, or what comes after them
 */
record CreationOrder(
        List<SchemaObject> beforeTables,
        List<Table> tables,
        Map<TableName, Set<String>> postponed,
        List<SchemaObject> afterTables) {
    private static final Lexis WIDE = new Lexis(false, true, true, true, true);
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    static CreationOrder of(Schema schema) {
        Set<String> late = Stream.concat(schema.tables().stream(), schema.views().stream())
                .map(CreationOrder::folded)
                .collect(Collectors.toCollection(HashSet::new));
        List<SchemaObject> early = new ArrayList<>(schema.domains());
        early.addAll(schema.routines());
        List<SchemaObject> after = new ArrayList<>(schema.views());
        boolean moved = true;
        while (moved) {
            List<SchemaObject> mentioning = early.stream()
                    .filter(object -> mentions(object).stream().anyMatch(late::contains))
                    .toList();
            mentioning.forEach(object -> late.add(folded(object)));
            after.addAll(mentioning);
            early.removeAll(mentioning);
            moved = !mentioning.isEmpty();
        }
        List<SchemaObject> before = new ArrayList<>(schema.sequences());
        before.addAll(sorted(early));
        TableOrder order = TableOrder.of(schema.tables());
        return new CreationOrder(before, partitionsLast(order.tables()), order.postponed(), sorted(after));
    }

    /** The table's keys that are added when all tables stand. */
    Stream<ForeignKey> postponed(Table table) {
        Set<String> names = postponed.getOrDefault(table.name(), Set.of());
        return table.foreignKeys().stream().filter(key -> names.contains(key.name()));
    }

    private static List<Table> partitionsLast(List<Table> tables) {
        List<Table> sorted = new ArrayList<>();
        Set<TableName> done = new HashSet<>();
        List<Table> waiting = new ArrayList<>(tables);
        Set<TableName> all = tables.stream().map(Table::name).collect(Collectors.toSet());
        while (!waiting.isEmpty()) {
            List<Table> ready = waiting.stream()
                    .filter(table -> table.partition() == null
                            || !all.contains(table.partition().of())
                            || done.contains(table.partition().of()))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("Partitions are parts of each other: "
                        + waiting.stream().map(table -> table.name().toString()).toList());
            }
            sorted.addAll(ready);
            ready.forEach(table -> done.add(table.name()));
            waiting.removeAll(ready);
        }
        return sorted;
    }

    /** Each after those that it mentions; where they mention each other in a circle, as they came. */
    private static List<SchemaObject> sorted(List<SchemaObject> objects) {
        Map<SchemaObject, Set<String>> mentions =
                objects.stream().collect(Collectors.toMap(object -> object, CreationOrder::mentions));
        List<SchemaObject> waiting = new ArrayList<>(objects);
        List<SchemaObject> sorted = new ArrayList<>();
        while (!waiting.isEmpty()) {
            SchemaObject next = waiting.stream()
                    .filter(object -> waiting.stream()
                            .noneMatch(other -> !other.name().equals(object.name())
                                    && mentions.get(object).contains(folded(other))))
                    .findFirst()
                    .orElse(waiting.get(0));
            sorted.add(next);
            waiting.remove(next);
        }
        return sorted;
    }

    private static Set<String> mentions(SchemaObject object) {
        return switch (object.kind()) {
            case VIEW -> words(((View) object).query().text());
            case ROUTINE -> words(((Routine) object).definition().text());
            case DOMAIN -> {
                Domain domain = (Domain) object;
                yield words(domain.type() + " "
                        + domain.checks().stream()
                                .map(Check::condition)
                                .map(Object::toString)
                                .collect(Collectors.joining(" ")));
            }
            default -> Set.of();
        };
    }

    /** The names in the text, folded; all its words if it cannot be cut into tokens. */
    private static Set<String> words(String text) {
        try {
            return Tokenizer.tokens(text, WIDE).stream()
                    .filter(Token::isName)
                    .map(token -> token.value().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        } catch (SqlTextException unreadable) {
            return WORD.matcher(text)
                    .results()
                    .map(word -> word.group().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        }
    }

    private static String folded(SchemaObject object) {
        return object.name().name().toLowerCase(Locale.ROOT);
    }
}
