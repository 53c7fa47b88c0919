// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.Lookup;
import io.aludel.orm.Session;
import java.util.function.Function;

/**
 * Another row, by its name or its id.
 *
 * @param <T> its class
 */
record Reference<T>(Kind kind, Class<T> type, Function<T, String> name) implements Content<T> {
    @Override
    public T read(Session session, String text) {
        return session.getReference(type, new Lookup(session).find(kind, text).id());
    }

    @Override
    public String shown(T value) {
        return name.apply(value);
    }
}
