// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.SelectItem;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Several selections made into one object: what generated record factories such as {@code QRating.of(…)} return.
 *
 * @param parts what is selected, in order
 * @param factory makes the object from the parts' results, in the same order
 */
public record Projection<R>(List<Selection<?>> parts, Function<@Nullable Object[], R> factory) implements Selection<R> {
    public Projection {
        parts = List.copyOf(parts);
    }

    static Projection<Row> row(List<Selection<?>> parts) {
        List<Selection<?>> kept = List.copyOf(parts);
        return new Projection<>(kept, values -> new Row(kept, values));
    }

    @Override
    public List<SelectItem> items() {
        return parts.stream().flatMap(part -> part.items().stream()).toList();
    }

    @Override
    public R assemble(@Nullable Object[] values, int from) {
        @Nullable Object[] results = new Object[parts.size()];
        int at = from;
        for (int i = 0; i < results.length; i++) {
            Selection<?> part = parts.get(i);
            results[i] = part.assemble(values, at);
            at += part.items().size();
        }
        return factory.apply(results);
    }
}
