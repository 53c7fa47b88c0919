// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import io.aludel.examples.gradebook.Counted;
import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.Lookup;
import io.aludel.orm.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows created, updated and removed in one session. Whoever opened it commits it. Each edit says in a sentence what it has done. */
public final class Edits {
    private final Session session;

    public Edits(Session session) {
        this.session = session;
    }

    /**
     * A new row.
     *
     * @throws GradebookException if a key is missing or unknown, or a value cannot be
     */
    public <E> String create(Editable<E> model, Assignments given) {
        given.texts().keySet().forEach(model::key);
        requireAll(model, given);
        E row = model.maker().apply(new NewValues(session, given));
        requireNoTwin(model, row);
        session.persist(row);
        session.flush();
        return "Created " + model.name() + " " + model.id(row) + ": " + model.shown(row) + hint(model, row);
    }

    /**
     * A row with other values.
     *
     * @throws GradebookException if there is no such row, nothing is set, a key is unknown, or a value cannot be
     */
    public <E> String update(Editable<E> model, Long id, Assignments given) {
        if (given.isEmpty()) {
            throw new GradebookException("There is nothing to update: say what, by --set key=value; the keys of a "
                    + model.name() + " are: " + model.keyNames() + ".");
        }
        List<Key<E, ?>> keys = new ArrayList<>();
        given.texts().keySet().forEach(key -> keys.add(model.key(key)));
        E row = find(model, id);
        List<Object> valuesBefore = model.values(row);
        String before = model.shown(row);
        for (Key<E, ?> key : keys) {
            key.set(session, row, given.texts().get(key.name()));
        }
        // The row is changed and not written yet, so that the query would write it first, and the database refuse it.
        session.withoutAutoflush(() -> {
            requireNoTwin(model, row);
            return row;
        });
        session.flush();
        String after = model.shown(row);
        if (model.values(row).equals(valuesBefore)) {
            return "Nothing to change: " + model.name() + " " + id + " is " + after + " already.";
        }
        return "Updated " + model.name() + " " + id + ": " + before + " → " + after
                + (before.equals(after) ? " (another of the same name)" : "") + hint(model, row);
    }

    /**
     * A row less, and those that go with it.
     *
     * @throws GradebookException if there is no such row, or others refer to it that do not go with it
     */
    public <E> String remove(Editable<E> model, Long id) {
        E row = find(model, id);
        model.inTheWay().ifPresent(holders -> requireNone(holders, model, row));
        String along = model.goingAlong()
                .map(holders -> ", and " + Counted.of(holders.number(session, row), holders.model()) + " with it")
                .orElse("");
        String shown = model.shown(row);
        session.remove(row);
        session.flush();
        return "Removed " + model.name() + " " + id + ": " + shown + along;
    }

    private <E> void requireNone(Holders<E> holders, Editable<E> model, E row) {
        long number = holders.number(session, row);
        if (number > 0) {
            String other = holders.model();
            throw new GradebookException("The " + model.name() + " " + model.id(row) + ", " + model.shown(row)
                    + ", cannot be removed: " + Counted.of(number, other) + (number == 1 ? " refers" : " refer")
                    + " to it (" + holders.some(session, row) + "). Give each another " + model.name()
                    + " (gradebook update " + other + " --id ID --set " + model.name()
                    + "=NAME) or remove them first; gradebook list " + other + " shows their ids.");
        }
    }

    private <E> E find(Editable<E> model, Long id) {
        E row = session.find(model.table().type(), id);
        if (row == null) {
            throw unknown(model, id);
        }
        return row;
    }

    static GradebookException unknown(Editable<?> model, Long id) {
        return new GradebookException("There is no " + model.name() + " with the id " + id
                + ". See which there are: gradebook list " + model.name());
    }

    private static void requireAll(Editable<?> model, Assignments given) {
        List<String> missing = model.keys().stream()
                .map(Key::name)
                .filter(key -> !given.texts().containsKey(key))
                .toList();
        if (!missing.isEmpty()) {
            throw new GradebookException("A new " + model.name() + " also needs " + String.join(", ", missing)
                    + ": add "
                    + missing.stream().map(key -> "--set " + key + "=…").collect(Collectors.joining(" ")));
        }
    }

    private <E> void requireNoTwin(Editable<E> model, E row) {
        model.twins().ifPresent(twins -> {
            Long own = model.id(row);
            session.select(model.table().id()).from(model.table().path()).where(twins.apply(row)).list().stream()
                    .filter(id -> !id.equals(own))
                    .findFirst()
                    .ifPresent(id -> {
                        throw new GradebookException("There is such a " + model.name() + " already: " + id + ", "
                                + model.name(row) + ". Give this one another name.");
                    });
        });
    }

    /** Names of digits are allowed, but wherever a name or an id can stand, digits are an id. */
    private static <E> String hint(Editable<E> model, E row) {
        return Lookup.isId(model.name(row))
                ? System.lineSeparator() + "Where a name or an id can stand, digits are taken for an id: for this "
                        + model.name() + " write " + model.id(row) + "."
                : "";
    }
}
