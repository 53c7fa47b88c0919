// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.flush;

import io.aludel.mapping.model.IdGeneration;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.entity.MappedColumn;
import io.aludel.orm.entity.ToOne;
import io.aludel.orm.error.UnflushableException;
import io.aludel.orm.state.Entry;
import io.aludel.orm.state.PersistenceContext;
import io.aludel.orm.state.Status;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What can be said of objects before anything is sent to the database. */
final class Checks {
    private final PersistenceContext context;

    Checks(PersistenceContext context) {
        this.context = context;
    }

    void inserted(Entry entry) {
        EntityMapping mapping = entry.mapping();
        if (mapping.idGeneration() instanceof IdGeneration.Assigned && mapping.idOf(entry.entity()) == null) {
            throw new UnflushableException(mapping.name() + "." + mapping.id().attribute()
                    + " is null: this identifier is assigned by the program; set it, or let it be generated with"
                    + " @GeneratedValue.");
        }
        int id = mapping.id().member();
        int version = mapping.version() == null ? -1 : mapping.version().member();
        for (MappedColumn attribute : mapping.attributes()) {
            boolean given = attribute.member() == id || attribute.member() == version;
            if (!given && attribute.insertable()) {
                notNull(entry, attribute, mapping.access().get(entry.entity(), attribute.member()));
            }
            if (attribute.insertable()) {
                fits(entry, attribute, mapping.access().get(entry.entity(), attribute.member()));
            }
        }
        for (ToOne toOne : mapping.toOnes()) {
            target(entry, toOne);
        }
    }

    void updated(Entry entry, BitSet changed) {
        EntityMapping mapping = entry.mapping();
        for (MappedColumn attribute : mapping.attributes()) {
            if (changed.get(attribute.member())) {
                attribute(entry, attribute);
            }
        }
        for (ToOne toOne : mapping.toOnes()) {
            if (changed.get(toOne.column().member())) {
                updatable(entry, toOne.column());
                target(entry, toOne);
            }
        }
    }

    private void attribute(Entry entry, MappedColumn attribute) {
        EntityMapping mapping = entry.mapping();
        Object now = mapping.access().get(entry.entity(), attribute.member());
        if (attribute.equals(mapping.id())) {
            throw new UnflushableException("The identifier of " + entry + " was changed to " + now
                    + "; a row keeps its identifier. Set it back, or persist a new object and remove this one.");
        }
        if (attribute.equals(mapping.version())) {
            throw new UnflushableException("The version " + mapping.name() + "." + attribute.attribute() + " of "
                    + entry + " was set by the program; only the session counts it. Set it back.");
        }
        updatable(entry, attribute);
        notNull(entry, attribute, now);
        fits(entry, attribute, now);
    }

    private void updatable(Entry entry, MappedColumn column) {
        if (!column.updatable()) {
            throw new UnflushableException(entry.mapping().name() + "." + column.attribute() + " of " + entry
                    + " was changed, but it is mapped with updatable = false; set it back, or map it as updatable.");
        }
    }

    private void notNull(Entry entry, MappedColumn attribute, @Nullable Object value) {
        if (value == null && !attribute.nullable()) {
            throw new UnflushableException(entry.mapping().name() + "." + attribute.attribute() + " of " + entry
                    + " is null, but its column \"" + attribute.name() + "\" takes no null; set it.");
        }
    }

    private void fits(Entry entry, MappedColumn attribute, @Nullable Object value) {
        String misfit = Fit.misfit(attribute, value);
        if (misfit != null) {
            throw new UnflushableException(entry.mapping().name() + "." + attribute.attribute() + " of " + entry + " "
                    + misfit + "; shorten the value, or widen the column in the mapping and migrate.");
        }
    }

    private void target(Entry entry, ToOne toOne) {
        Object target = toOne.get(entry.entity());
        if (target == null) {
            if (!toOne.isNullable()) {
                throw new UnflushableException(toOne.path() + " of " + entry + " is null, but every "
                        + toOne.owner().name() + " needs one; set it.");
            }
            return;
        }
        Entry known = context.entry(target);
        if (known == null) {
            throw new UnflushableException(
                    Sides.unknown(toOne.path(), entry, toOne.target().name()));
        }
        if (known.is(Status.REMOVED)) {
            throw new UnflushableException(toOne.path() + " of " + entry + " refers to " + known
                    + ", which is being removed; refer to another, or keep it.");
        }
    }
}
