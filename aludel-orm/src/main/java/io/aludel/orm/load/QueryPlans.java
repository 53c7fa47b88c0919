// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.load;

import io.aludel.core.expr.Select;
import io.aludel.core.expr.Shape;
import io.aludel.core.expr.Value;
import io.aludel.mapping.resolve.StatementResolver;
import io.aludel.orm.entity.Entities;
import io.aludel.orm.entity.EntityMapping;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How queries are executed, remembered by their {@link Shape}: one that came before is neither resolved nor written again, only its values are bound. For one
 * model; safe to share between threads, and shared by all sessions of a factory.
 */
public final class QueryPlans {
    /** Shapes come from code, not from values: a program has some hundreds. One that makes them without end begins anew. */
    private static final int MOST = 2_000;

    private final Entities entities;
    private final StatementResolver resolver;
    private final Map<Shape, QueryPlan> plans = new ConcurrentHashMap<>();

    public QueryPlans(Entities entities) {
        this.entities = entities;
        this.resolver = new StatementResolver(entities.model());
    }

    /**
     * A query that is about to be executed.
     *
     * @param values for the plan's parameters
     */
    record Planned(QueryPlan plan, List<Value> values) {}

    Planned plan(Select select) {
        Optional<Shape.Parts> parts = Shape.of(select);
        if (parts.isEmpty()) {
            return new Planned(new QueryPlan(select, read(select)), List.of());
        }
        Shape shape = parts.get().shape();
        QueryPlan plan = plans.get(shape);
        if (plan == null) {
            plan = new QueryPlan(parts.get().parameterized(select), read(select));
            if (plans.size() >= MOST) {
                plans.clear();
            }
            plans.put(shape, plan);
        }
        return new Planned(plan, parts.get().values());
    }

    private Set<EntityMapping> read(Select select) {
        Set<EntityMapping> read = new LinkedHashSet<>();
        resolver.entitiesNamed(select).forEach(type -> read.add(entities.of(type.entityClass())));
        return read;
    }

    Entities entities() {
        return entities;
    }

    StatementResolver resolver() {
        return resolver;
    }

    /** What is bound for the parameters. */
    @Nullable
    Object[] bound(List<Value> values) {
        @Nullable Object[] bound = new Object[values.size()];
        for (int i = 0; i < bound.length; i++) {
            bound[i] = resolver.bound(values.get(i));
        }
        return bound;
    }
}
