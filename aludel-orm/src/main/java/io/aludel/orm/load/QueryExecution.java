// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.load;

import io.aludel.core.query.Query;
import io.aludel.core.query.Selection;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.Rows;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.state.SessionConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Executes a session's queries. */
public final class QueryExecution {
    private final QueryPlans plans;
    private final SessionConnection connection;
    private final Loader loader;

    public QueryExecution(QueryPlans plans, SessionConnection connection, Loader loader) {
        this.plans = plans;
        this.connection = connection;
        this.loader = loader;
    }

    /** The query as it will be executed. Its values are looked at then: a flush may come before. */
    public <R extends @Nullable Object> Prepared<R> prepare(Query<R> query) {
        return new Prepared<>(query.selection(), plans.plan(query.statement()));
    }

    /** A query whose plan is known. */
    public final class Prepared<R extends @Nullable Object> {
        private final Selection<R> selection;
        private final QueryPlans.Planned planned;

        private Prepared(Selection<R> selection, QueryPlans.Planned planned) {
            this.selection = selection;
            this.planned = planned;
        }

        /** The entities whose rows the query depends on. */
        public Set<EntityMapping> read() {
            return planned.plan().read();
        }

        /** All results, in the order of the rows. Entities are the session's own objects; those that it has keep their values. */
        public List<R> list() {
            EngineConnection open = connection.get();
            QueryPlan.Statement statement = planned.plan().statement(plans, open);
            Results<R> made = new Results<>(selection, statement, loader);
            List<R> results = new ArrayList<>();
            try (Rows rows = open.query(statement.query(), plans.bound(planned.values()))) {
                while (rows.next()) {
                    results.add(made.of(rows));
                }
            }
            made.complete();
            return results;
        }

        /** Each result, in the order of the rows, some of them at a time: what comes along with entities is loaded for these together. */
        public void forEach(Consumer<? super R> each) {
            EngineConnection open = connection.get();
            QueryPlan.Statement statement = planned.plan().statement(plans, open);
            List<R> some = new ArrayList<>();
            try (Rows rows = open.stream(statement.query(), plans.bound(planned.values()))) {
                boolean more = true;
                while (more) {
                    Results<R> made = new Results<>(selection, statement, loader);
                    while (some.size() < Loader.CHUNK && (more = rows.next())) {
                        some.add(made.of(rows));
                    }
                    made.complete();
                    some.forEach(each);
                    some.clear();
                }
            }
        }
    }
}
