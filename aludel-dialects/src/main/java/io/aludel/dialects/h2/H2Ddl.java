// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.StandardDdl;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** DDL as H2 has it: the standard's, which it changes tables in place by. Each statement commits. */
final class H2Ddl extends StandardDdl {
    private final H2Columns columns;

    H2Ddl(H2Dialect dialect) {
        this(dialect, new H2Columns(dialect));
    }

    private H2Ddl(H2Dialect dialect, H2Columns columns) {
        this(dialect, columns, new H2Constraints(dialect));
    }

    private H2Ddl(H2Dialect dialect, H2Columns columns, H2Constraints constraints) {
        super(dialect, columns, constraints, new H2Objects(dialect, columns, constraints));
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
        for (String change : columns.identityChanges(from, to)) {
            steps.addAll(alter(before, column, "set " + change));
        }
        return steps;
    }

    @Override
    protected Optional<BinaryOperator<String>> aroundDefaultSchema() {
        return Optional.of((before, after) -> "execute immediate " + text(before)
                + " || '\"' || replace(schema(), '\"', '\"\"') || '\"' || " + text(after));
    }

    /** A column takes the comment of its domain where it has none of its own; it is taken away again. */
    @Override
    protected List<DdlStep> comment(Table table, Column column) {
        return column.comment() == null && H2Columns.isOfDomain(column)
                ? sql("comment on column " + name(table.name()) + "." + dialect.quote(column.name()) + " is null")
                : super.comment(table, column);
    }

    /** An identity keeps the end of its former type, unless it is told to go as far as the new one does. */
    @Override
    protected List<DdlStep> alterType(Table before, Column from, Column to) {
        List<DdlStep> steps = super.alterType(before, from, to);
        if (from.generation() instanceof Generation.Identity
                && to.generation() instanceof Generation.Identity identity
                && isUsualEnd(identity.numbering())) {
            return concat(steps, alter(before, to, "set no " + (identity.increment() > 0 ? "maxvalue" : "minvalue")));
        }
        return H2Columns.isOfDomain(to) ? concat(steps, comment(before, to)) : steps;
    }

    private static boolean isUsualEnd(Numbering numbering) {
        return (numbering.increment() > 0 ? numbering.maximum() : numbering.minimum()) == null;
    }

    /** The comment would be lost. */
    private List<DdlStep> definedAnew(Table before, Column to) {
        String comment = to.comment() == null ? "" : " comment " + text(to.comment());
        return alter(before, to, columns.withoutName(before, to) + comment);
    }
}
