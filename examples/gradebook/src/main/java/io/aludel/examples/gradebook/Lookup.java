// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static io.aludel.examples.gradebook.model.QStudent.student;

import io.aludel.core.query.Query;
import io.aludel.core.query.Row;
import io.aludel.orm.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds a row by what a user writes: its name, or its id, which is all digits. */
public final class Lookup {
    private static final int EXAMPLES = 5;
    private static final int MOST_IDS = 10;
    /** What no shell takes for anything else. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._ -]*");

    private final Session session;

    /** A row that has been found. */
    public record Found(Long id, String name) {}

    public Lookup(Session session) {
        this.session = session;
    }

    /** Whether a text is taken for an id: it is all digits. */
    public static boolean isId(String text) {
        return !text.isEmpty() && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /**
     * The one row that is meant.
     *
     * @throws GradebookException if there is none, or several carry the name
     */
    public Found find(Kind kind, String nameOrId) {
        return isId(nameOrId) ? byId(kind, nameOrId) : byName(kind, nameOrId);
    }

    /** The first by name, then by id; nothing if there is no row yet. */
    public Optional<Found> first(Kind kind) {
        return first(kind, 1).stream().findFirst();
    }

    /** The first by name, then by id. */
    public List<Found> first(Kind kind, int most) {
        return found(kind, rows(kind).limit(most));
    }

    private Found byId(Kind kind, String digits) {
        Long id = parse(kind, digits);
        return found(kind, rows(kind).where(kind.id().eq(id))).stream()
                .findFirst()
                .orElseThrow(() -> new GradebookException(
                        "There is no " + kind + " with the id " + digits + ". " + insteadOfId(kind, digits)));
    }

    private Found byName(Kind kind, String name) {
        List<Found> found = withName(kind, name);
        if (found.isEmpty()) {
            throw new GradebookException(
                    "There is no " + kind + " " + OneLine.quoted(name) + ". " + insteadOfName(kind, name));
        }
        if (found.size() > 1) {
            throw new GradebookException("There are " + Counted.of(found.size(), kind.toString()) + " named "
                    + OneLine.quoted(name) + ". Give the id of one of them instead: " + ids(kind, found));
        }
        return found.get(0);
    }

    private List<Found> withName(Kind kind, String name) {
        return found(kind, rows(kind).where(kind.nameColumn().eq(name)));
    }

    /** A name of digits only is taken for an id: says so where there is such a name. */
    private String insteadOfId(Kind kind, String digits) {
        List<Found> named = withName(kind, digits);
        return named.isEmpty()
                ? examples(kind)
                : "All digits are taken for an id; the " + kind + " named " + OneLine.quoted(digits) + " has the id "
                        + ids(kind, named) + ".";
    }

    /** Names that differ in case or in blanks around them only, or else some that there are. */
    private String insteadOfName(Kind kind, String name) {
        String itself = name.strip().replaceAll("[\\\\%_]", "\\\\$0");
        List<Found> similar = found(
                kind, rows(kind).where(kind.nameColumn().trim().ilike(itself)).limit(EXAMPLES));
        return similar.isEmpty() ? examples(kind) : "Names are matched exactly. Did you mean " + names(similar) + "?";
    }

    /** Some names that there are, as a sentence without its full stop; what to do where there are none. */
    public String examples(Kind kind) {
        List<Found> known = first(kind, EXAMPLES);
        return known.isEmpty() ? "Make some rows: gradebook seed" : "There are, for example: " + names(known);
    }

    /** How a row is named on a command line: by its name where that is the only one and plain, otherwise by its id. */
    public String word(Kind kind, Found row) {
        boolean plain = PLAIN.matcher(row.name()).matches() && !isId(row.name());
        if (!plain || withName(kind, row.name()).size() > 1) {
            return row.id().toString();
        }
        return row.name().contains(" ") ? '"' + row.name() + '"' : row.name();
    }

    private Query<Row> rows(Kind kind) {
        return session.select(kind.id(), kind.nameColumn())
                .from(kind.entity())
                .orderBy(kind.nameColumn().byCodePoint().asc(), kind.id().asc());
    }

    private static List<Found> found(Kind kind, Query<Row> rows) {
        return rows.list().stream()
                .map(row -> new Found(row.get(kind.id()), row.get(kind.nameColumn())))
                .toList();
    }

    private static Long parse(Kind kind, String digits) {
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            throw new GradebookException(
                    OneLine.quoted(digits) + " is no id of a " + kind + ": it has too many digits.");
        }
    }

    private static String names(List<Found> found) {
        return found.stream().map(one -> OneLine.quoted(one.name())).collect(Collectors.joining(", "));
    }

    /** The first ids; of students with their groups, by which people tell them apart. */
    private String ids(Kind kind, List<Found> found) {
        List<Long> ids = found.stream().map(Found::id).limit(MOST_IDS).toList();
        Map<Long, String> groups = kind == Kind.STUDENT ? groups(ids) : Map.of();
        return ids.stream()
                .map(id -> id
                        + Optional.ofNullable(groups.get(id))
                                .map(group -> " (in " + OneLine.quoted(group) + ")")
                                .orElse(""))
                .collect(Collectors.joining(", ", "", found.size() > MOST_IDS ? ", …" : ""));
    }

    private Map<Long, String> groups(List<Long> studentIds) {
        return session
                .select(student.id, student.group().name)
                .from(student)
                .where(student.id.in(studentIds))
                .list()
                .stream()
                .collect(Collectors.toMap(row -> row.get(student.id), row -> row.get(student.group().name)));
    }
}
