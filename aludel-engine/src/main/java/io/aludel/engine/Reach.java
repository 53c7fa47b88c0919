// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.RowChange;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a statement can violate: the constraints of the rows that it writes, those written by the actions of foreign keys included, and the keys that point at
 * rows that it takes away.
 */
final class Reach {
    private final Schema schema;
    private final Set<Table> written = new LinkedHashSet<>();
    private final Set<ForeignKey> keys = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean known = true;

    private Reach(Schema schema) {
        this.schema = schema;
    }

    /** Empty where nobody knows: of a table outside of the schema, and where triggers do who knows what. */
    static Optional<Reach> of(RowChange change, Schema schema) {
        Reach reach = new Reach(schema);
        Deque<Step> left = new ArrayDeque<>(List.of(new Step(change, null)));
        Set<Step> seen = new HashSet<>();
        while (!left.isEmpty()) {
            Step next = left.remove();
            if (seen.add(next)) {
                reach.follow(next, left);
            }
        }
        return reach.known ? Optional.of(reach) : Optional.empty();
    }

    /** @param kept the key whose action it is, if that leaves it unviolated: rows follow what they point at, or point at nothing */
    private record Step(RowChange change, @Nullable ForeignKey kept) {}

    private void follow(Step step, Deque<Step> left) {
        RowChange change = step.change();
        Optional<Table> found = schema.table(change.table());
        if (found.isEmpty()
                || schema.triggers().stream()
                        .anyMatch(trigger -> trigger.table().equals(change.table()))) {
            known = false;
            return;
        }
        Table table = found.get();
        switch (change.kind()) {
            case INSERT -> {
                written.add(table);
                keys.addAll(table.foreignKeys());
            }
            case UPDATE -> {
                written.add(table);
                table.foreignKeys().stream()
                        .filter(key -> key != step.kept() && !Collections.disjoint(key.columns(), change.columns()))
                        .forEach(keys::add);
                pointingAt(change.table(), (owner, key) -> {
                    if (!Collections.disjoint(key.targetColumns(), change.columns())) {
                        act(key.onUpdate(), owner, key, RowChange.update(owner, key.columns()), left);
                    }
                });
            }
            case DELETE ->
                pointingAt(
                        change.table(), (owner, key) -> act(key.onDelete(), owner, key, RowChange.delete(owner), left));
        }
    }

    private void act(ForeignKey.Action action, TableName owner, ForeignKey key, RowChange cascade, Deque<Step> left) {
        switch (action) {
            case NO_ACTION, RESTRICT -> keys.add(key);
            case CASCADE -> left.add(new Step(cascade, key));
            case SET_NULL -> left.add(new Step(RowChange.update(owner, key.columns()), key));
            case SET_DEFAULT -> left.add(new Step(RowChange.update(owner, key.columns()), null));
        }
    }

    private interface Pointing {
        void key(TableName owner, ForeignKey key);
    }

    private void pointingAt(TableName target, Pointing pointing) {
        for (Table owner : schema.tables()) {
            for (ForeignKey key : owner.foreignKeys()) {
                if (key.target().equals(target)) {
                    pointing.key(owner.name(), key);
                }
            }
        }
    }

    /** Whether rows of this table are inserted or changed. */
    boolean writes(Table table) {
        return written.contains(table);
    }

    boolean has(ForeignKey key) {
        return keys.contains(key);
    }
}
