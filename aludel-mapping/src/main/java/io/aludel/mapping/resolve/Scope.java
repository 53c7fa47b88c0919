// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.resolve;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.EntityRef;
import io.aludel.core.expr.EntitySource;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.Join;
import io.aludel.core.expr.TableSource;
import io.aludel.core.query.QueryException;
import io.aludel.mapping.EntityType;
import io.aludel.mapping.Model;
import io.aludel.mapping.model.AssociationModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one query: those it names, and those that its walks along associations need. A walk is joined right behind the table it begins at, once, in the
 * query that has that table; so every later condition may use it. One thread at a time.
 */
final class Scope {
    /** A table that the query names, and the joins of the walks that begin at it. */
    private record Place(TableSource source, String alias, boolean left, int index, List<Join> walks) {}

    /** A walk's end. */
    private record Step(String alias, boolean left) {}

    private static final int ANYWHERE = Integer.MAX_VALUE;

    private final Model model;
    private final AliasNames names;
    private final @Nullable Scope outer;
    private final Set<EntityRef.Association> joinedAnyway;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<EntityRef.Association, Step> steps = new HashMap<>();
    private int joinable = ANYWHERE;

    /**
     * A query without tables.
     *
     * @param outer the query that it is correlated with; null where there is none
     * @param joinedAnyway walks whose identifier is read from the joined table
     */
    Scope(Model model, AliasNames names, @Nullable Scope outer, Set<EntityRef.Association> joinedAnyway) {
        this.model = model;
        this.names = names;
        this.outer = outer;
        this.joinedAnyway = joinedAnyway;
    }

    AliasNames names() {
        return names;
    }

    void add(TableSource source, boolean left) {
        add(source, source.alias(), left);
    }

    /** Adds a table that the statement calls otherwise than the query does. */
    void add(TableSource source, String alias, boolean left) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.places.containsKey(source.alias())) {
                throw new QueryException("Two tables are called \"" + source.alias() + "\""
                        + (scope == this ? " in one query" : ", one in a query, the other in a subquery of it")
                        + "; give one of them an alias of its own" + ownAlias(source) + ".");
            }
        }
        places.put(source.alias(), new Place(source, alias, left, places.size(), new ArrayList<>()));
    }

    private static String ownAlias(TableSource source) {
        return source instanceof EntitySource entity
                ? ": new Q" + entity.root().entity().getSimpleName() + "(\"" + source.alias() + "2\")"
                : "";
    }

    /** Until {@link #joinAnywhere}: conditions of this table's join are read, before which no walk can be joined that begins at it or later. */
    void joinOnlyBefore(TableSource source) {
        joinable = place(source).index;
    }

    void joinAnywhere() {
        joinable = ANYWHERE;
    }

    /** The joins of the walks that begin at this table, in the order in which they can be written. */
    List<Join> walksFrom(TableSource source) {
        return place(source).walks;
    }

    private Place place(TableSource source) {
        Place place = places.get(source.alias());
        if (place == null) {
            throw new IllegalStateException(source.alias());
        }
        return place;
    }

    /** What columns of a table or subquery that is named directly are qualified with. */
    String qualifier(String alias) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Place place = scope.places.get(alias);
            if (place != null) {
                return scope.seen(place).alias;
            }
        }
        throw new QueryException(
                "The query uses \"" + alias + "\", which is none of its tables; add it by from(…) or join(…).");
    }

    /** What columns of this entity are qualified with; its walk is joined if need be. */
    String alias(EntityRef ref) {
        Scope owner = owner(ref.root());
        return ref instanceof EntityRef.Association walk ? owner.step(walk).alias : owner.root(ref.root()).alias;
    }

    /** The identifier of this entity, from the foreign key where no join is needed for anything else. */
    ColumnRef identifier(EntityRef ref) {
        EntityType<?> entity = model.entity(ref.entity());
        if (ref instanceof EntityRef.Association walk
                && !owner(ref.root()).joinedAnyway.contains(walk)) {
            AssociationModel association = association(walk);
            if (association.isOwner()) {
                ColumnRef key = model.entity(walk.parent().entity())
                        .columns(association)
                        .get(0);
                return new ColumnRef(alias(walk.parent()), key.column(), key.type());
            }
        }
        return qualified(alias(ref), entity.idColumn());
    }

    static ColumnRef qualified(String alias, ColumnRef column) {
        return new ColumnRef(alias, column.column(), column.type());
    }

    private Scope owner(EntityRef.Root root) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Place place = scope.places.get(root.alias());
            if (place != null) {
                if (place.source instanceof EntitySource entity && entity.root().equals(root)) {
                    return scope;
                }
                throw new QueryException("The alias \"" + root.alias()
                        + "\" is used for two different tables; the query has it for "
                        + place.source + ", an expression for " + root.entity().getSimpleName()
                        + ". Give one of them another alias.");
            }
        }
        throw new QueryException("The query uses " + root.entity().getSimpleName() + " \"" + root.alias()
                + "\", which is none of its tables; add it: from(" + root.alias() + ") or join(…, " + root.alias()
                + ").");
    }

    private Place root(EntityRef.Root root) {
        return seen(place(new EntitySource(root)));
    }

    /** A join's condition sees its own table and those before it. */
    private Place seen(Place place) {
        if (joinable != ANYWHERE && place.index > joinable) {
            throw new QueryException("The condition of a join uses \"" + place.source.alias()
                    + "\", which is joined later; join it before.");
        }
        return place;
    }

    private Step step(EntityRef.Association walk) {
        Place start = root(walk.root());
        if (start.index >= joinable) {
            throw new QueryException("The condition of the join with \"" + start.source.alias() + "\" walks along "
                    + path(walk) + ", which would have to be joined before it. Join " + path(walk)
                    + " by itself, or move the condition to where(…).");
        }
        Step known = steps.get(walk);
        if (known != null) {
            return known;
        }
        AssociationModel association = association(walk);
        boolean parentLeft;
        String parentAlias;
        if (walk.parent() instanceof EntityRef.Association before) {
            Step parent = step(before);
            parentLeft = parent.left;
            parentAlias = parent.alias;
        } else {
            parentLeft = start.left;
            parentAlias = start.alias;
        }
        boolean left = parentLeft || association.optional() || !association.isOwner();
        Step step = new Step(names.forPath(walk), left);
        EntityType<?> target = model.entity(walk.entity());
        start.walks.add(Join.on(
                left ? Join.Kind.LEFT : Join.Kind.INNER,
                new TableSource.TableRef(target.table(), step.alias),
                together(model.entity(walk.parent().entity()), parentAlias, association, step.alias)));
        steps.put(walk, step);
        return step;
    }

    /** The to-one association of a walk's last step. */
    private AssociationModel association(EntityRef.Association walk) {
        AssociationModel association = declared(model.entity(walk.parent().entity()), walk.attribute());
        if (walk.reverse() || !association.isToOne()) {
            throw new QueryException(
                    path(walk) + " leads to many rows, so it has no value of its own; join it under an alias: join("
                            + path(walk) + "(), …).");
        }
        return association;
    }

    /** The condition of a join along an association, between an entity that is there and the one that is joined. */
    Expression along(EntityRef.Association walk, String joinedAlias) {
        String alias = alias(walk.parent());
        EntityType<?> parent = model.entity(walk.parent().entity());
        EntityType<?> joined = model.entity(walk.entity());
        if (walk.reverse()) {
            return together(joined, joinedAlias, declared(joined, walk.attribute()), alias);
        }
        return together(parent, alias, declared(parent, walk.attribute()), joinedAlias);
    }

    private static AssociationModel declared(EntityType<?> entity, String attribute) {
        return entity.model()
                .association(attribute)
                .orElseThrow(() -> new QueryException("Entity " + entity.name() + " has no association \"" + attribute
                        + "\". If the class has changed, compile its Q class again."));
    }

    /** Key equals identifier, whichever side has the key. */
    private static Expression together(
            EntityType<?> declaring, String alias, AssociationModel association, String targetAlias) {
        EntityType<?> target = declaring.target(association);
        if (association.isOwner()) {
            return equal(
                    qualified(alias, declaring.columns(association).get(0)), qualified(targetAlias, target.idColumn()));
        }
        AssociationModel key = declaring.inverse(association).orElseThrow();
        return equal(qualified(targetAlias, target.columns(key).get(0)), qualified(alias, declaring.idColumn()));
    }

    private static Expression equal(ColumnRef key, ColumnRef identifier) {
        return new Comparison(Comparison.Operator.EQ, key, identifier);
    }

    private static String path(EntityRef ref) {
        return ref instanceof EntityRef.Association walk
                ? path(walk.parent()) + "." + walk.attribute()
                : ref.root().alias();
    }
}
