// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.SelectItem;
import io.aludel.core.type.RowReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Several selections made into one object: what generated record factories such as {@code QRating.of(…)} return. */
public final class Projection<R> implements Selection<R> {
    private final List<Selection<?>> parts;
    private final Function<@Nullable Object[], R> factory;
    private final @Nullable Function<RowReader, R> reader;
    private final List<SelectItem> items;
    /** Whether each part's result is the value of its one item. */
    private final boolean flat;

    /**
     * A projection of these parts.
     *
     * @param parts what is selected, in order
     * @param factory makes the object from the parts' results, in the same order
     */
    public Projection(List<Selection<?>> parts, Function<@Nullable Object[], R> factory) {
        this(parts, factory, null);
    }

    /**
     * As {@link #Projection(List, Function)}, where each part is a column.
     *
     * @param reader makes the object from a row of these columns
     */
    public Projection(
            List<Selection<?>> parts,
            Function<@Nullable Object[], R> factory,
            @Nullable Function<RowReader, R> reader) {
        this.parts = List.copyOf(parts);
        this.factory = factory;
        this.reader = reader;
        this.flat = isFlat(this.parts);
        this.items = flat ? single(this.parts) : all(this.parts);
    }

    private static boolean isFlat(List<Selection<?>> parts) {
        for (Selection<?> part : parts) {
            if (!(part instanceof Expr) && !(part instanceof EntityPath)) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #all}, of parts that have one item each; most have, and queries are made again and again. */
    private static List<SelectItem> single(List<Selection<?>> parts) {
        SelectItem[] items = new SelectItem[parts.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = single(parts.get(i));
        }
        return List.of(items);
    }

    private static SelectItem single(Selection<?> part) {
        return part instanceof Expr<?> expression ? expression.item() : ((EntityPath<?>) part).item();
    }

    private static List<SelectItem> all(List<Selection<?>> parts) {
        List<SelectItem> all = new ArrayList<>(parts.size());
        parts.forEach(part -> all.addAll(part.items()));
        return List.copyOf(all);
    }

    static Projection<Row> row(List<Selection<?>> parts) {
        List<Selection<?>> kept = List.copyOf(parts);
        return new Projection<>(kept, values -> new Row(kept, values));
    }

    @Override
    public List<SelectItem> items() {
        return items;
    }

    @Override
    public @Nullable Function<? super RowReader, ? extends R> reader() {
        return reader;
    }

    @Override
    public R assemble(@Nullable Object[] values, int from) {
        if (flat && from == 0 && values.length == parts.size()) {
            return factory.apply(values);
        }
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
