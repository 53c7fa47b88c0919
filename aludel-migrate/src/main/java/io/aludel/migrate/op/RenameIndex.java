// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import java.util.List;
import java.util.Objects;

/** Renames an index. */
public record RenameIndex(TableName table, String from, String to) implements Operation {
    public RenameIndex {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        if (isKey(found)) {
            return before.with(found.withUniqueKeys(
                    ConstraintNaming.renamed(found.uniqueKeys(), UniqueKey::name, UniqueKey::withName, from, to)));
        }
        fit.named(found, "index", from, found.indexes(), Index::name);
        fit.isFree(found, "index", to, found.indexes(), Index::name);
        return before.with(
                found.withIndexes(ConstraintNaming.renamed(found.indexes(), Index::name, Index::withName, from, to)));
    }

    /** Whether it is read back as a unique constraint, by a database that knows no difference. */
    private boolean isKey(Table found) {
        return Fit.find(from, found.indexes(), Index::name).isEmpty()
                && Fit.find(from, found.uniqueKeys(), UniqueKey::name).isPresent();
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new RenameIndex(table, to, from));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        if (!isKey(found)) {
            return dialect.ddl().renameIndex(found, fit.named(found, "index", from, found.indexes(), Index::name), to);
        }
        if (dialect.capabilities().has(Feature.UNIQUE_INDEXES)) {
            throw fit.refuse("it is a unique constraint. Rename it by renameConstraint.");
        }
        return dialect.ddl().renameConstraint(found, new ConstraintNaming(found).renamed(from, to), from, to);
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "rename index \"" + from + "\" of table \"" + table + "\" to \"" + to + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameIndex(this);
    }
}
