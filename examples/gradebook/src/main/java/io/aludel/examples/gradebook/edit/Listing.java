// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import io.aludel.core.query.Ordering;
import io.aludel.core.query.Projection;
import io.aludel.core.query.Query;
import io.aludel.core.query.Selection;
import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.question.Answer;
import io.aludel.orm.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of a model as a table, by one statement. Half a million grades are read as columns while they come, and their names and days
 * are kept once, so that a small heap holds them.
 */
public final class Listing {
    private final Map<Object, Object> kept = new HashMap<>();
    private final List<List<Object>> rows = new ArrayList<>();

    private Listing() {}

    /**
     * All rows in the model's order, or the one with this id.
     *
     * @throws GradebookException if there is none with this id
     */
    public static Answer of(Session session, Editable<?> model, Optional<Long> id) {
        Listing listing = new Listing();
        query(session, model, id).forEach(listing::add);
        if (id.isPresent() && listing.rows.isEmpty()) {
            throw Edits.unknown(model, id.get());
        }
        List<String> columns = Stream.concat(
                        Stream.of("id"), model.keys().stream().map(Key::name))
                .toList();
        return new Answer(columns, listing.rows);
    }

    private static Query<Object[]> query(Session session, Editable<?> model, Optional<Long> id) {
        Stream<Selection<?>> values = model.keys().stream().map(Key::column);
        List<Selection<?>> columns =
                Stream.concat(Stream.of(model.table().id()), values).toList();
        Query<Object[]> all = session.select(new Projection<>(columns, row -> row))
                .from(model.table().path())
                .orderBy(model.order().toArray(Ordering[]::new));
        return id.map(one -> all.where(model.table().id().eq(one))).orElse(all);
    }

    private void add(Object[] row) {
        for (int i = 1; i < row.length; i++) {
            Object before = kept.putIfAbsent(row[i], row[i]);
            row[i] = before == null ? row[i] : before;
        }
        rows.add(List.of(row));
    }
}
