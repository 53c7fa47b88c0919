// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import static io.aludel.core.query.Functions.count;

import io.aludel.core.query.Bool;
import io.aludel.core.query.EntityPath;
import io.aludel.core.query.Text;
import io.aludel.examples.gradebook.OneLine;
import io.aludel.orm.Session;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rows that refer to a row.
 *
 * @param model what they are, as a user writes it
 * @param of which they are
 * @param names tell people which these are
 */
record Holders<E>(String model, EntityPath<?> path, Function<E, Bool> of, Text names) {
    private static final int SHOWN = 5;

    long number(Session session, E row) {
        return session.select(count()).from(path).where(of.apply(row)).single();
    }

    /** The first names: {@code Ada, Grace, …}. */
    String some(Session session, E row) {
        List<String> some = session.select(names)
                .from(path)
                .where(of.apply(row))
                .groupBy(names)
                .orderBy(names.byCodePoint().asc())
                .limit(SHOWN + 1L)
                .list();
        String first = some.stream().limit(SHOWN).map(OneLine::of).collect(Collectors.joining(", "));
        return first + (some.size() > SHOWN ? ", …" : "");
    }
}
