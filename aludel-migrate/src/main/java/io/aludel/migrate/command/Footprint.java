// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.CreateRoutine;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.CreateTrigger;
import io.aludel.migrate.op.CreateView;
import io.aludel.migrate.op.ExecuteSql;
import io.aludel.migrate.op.OnDialects;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.run.Revisions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What some revisions touch.
 *
 * @param revisions their ids, in order
 * @param operations theirs, without those for other databases
 */
record Footprint(List<String> revisions, List<Asked> operations) {
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}_$]+");

    /** An operation, and which revision asks for it. */
    record Asked(String revision, Operation operation) {
        String describe() {
            return "\"" + operation.describe() + "\" of revision " + revision;
        }
    }

    static Footprint of(Revisions revisions, Dialect dialect, List<String> ids) {
        List<Asked> operations = ids.stream()
                .flatMap(id -> revisions.script(id).up().stream()
                        .map(recorded -> recorded.operation())
                        .filter(operation -> operation.isFor(dialect))
                        .map(operation -> new Asked(id, bare(operation))))
                .toList();
        return new Footprint(ids, operations);
    }

    private static Operation bare(Operation operation) {
        return operation instanceof OnDialects limited ? bare(limited.operation()) : operation;
    }

    /** The SQL of which nobody said what it does to the schema. */
    List<String> undeclared() {
        return operations.stream()
                .filter(asked ->
                        asked.operation() instanceof ExecuteSql sql && sql.effect() == ExecuteSql.Effect.UNDECLARED)
                .map(asked -> "what " + asked.describe() + " does to the schema, nobody has said")
                .toList();
    }

    /** The objects that both touch, as reasons. */
    List<String> shared(Footprint other) {
        Set<String> both = touched();
        both.retainAll(other.touched());
        return both.stream().map(object -> "both touch " + object).toList();
    }

    private Set<String> touched() {
        Set<String> touched = new TreeSet<>();
        for (Asked asked : operations) {
            asked.operation().schemas().forEach(name -> touched.add("schema \"" + name + "\""));
            Stream.concat(asked.operation().tables().stream(), target(asked.operation()))
                    .forEach(name -> touched.add("\"" + name + "\""));
        }
        return touched;
    }

    private static Stream<TableName> target(Operation operation) {
        if (operation instanceof CreateTable create) {
            return create.table().foreignKeys().stream().map(key -> key.target());
        }
        return operation instanceof AddForeignKey add ? Stream.of(add.key().target()) : Stream.of();
    }

    /** Where text of these speaks of a table that was there before and that the others change. */
    List<String> spokenOf(Footprint other, Schema before) {
        List<String> found = new ArrayList<>();
        for (Asked asked : operations) {
            for (TableName table : spokenOf(asked.operation(), before)) {
                other.operations().stream()
                        .filter(change -> text(change.operation()) == null)
                        .filter(change -> change.operation().tables().contains(table))
                        .findFirst()
                        .ifPresent(change -> found.add(asked.describe() + " may speak of table \"" + table
                                + "\", which " + change.describe() + " changes"));
            }
        }
        return found;
    }

    /** Where text of both speaks of the same table, as reasons. */
    List<String> sameRows(Footprint other, Schema before) {
        Set<TableName> mine = new TreeSet<>(spokenOf(before));
        mine.retainAll(other.spokenOf(before));
        return mine.stream()
                .map(table -> "SQL on both sides may speak of table \"" + table + "\"")
                .toList();
    }

    private Set<TableName> spokenOf(Schema before) {
        Set<TableName> tables = new HashSet<>();
        operations.forEach(asked -> tables.addAll(spokenOf(asked.operation(), before)));
        return tables;
    }

    private static List<TableName> spokenOf(Operation operation, Schema before) {
        String text = text(operation);
        if (text == null) {
            return List.of();
        }
        Set<String> words = new HashSet<>(List.of(NO_NAME.split(text.toLowerCase(Locale.ROOT))));
        return before.tables().stream()
                .map(table -> table.name())
                .filter(name -> isNamed(name.name().toLowerCase(Locale.ROOT), text, words))
                .toList();
    }

    private static boolean isNamed(String name, String text, Set<String> words) {
        return NO_NAME.matcher(name).find() ? text.toLowerCase(Locale.ROOT).contains(name) : words.contains(name);
    }

    /** What is SQL of the user's in it; null where there is none. */
    private static @Nullable String text(Operation operation) {
        if (operation instanceof ExecuteSql execute) {
            return execute.sql();
        }
        if (operation instanceof CreateView create) {
            return create.view().query().text();
        }
        if (operation instanceof CreateRoutine create) {
            return create.routine().definition().text();
        }
        return operation instanceof CreateTrigger create
                ? create.trigger().definition().text()
                : null;
    }
}
