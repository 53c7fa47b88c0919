// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;

/**
 * Renames the primary key, or a unique, foreign, check or exclusion constraint: whichever has the name. A database that gives primary keys no names
 * has nothing to do there.
 */
public record RenameConstraint(TableName table, String from, String to) implements Operation {
    public RenameConstraint {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public Schema applyTo(Schema before) {
        return before.with(renamed(before));
    }

    private Table renamed(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        ConstraintNaming naming = new ConstraintNaming(found);
        if (!naming.isNameOfUnnamedKey(from)) {
            fit.named(found, "constraint", from, naming.names(), name -> name);
        }
        fit.isFree(found, "constraint", to, naming.names(), name -> name);
        return naming.renamed(from, to);
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new RenameConstraint(table, to, from));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Table after = renamed(before);
        return dialect.ddl().renameConstraint(new Fit(this, before).table(table), after, from, to);
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "rename constraint \"" + from + "\" of table \"" + table + "\" to \"" + to + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameConstraint(this);
    }
}
