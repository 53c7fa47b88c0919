// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.StandardDdl;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** DDL as H2 has it: the standard's, which it changes tables in place by. Each statement commits. */
final class H2Ddl extends StandardDdl {
    private final H2Columns columns;

    H2Ddl(H2Dialect dialect) {
        this(dialect, new H2Columns(dialect));
    }

    private H2Ddl(H2Dialect dialect, H2Columns columns) {
        super(dialect, columns);
        this.columns = columns;
    }

    @Override
    public List<DdlStep> deleteAllRows(Schema schema) {
        return deleteTableByTable(schema);
    }

    @Override
    public List<DdlStep> renameTable(Table table, TableName to) {
        if (to.schema() != null && !to.schema().equals(table.name().schema())) {
            throw new UnsupportedFeatureException(
                    "way to move table \"" + table.name() + "\" to schema \"" + to.schema() + "\"",
                    dialect.name(),
                    "Create it there, copy its rows and drop it here.");
        }
        return super.renameTable(table, to);
    }

    /** A column becomes a computed one, and changes as such, by its whole definition. */
    @Override
    public List<DdlStep> alterColumn(Table before, Column from, Column to) {
        boolean defined = to.generation() instanceof Generation.Computed
                && !(to.generation().equals(from.generation()) && to.type().equals(from.type()));
        Column computed = from.withType(to.type())
                .withNullable(to.nullable())
                .withGeneration(to.generation())
                .withDefault(to.defaultValue())
                .withCollation(to.collation())
                .withComment(to.comment());
        return defined
                ? concat(definedAnew(before, to), super.alterColumn(before, computed, to))
                : super.alterColumn(before, from, to);
    }

    /** A column becomes an identity by its whole definition. It counts on from the rows that are there. */
    @Override
    protected List<DdlStep> addGeneration(Table before, Column from, Column to) {
        if (!(to.generation() instanceof Generation.Identity identity)) {
            return List.of();
        }
        if (from.generation() instanceof Generation.Identity old && old.start() == identity.start()) {
            return changes(before, from, old, identity);
        }
        boolean down = identity.increment() < 0;
        String last = (down ? "min(" : "max(") + dialect.quote(to.name()) + ")";
        return concat(
                definedAnew(before, to.withNullable(true)), // as it is not anyway
                alter(
                        before,
                        from,
                        // With a cache, what counts down from -1 cannot be restarted: its size overflows.
                        (down ? "set no cache " : "") + "restart with (select " + (down ? "least" : "greatest")
                                + "(coalesce(" + last + " + "
                                + identity.increment() + ", " + identity.start() + "), " + identity.start() + ") from "
                                + name(before.name()) + ")"));
    }

    private List<DdlStep> changes(Table before, Column column, Generation.Identity from, Generation.Identity to) {
        List<DdlStep> steps = new ArrayList<>();
        if (from.always() != to.always()) {
            steps.addAll(alter(before, column, "set generated " + (to.always() ? "always" : "by default")));
        }
        if (from.increment() != to.increment()) {
            steps.addAll(alter(before, column, "set increment by " + to.increment()));
        }
        return steps;
    }

    /** The comment would be lost. */
    private List<DdlStep> definedAnew(Table before, Column to) {
        String comment = to.comment() == null ? "" : " comment " + text(to.comment());
        return alter(before, to, columns.withoutName(before, to) + comment);
    }

    @Override
    public List<DdlStep> alterSequence(Sequence from, Sequence to) {
        if (!Objects.equals(from.type(), to.type())) {
            throw new UnsupportedFeatureException(
                    "way to change the type of a sequence (\"" + from.name() + "\")",
                    dialect.name(),
                    "Drop the sequence and create it anew.");
        }
        return super.alterSequence(from, to);
    }
}
