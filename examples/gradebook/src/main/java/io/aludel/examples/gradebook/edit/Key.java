// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import io.aludel.core.query.Expr;
import io.aludel.examples.gradebook.OneLine;
import io.aludel.orm.Session;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One thing that can be set of a row.
 *
 * @param name as it is written before the {@code =}, and the column's heading in lists
 * @param column what lists show of it
 */
record Key<E, V>(String name, Content<V> content, Expr<?> column, Function<E, V> getter, BiConsumer<E, V> setter) {
    static final String NAME = "name";

    /** Reads the text as a value and sets it. */
    void set(Session session, E row, String text) {
        setter.accept(row, content.read(session, text));
    }

    /** The row's value for people: {@code group A-1}; a name speaks for itself. */
    String labelled(E row) {
        return (isName() ? "" : name + " ") + shown(row);
    }

    String shown(E row) {
        return OneLine.of(content.shown(getter.apply(row)));
    }

    boolean isName() {
        return name.equals(NAME);
    }
}
