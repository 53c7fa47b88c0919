// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.load;

import io.aludel.core.query.Selection;
import io.aludel.core.type.RowReader;
import io.aludel.engine.NullValueException;
import io.aludel.engine.Rows;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a query's results, each of a row. Made for the rows that are read together. */
final class Results<R extends @Nullable Object> {
    private final Selection<R> selection;
    private final QueryPlan.Slot[] slots;
    private final Loader loader;
    /** Null where results are only assembled. */
    private final @Nullable Function<? super RowReader, ? extends R> reader;

    private @Nullable ResultReading reading;

    Results(Selection<R> selection, QueryPlan.Statement statement, Loader loader) {
        this.selection = selection;
        this.slots = statement.slots();
        this.loader = loader;
        this.reader = statement.plain() ? selection.reader() : null;
    }

    R of(Rows rows) {
        if (reader == null) {
            return assembled(rows);
        }
        try {
            return reader.apply(rows);
        } catch (NullValueException e) {
            return assembled(rows); // a record tells which of its components it is that cannot be null
        }
    }

    private R assembled(Rows rows) {
        ResultReading objects = reading;
        if (objects == null) {
            objects = loader.reading(Set.of());
            reading = objects;
        }
        @Nullable Object[] values = new Object[slots.length];
        for (int i = 0; i < slots.length; i++) {
            values[i] = slots[i].read(rows, objects);
        }
        return selection.assemble(values, 0);
    }

    /** Loads what has to come along with the objects of all these rows. */
    void complete() {
        if (reading != null) {
            reading.complete();
        }
    }
}
