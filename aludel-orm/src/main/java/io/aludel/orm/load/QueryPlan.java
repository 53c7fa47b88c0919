// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.load;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.expr.Join;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.RowReader;
import io.aludel.core.type.ValueType;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.PreparedQuery;
import io.aludel.engine.Rows;
import io.aludel.mapping.resolve.ResolvedSelect;
import io.aludel.mapping.resolve.ResultSlot;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.state.Entry;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One query, its values left open; what its execution needs is worked out by the first. Safe to share between threads. */
final class QueryPlan {
    /** What {@link RowReader} reads without an object. */
    private static final Set<Class<?>> PRIMITIVES =
            Set.of(Boolean.class, Short.class, Integer.class, Long.class, Float.class, Double.class);

    private final Select select;
    private final Set<EntityMapping> read;
    private volatile @Nullable Statement statement;

    /**
     * A plan that is not worked out yet.
     *
     * @param read the entities whose rows the query depends on
     */
    QueryPlan(Select select, Set<EntityMapping> read) {
        this.select = select;
        this.read = Set.copyOf(read);
    }

    Set<EntityMapping> read() {
        return read;
    }

    /** For the connection's dialect; a server of another version may want another text. */
    Statement statement(QueryPlans plans, EngineConnection connection) {
        Dialect dialect = connection.dialect();
        Statement known = statement;
        if (known == null || known.dialect() != dialect) {
            ResolvedSelect resolved = plans.resolver().resolve(select);
            List<ValueType<?>> types = types(resolved);
            Slot[] slots = slots(plans, resolved);
            PreparedQuery query = connection.prepare(dialect.toSql(resolved.statement()), types);
            known = new Statement(dialect, query, slots, isPlain(types, slots));
            statement = known;
        }
        return known;
    }

    private static boolean isPlain(List<ValueType<?>> types, Slot[] slots) {
        for (int i = 0; i < slots.length; i++) {
            boolean converted = types.get(i) instanceof ConvertedType
                    && PRIMITIVES.contains(types.get(i).javaType());
            if (slots[i].mapping() != null || slots[i].column() != i || converted) {
                return false;
            }
        }
        return true;
    }

    private static List<ValueType<?>> types(ResolvedSelect resolved) {
        return resolved.statement().items().stream()
                .map(SelectItem::expression)
                .<ValueType<?>>map(expression -> expression.type())
                .toList();
    }

    private static Slot[] slots(QueryPlans plans, ResolvedSelect resolved) {
        boolean certain = resolved.statement().joins().stream().noneMatch(join -> join.kind() == Join.Kind.LEFT);
        return resolved.slots().stream()
                .map(slot -> {
                    if (slot instanceof ResultSlot.OfEntity entity) {
                        EntityMapping mapping =
                                plans.entities().of(entity.entity().entityClass());
                        return new Slot(mapping, entity.firstColumn(), certain);
                    }
                    return new Slot(null, ((ResultSlot.OfValue) slot).column(), true);
                })
                .toArray(Slot[]::new);
    }

    /**
     * What is executed, and how its rows are read.
     *
     * @param plain whether each item is the column in its place, and none that may be read as a primitive is stored as something else
     */
    record Statement(Dialect dialect, PreparedQuery query, Slot[] slots, boolean plain) {}

    /**
     * Where an item's value comes from.
     *
     * @param mapping null where the item is a column
     * @param certain whether there is a value in every row, because no join is an outer one
     */
    record Slot(@Nullable EntityMapping mapping, int column, boolean certain) {
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
