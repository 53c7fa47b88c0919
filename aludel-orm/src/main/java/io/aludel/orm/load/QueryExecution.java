// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.load;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.expr.Join;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.query.Query;
import io.aludel.core.query.Selection;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Rows;
import io.aludel.mapping.resolve.ResolvedSelect;
import io.aludel.mapping.resolve.ResultSlot;
import io.aludel.mapping.resolve.StatementResolver;
import io.aludel.orm.entity.Entities;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.state.Entry;
import io.aludel.orm.state.SessionConnection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Executes a session's queries. */
public final class QueryExecution {
    private final Entities entities;
    private final SessionConnection connection;
    private final Loader loader;
    private final StatementResolver resolver;

    public QueryExecution(Entities entities, SessionConnection connection, Loader loader) {
        this.entities = entities;
        this.connection = connection;
        this.loader = loader;
        this.resolver = new StatementResolver(entities.model());
    }

    /** The entities whose rows the query depends on. */
    public Set<EntityMapping> read(Query<?> query) {
        Set<EntityMapping> read = new LinkedHashSet<>();
        resolver.entitiesNamed(query.statement()).forEach(type -> read.add(entities.of(type.entityClass())));
        return read;
    }

    /** All results, in the order of the rows. Entities are the session's own objects; those that it has keep their values. */
    public <R extends @Nullable Object> List<R> list(Query<R> query) {
        ResolvedSelect resolved = resolver.resolve(query.statement());
        Slot[] slots = slots(resolved);
        ResultReading reading = loader.reading(Set.of());
        List<R> results = new ArrayList<>();
        try (Rows rows = connection.get().query(sql(resolved), types(resolved))) {
            while (rows.next()) {
                results.add(result(rows, slots, query.selection(), reading));
            }
        }
        reading.complete();
        return results;
    }

    /** Each result, in the order of the rows, some of them at a time: what comes along with entities is loaded for these together. */
    public <R extends @Nullable Object> void forEach(Query<R> query, Consumer<? super R> each) {
        ResolvedSelect resolved = resolver.resolve(query.statement());
        Slot[] slots = slots(resolved);
        List<R> some = new ArrayList<>();
        try (Rows rows = connection.get().stream(sql(resolved), types(resolved))) {
            boolean more = true;
            while (more) {
                ResultReading reading = loader.reading(Set.of());
                while (some.size() < Loader.CHUNK && (more = rows.next())) {
                    some.add(result(rows, slots, query.selection(), reading));
                }
                reading.complete();
                some.forEach(each);
                some.clear();
            }
        }
    }

    private RenderedSql sql(ResolvedSelect resolved) {
        return connection.get().dialect().toSql(resolved.statement());
    }

    private static List<ValueType<?>> types(ResolvedSelect resolved) {
        return resolved.statement().items().stream()
                .map(SelectItem::expression)
                .<ValueType<?>>map(expression -> expression.type())
                .toList();
    }

    private static <R extends @Nullable Object> R result(
            Rows rows, Slot[] slots, Selection<R> selection, ResultReading reading) {
        @Nullable Object[] values = new Object[slots.length];
        for (int i = 0; i < slots.length; i++) {
            values[i] = slots[i].read(rows, reading);
        }
        return selection.assemble(values, 0);
    }

    private Slot[] slots(ResolvedSelect resolved) {
        boolean certain = resolved.statement().joins().stream().noneMatch(join -> join.kind() == Join.Kind.LEFT);
        return resolved.slots().stream()
                .map(slot -> {
                    if (slot instanceof ResultSlot.OfEntity entity) {
                        EntityMapping mapping = entities.of(entity.entity().entityClass());
                        return new Slot(mapping, entity.firstColumn(), certain);
                    }
                    return new Slot(null, ((ResultSlot.OfValue) slot).column(), true);
                })
                .toArray(Slot[]::new);
    }

    /**
     * Where an item's value comes from.
     *
     * @param mapping null where the item is a column
     * @param certain whether there is a value in every row, because no join is an outer one
     */
    private record Slot(@Nullable EntityMapping mapping, int column, boolean certain) {
        @Nullable
        Object read(Rows rows, ResultReading reading) {
            if (mapping == null) {
                return rows.get(column);
            }
            if (certain) {
                return reading.read(mapping, rows, column).entity();
            }
            Entry entry = reading.readOptional(mapping, rows, column);
            return entry == null ? null : entry.entity();
        }
    }
}
