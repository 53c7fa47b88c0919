// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.flush;

import io.aludel.core.expr.Assignment;
import io.aludel.core.expr.AttributeRef;
import io.aludel.core.expr.Delete;
import io.aludel.core.expr.EntityRef;
import io.aludel.core.expr.EntitySource;
import io.aludel.core.expr.EntityValue;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.Update;
import io.aludel.core.query.QueryException;
import io.aludel.core.schema.ForeignKey;
import io.aludel.engine.EngineConnection;
import io.aludel.mapping.resolve.ResolvedSelect;
import io.aludel.mapping.resolve.StatementResolver;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.entity.Inverse;
import io.aludel.orm.entity.ToOne;
import io.aludel.orm.load.Loader;
import io.aludel.orm.state.Entry;
import io.aludel.orm.state.PersistenceContext;
import io.aludel.orm.state.SessionConnection;
import io.aludel.orm.state.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes and deletes many rows by one statement, and keeps loaded objects in step. Which rows a condition holds for is the database's to say: where
 * objects of the entity are loaded, it is asked for their identifiers before the change, in the same transaction.
 */
public final class BulkChange {
    private final PersistenceContext context;
    private final SessionConnection connection;
    private final Loader loader;
    private final StatementResolver resolver;

    public BulkChange(PersistenceContext context, SessionConnection connection, Loader loader) {
        this.context = context;
        this.connection = connection;
        this.loader = loader;
        this.resolver = new StatementResolver(context.entities().model());
    }

    /** Executes it; changes have been flushed before. The number of rows changed. */
    public long execute(Update update) {
        EntityMapping mapping = mapping(update.table());
        List<Entry> concerned = loaded(mapping, update.table(), update.where());
        EngineConnection open = connection.get();
        long count = open.update(open.dialect().toSql(resolver.resolve(update)));
        loader.reread(concerned);
        for (Assignment assignment : update.assignments()) {
            for (ToOne toOne : mapping.toOnes()) {
                if (toOne.inverse() != null && sets(assignment, toOne)) {
                    forgetSides(toOne.inverse());
                }
            }
        }
        return count;
    }

    /** Executes it; changes have been flushed before. The number of rows deleted, those not counted that the database deletes with them. */
    public long execute(Delete delete) {
        EntityMapping mapping = mapping(delete.table());
        List<Entry> concerned = loaded(mapping, delete.table(), delete.where());
        EngineConnection open = connection.get();
        long count = open.update(open.dialect().toSql(resolver.resolve(delete)));
        concerned.forEach(this::gone);
        return count;
    }

    private EntityMapping mapping(TableSource table) {
        if (table instanceof EntitySource entity) {
            return context.entities().of(entity.root().entity());
        }
        throw new QueryException("A session changes and deletes rows of entities; \"" + table.alias() + "\" is none.");
    }

    /** The loaded objects that the condition holds for. */
    private List<Entry> loaded(EntityMapping mapping, TableSource table, @Nullable Expression where) {
        List<Entry> entries = context.entries(mapping);
        if (entries.isEmpty() || where == null) {
            return entries;
        }
        EntityRef root = ((EntitySource) table).root();
        Expression id =
                new AttributeRef(root, mapping.id().attribute(), mapping.id().type());
        Select select = Select.of(List.of(SelectItem.of(id))).withFrom(table).withWhere(where);
        ResolvedSelect resolved = resolver.resolve(select);
        EngineConnection open = connection.get();
        List<Entry> concerned = new ArrayList<>();
        for (Object found : open.list(
                open.dialect().toSql(resolved.statement()),
                List.of(mapping.id().type()),
                row -> Objects.requireNonNull(row.get(0)))) {
            Entry entry = context.find(mapping, found);
            if (entry != null) {
                concerned.add(entry);
            }
        }
        return concerned;
    }

    private static boolean sets(Assignment assignment, ToOne toOne) {
        Expression target = assignment.target();
        EntityRef source = target instanceof AttributeRef attribute
                ? attribute.source()
                : target instanceof EntityValue entity ? entity.source() : null;
        return source instanceof EntityRef.Association step && step.attribute().equals(toOne.name());
    }

    /** Rows have come to an owner, or moved from one to another: what was loaded of this side is loaded anew when it is touched. */
    void forgetSides(Inverse inverse) {
        for (Entry owner : context.entries(inverse.owner())) {
            if (owner.is(Status.MANAGED) && owner.elements(inverse) != null) {
                context.history().remember(owner);
                loader.unload(owner, inverse);
                if (!inverse.isCollection()) {
                    loader.load(owner, inverse);
                }
            }
        }
    }

    /** A row was deleted; the database has taken along, or cleared the keys of, what referred to it. */
    private void gone(Entry entry) {
        if (entry.is(Status.GONE)) {
            return;
        }
        for (ToOne toOne : entry.mapping().toOnes()) {
            leave(toOne, entry);
        }
        context.letGo(entry);
        for (ToOne toOne : entry.mapping().incoming()) {
            for (Entry child : context.entries(toOne.owner())) {
                if (!child.isUnloaded() && toOne.get(child.entity()) == entry.entity()) {
                    orphaned(toOne, child);
                }
            }
        }
    }

    private void orphaned(ToOne toOne, Entry child) {
        if (toOne.onDelete() == ForeignKey.Action.CASCADE) {
            gone(child);
        } else if (toOne.onDelete() == ForeignKey.Action.SET_NULL) {
            context.history().remember(child);
            toOne.set(child.entity(), null);
            child.target(toOne, null);
        }
    }

    private void leave(ToOne toOne, Entry entry) {
        Inverse inverse = toOne.inverse();
        Object target = entry.isUnloaded() ? null : toOne.get(entry.entity());
        Entry owner = target == null || inverse == null ? null : context.entry(target);
        if (owner != null && inverse != null && owner.elements(inverse) != null) {
            context.history().remember(owner);
            Sides.takeOut(inverse, owner, entry.entity());
            owner.elements(inverse, inverse.elements(owner.entity()));
        }
    }
}
