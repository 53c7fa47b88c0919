// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.resolve;

import io.aludel.core.expr.Assignment;
import io.aludel.core.expr.AttributeRef;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Delete;
import io.aludel.core.expr.EntityRef;
import io.aludel.core.expr.EntitySource;
import io.aludel.core.expr.EntityValue;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.InSelect;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.TableSource.TableRef;
import io.aludel.core.expr.Update;
import io.aludel.core.expr.Value;
import io.aludel.core.query.QueryException;
import io.aludel.mapping.EntityType;
import io.aludel.mapping.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns statements over entities into statements over tables. Attributes become columns; walks along to-one associations become joins, each walk
 * once; entities become all their columns where they are selected, and their identifier elsewhere. Safe to share between threads.
 */
public final class StatementResolver {
    private final Model model;

    public StatementResolver(Model model) {
        this.model = Objects.requireNonNull(model, "model");
    }

    /**
     * The select over tables, and how its rows are read.
     *
     * @throws QueryException if the query uses a table that it does not have, or one alias for two of them, or compares with an entity that
     *     has no identifier yet
     */
    public ResolvedSelect resolve(Select select) {
        return new SelectResolver(model, AliasNames.of(select), null).outermost(select);
    }

    /**
     * The update of a table. Where the condition walks along associations, it is asked in a select of identifiers, as an update joins nothing.
     *
     * @throws QueryException as {@link #resolve(Select)}, and if it changes an identifier or an attribute that is not updatable
     */
    public Update resolve(Update update) {
        List<@Nullable Expression> all = new ArrayList<>();
        update.assignments().forEach(assignment -> all.add(assignment.value()));
        all.add(update.where());
        AliasNames names = AliasNames.of(update.table(), all);
        Scope scope = scope(update.table(), names);
        ExpressionResolver expressions = new ExpressionResolver(model, scope);
        List<Assignment> assignments = new ArrayList<>();
        for (Assignment assignment : update.assignments()) {
            assignments.add(new Assignment(target(assignment.target()), expressions.rewrite(assignment.value())));
        }
        if (!scope.walksFrom(update.table()).isEmpty()) {
            throw new QueryException(
                    "The update of \"" + update.table().alias()
                            + "\" sets a value that is reached along an association, which an update cannot join; give it by a subquery.");
        }
        return new Update(table(update.table()), assignments, where(update.table(), update.where(), names));
    }

    /** The deletion from a table; its condition as in {@link #resolve(Update)}. */
    public Delete resolve(Delete delete) {
        List<@Nullable Expression> all = new ArrayList<>();
        all.add(delete.where());
        AliasNames names = AliasNames.of(delete.table(), all);
        return new Delete(table(delete.table()), where(delete.table(), delete.where(), names));
    }

    /**
     * What is bound for a value: for an entity its identifier.
     *
     * @throws QueryException if it has none yet
     */
    public Object bound(Value value) {
        return value.isEntity() ? new Types(model).resolve(value).value() : value.value();
    }

    /** The entities that the select names anywhere, objects that it compares with included: what its result depends on. */
    public Set<EntityType<?>> entitiesNamed(Select select) {
        return EntitiesNamed.in(model, select);
    }

    private @Nullable Expression where(TableSource table, @Nullable Expression where, AliasNames names) {
        if (where == null) {
            return null;
        }
        Scope scope = scope(table, names.copy());
        Expression resolved = new ExpressionResolver(model, scope).rewrite(where);
        if (scope.walksFrom(table).isEmpty()) {
            return resolved;
        }
        return amongMatching((EntitySource) table, where, names);
    }

    /** {@code id in (select id from the same table, joined as the condition needs it)}. */
    private Expression amongMatching(EntitySource table, Expression where, AliasNames names) {
        EntityType<?> entity = model.entity(table.root().entity());
        String alias = names.numbered(table.alias() + "_matching");
        Scope scope = new Scope(model, names, null, Set.of());
        scope.add(table, alias, false);
        Expression condition = new ExpressionResolver(model, scope).rewrite(where);
        Select matching = Select.of(List.of(SelectItem.of(Scope.qualified(alias, entity.idColumn()))))
                .withFrom(new TableRef(entity.table(), alias))
                .withJoins(scope.walksFrom(table))
                .withWhere(condition);
        return new InSelect(Scope.qualified(table.alias(), entity.idColumn()), matching);
    }

    private Scope scope(TableSource table, AliasNames names) {
        Scope scope = new Scope(model, names, null, Set.of());
        scope.add(table, false);
        return scope;
    }

    private TableSource table(TableSource source) {
        return source instanceof EntitySource entity
                ? new TableRef(model.entity(entity.root().entity()).table(), entity.alias())
                : source;
    }

    /** The column that is set: an attribute's, or the key of a to-one association. */
    private Expression target(Expression target) {
        if (target instanceof AttributeRef attribute) {
            EntityRef source = attribute.source();
            EntityType<?> entity = model.entity(source.entity());
            int number = Types.attributeNumber(entity, attribute.attribute());
            if (source instanceof EntityRef.Association step && number == entity.idAttribute()) {
                return key(step);
            }
            if (source instanceof EntityRef.Root) {
                return own(entity, number);
            }
        } else if (target instanceof EntityValue value && value.source() instanceof EntityRef.Association step) {
            return key(step);
        } else if (target instanceof ColumnRef) {
            return target;
        }
        throw new QueryException(
                "An update sets attributes of the entity that it updates, not of others; this is none: " + target
                        + ".");
    }

    private static ColumnRef own(EntityType<?> entity, int number) {
        String name = entity.model().attributes().get(number).name();
        if (number == entity.idAttribute()) {
            throw new QueryException("The update sets the identifier " + entity.name() + "." + name
                    + ", which never changes; insert a new row and delete the old one.");
        }
        if (!entity.model().attributes().get(number).updatable()) {
            throw new QueryException("The update sets " + entity.name() + "." + name
                    + ", which its mapping says is not updatable; take it out, or remove updatable = false.");
        }
        return entity.column(number);
    }

    private ColumnRef key(EntityRef.Association step) {
        EntityType<?> parent = model.entity(step.parent().entity());
        return parent.model()
                .association(step.attribute())
                .filter(association ->
                        association.isOwner() && step.parent() instanceof EntityRef.Root && !step.reverse())
                .map(association -> parent.columns(association).get(0))
                .orElseThrow(() -> new QueryException("An update sets attributes of the entity that it updates; "
                        + parent.name() + "." + step.attribute() + " has no column in its table."));
    }
}
