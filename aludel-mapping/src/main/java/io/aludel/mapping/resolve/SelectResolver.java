// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.resolve;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.EntitySource;
import io.aludel.core.expr.EntityValue;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.Join;
import io.aludel.core.expr.Logical;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.TableSource.DerivedTable;
import io.aludel.core.expr.TableSource.TableRef;
import io.aludel.core.query.QueryException;
import io.aludel.mapping.EntityType;
import io.aludel.mapping.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Resolves one select. Its clauses are read first, so that all joins are known; then the tables are written. */
final class SelectResolver {
    private final Model model;
    private final AliasNames names;
    private final @Nullable Scope outer;

    /**
     * Resolves selects in one place.
     *
     * @param outer the query whose tables they see; null where they see none
     */
    SelectResolver(Model model, AliasNames names, @Nullable Scope outer) {
        this.model = model;
        this.names = names;
        this.outer = outer;
    }

    /** A select whose rows are read: its entities come with all their columns. */
    ResolvedSelect outermost(Select select) {
        List<ResultSlot> slots = new ArrayList<>();
        Select resolved = resolve(select, slots);
        return new ResolvedSelect(resolved, slots);
    }

    /** A select within another statement: its entities are their identifiers. */
    Select nested(Select select) {
        return resolve(select, null);
    }

    private Select resolve(Select select, @Nullable List<ResultSlot> slots) {
        Scope scope = scope(select);
        ExpressionResolver expressions = new ExpressionResolver(model, scope);
        List<@Nullable Expression> conditions = conditions(select, scope, expressions);
        List<SelectItem> items = slots == null
                ? expressions.each(
                        select.items(), item -> new SelectItem(expressions.rewrite(item.expression()), item.alias()))
                : items(select, scope, expressions, slots);
        Select resolved = new Select(
                select.distinct(),
                items,
                null,
                List.of(),
                expressions.rewriteIfPresent(select.where()),
                expressions.rewrite(select.groupBy()),
                expressions.rewriteIfPresent(select.having()),
                expressions.each(select.orderBy(), expressions::order),
                expressions.rewriteIfPresent(select.limit()),
                expressions.rewriteIfPresent(select.offset()));
        if (select.from() != null) {
            resolved =
                    resolved.withFrom(table(select.from())).withJoins(joins(select, select.from(), scope, conditions));
        }
        Select answered = Groups.completed(resolved, model);
        AnswerRules.check(answered);
        return answered;
    }

    private Scope scope(Select select) {
        Scope scope = new Scope(model, names, outer, JoinedPaths.of(select, model));
        if (select.from() != null) {
            scope.add(select.from(), false);
        }
        select.joins().forEach(join -> scope.add(join.table(), join.kind() == Join.Kind.LEFT));
        return scope;
    }

    /** The condition of each join. */
    private static List<@Nullable Expression> conditions(Select select, Scope scope, ExpressionResolver expressions) {
        List<@Nullable Expression> conditions = new ArrayList<>();
        for (Join join : select.joins()) {
            scope.joinOnlyBefore(join.table());
            Expression condition = expressions.rewriteIfPresent(join.on());
            if (join.along() != null) {
                requireTarget(join);
                Expression along = scope.along(join.along(), join.table().alias());
                condition = condition == null ? along : Logical.of(Logical.Connective.AND, along, condition);
            }
            conditions.add(condition);
            scope.joinAnywhere();
        }
        return conditions;
    }

    private static void requireTarget(Join join) {
        Class<?> expected = Objects.requireNonNull(join.along()).entity();
        boolean fits = join.table() instanceof EntitySource joined
                && joined.root().entity().equals(expected);
        if (!fits) {
            throw new QueryException("The join along \"" + join.along().attribute() + "\" leads to "
                    + expected.getSimpleName() + ", but \"" + join.table().alias() + "\" is something else.");
        }
    }

    private List<SelectItem> items(Select select, Scope scope, ExpressionResolver expressions, List<ResultSlot> slots) {
        List<SelectItem> items = new ArrayList<>();
        for (SelectItem item : select.items()) {
            if (item.expression() instanceof EntityValue value) {
                EntityType<?> entity = model.entity(value.source().entity());
                String alias = scope.alias(value.source());
                slots.add(new ResultSlot.OfEntity(
                        entity, items.size(), entity.columns().size()));
                for (ColumnRef column : entity.columns()) {
                    items.add(SelectItem.of(Scope.qualified(alias, column)));
                }
            } else {
                Expression expression = expressions.rewrite(item.expression());
                slots.add(new ResultSlot.OfValue(expression.type(), items.size()));
                items.add(new SelectItem(expression, item.alias()));
            }
        }
        return items;
    }

    private List<Join> joins(Select select, TableSource from, Scope scope, List<@Nullable Expression> conditions) {
        List<Join> joins = new ArrayList<>(scope.walksFrom(from));
        for (int i = 0; i < select.joins().size(); i++) {
            Join join = select.joins().get(i);
            joins.add(new Join(join.kind(), table(join.table()), null, conditions.get(i)));
            joins.addAll(scope.walksFrom(join.table()));
        }
        return joins;
    }

    /** A subquery in {@code from} does not see its neighbours, only what this query sees from outside. */
    private TableSource table(TableSource source) {
        if (source instanceof EntitySource entity) {
            return new TableRef(model.entity(entity.root().entity()).table(), entity.alias());
        }
        if (source instanceof DerivedTable derived) {
            return new DerivedTable(nested(derived.select()), derived.alias());
        }
        return source;
    }
}
