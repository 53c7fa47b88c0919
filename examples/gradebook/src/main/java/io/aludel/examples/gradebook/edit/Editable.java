// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import io.aludel.core.query.Bool;
import io.aludel.core.query.EntityPath;
import io.aludel.core.query.LongNum;
import io.aludel.core.query.Ordering;
import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.OneLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One of the five models, as a description that creating, listing, updating and removing go by.
 *
 * @param name as a user writes it
 * @param table its rows in queries
 * @param keys what can be set, in the order in which it is shown
 * @param maker a new row of what was given
 * @param order of lists
 * @param twins the rows of which there may be one at most, if there are such rules: those that would be the same as this one
 * @param inTheWay the rows that must be gone before it can be removed
 * @param goingAlong the rows that are removed with it
 */
public record Editable<E>(
        String name,
        Table<E> table,
        List<Key<E, ?>> keys,
        Function<NewValues, E> maker,
        List<Ordering> order,
        Optional<Function<E, Bool>> twins,
        Optional<Holders<E>> inTheWay,
        Optional<Holders<E>> goingAlong) {

    /** The rows of a class, in queries and as objects. */
    record Table<E>(Class<E> type, EntityPath<E> path, LongNum id, Function<E, Long> idOf) {}

    public Editable {
        keys = List.copyOf(keys);
        order = List.copyOf(order);
    }

    static <E> Editable<E> of(
            String name, Table<E> table, List<Key<E, ?>> keys, Function<NewValues, E> maker, List<Ordering> order) {
        return new Editable<>(name, table, keys, maker, order, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Editable<E> withTwins(Function<E, Bool> same) {
        return new Editable<>(name, table, keys, maker, order, Optional.of(same), inTheWay, goingAlong);
    }

    Editable<E> withInTheWay(Holders<E> holders) {
        return new Editable<>(name, table, keys, maker, order, twins, Optional.of(holders), goingAlong);
    }

    Editable<E> withGoingAlong(Holders<E> holders) {
        return new Editable<>(name, table, keys, maker, order, twins, inTheWay, Optional.of(holders));
    }

    /**
     * The key of that name.
     *
     * @throws GradebookException if there is none
     */
    Key<E, ?> key(String wanted) {
        return keys.stream()
                .filter(key -> key.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new GradebookException("A " + name + " has no " + OneLine.quoted(wanted)
                        + "; the keys of a " + name + " are: " + keyNames() + "."));
    }

    /** {@code name, group}. */
    String keyNames() {
        return keys.stream().map(Key::name).collect(Collectors.joining(", "));
    }

    Long id(E row) {
        return table.idOf().apply(row);
    }

    /** The row's name for people; empty where rows have none. */
    String name(E row) {
        return keys.stream()
                .filter(Key::isName)
                .map(key -> key.shown(row))
                .findFirst()
                .orElse("");
    }

    /** What the keys have; of another row, its object. */
    List<Object> values(E row) {
        return keys.stream().<Object>map(key -> key.getter().apply(row)).toList();
    }

    /** A row for people: {@code Ada Lovelace, group A-1}. */
    String shown(E row) {
        return keys.stream().map(key -> key.labelled(row)).collect(Collectors.joining(", "));
    }
}
