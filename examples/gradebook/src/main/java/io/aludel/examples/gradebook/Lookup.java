// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import io.aludel.core.query.Query;
import io.aludel.core.query.Row;
import io.aludel.orm.Session;
import java.util.List;
import java.util.stream.Collectors;

/** Finds a row by what a user writes: its name, or its id, which is all digits. */
public final class Lookup {
    private static final int EXAMPLES = 5;

    private final Session session;

    /** A row that has been found. */
    public record Found(Long id, String name) {}

    public Lookup(Session session) {
        this.session = session;
    }

    /**
     * The one row that is meant.
     *
     * @throws GradebookException if there is none, or several carry the name
     */
    public Found find(Kind kind, String nameOrId) {
        return isId(nameOrId) ? byId(kind, nameOrId) : byName(kind, nameOrId);
    }

    /**
     * The first by name, then by id.
     *
     * @throws GradebookException if there is no row yet
     */
    public Found first(Kind kind) {
        return rows(kind).limit(1).list().stream()
                .map(row -> found(kind, row))
                .findFirst()
                .orElseThrow(() -> new GradebookException("There is no " + kind + " yet. " + examples(kind)));
    }

    private Found byId(Kind kind, String digits) {
        Long id = parse(kind, digits);
        List<Found> found = rows(kind).where(kind.id().eq(id)).list().stream()
                .map(row -> found(kind, row))
                .toList();
        if (found.isEmpty()) {
            throw new GradebookException("There is no " + kind + " with the id " + digits + "." + named(kind, digits));
        }
        return found.get(0);
    }

    private Found byName(Kind kind, String name) {
        List<Found> found = withName(kind, name);
        if (found.isEmpty()) {
            throw new GradebookException("There is no " + kind + " \"" + name + "\". " + examples(kind));
        }
        if (found.size() > 1) {
            throw new GradebookException("There are " + found.size() + " " + kind + "s named \"" + name
                    + "\". Give the id of one of them instead: " + ids(found));
        }
        return found.get(0);
    }

    private List<Found> withName(Kind kind, String name) {
        return rows(kind).where(kind.nameColumn().eq(name)).list().stream()
                .map(row -> found(kind, row))
                .toList();
    }

    /** A name of digits only is taken for an id: says so where there is such a name. */
    private String named(Kind kind, String digits) {
        List<Found> found = withName(kind, digits);
        return found.isEmpty()
                ? " " + examples(kind)
                : " All digits are taken for an id; the " + kind + " named \"" + digits + "\" has the id " + ids(found)
                        + ".";
    }

    /** Some names that there are, as a sentence; what to do where there are none. */
    public String examples(Kind kind) {
        List<Row> known = rows(kind).limit(EXAMPLES).list();
        return known.isEmpty()
                ? "Make some rows: gradebook seed"
                : "There are, for example: "
                        + known.stream().map(row -> row.get(kind.nameColumn())).collect(Collectors.joining(", "));
    }

    private Query<Row> rows(Kind kind) {
        return session.select(kind.id(), kind.nameColumn())
                .from(kind.entity())
                .orderBy(kind.nameColumn().byCodePoint().asc(), kind.id().asc());
    }

    private static Found found(Kind kind, Row row) {
        return new Found(row.get(kind.id()), row.get(kind.nameColumn()));
    }

    private static boolean isId(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Long parse(Kind kind, String digits) {
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            throw new GradebookException(digits + " is no id of a " + kind + ": it has too many digits.");
        }
    }

    private static String ids(List<Found> found) {
        return found.stream().map(one -> one.id().toString()).collect(Collectors.joining(", "));
    }
}
