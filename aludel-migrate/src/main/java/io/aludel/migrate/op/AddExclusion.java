// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;

/** Adds an exclusion constraint; the rows that are there are checked. */
public record AddExclusion(TableName table, Exclusion exclusion) implements Operation {
    public AddExclusion {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(exclusion, "exclusion");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        fit.isFree(found, "exclusion constraint", exclusion.name(), found.exclusions(), Exclusion::name);
        exclusion.elements().forEach(element -> fit.columnsOf(found, element.part()));
        return before.with(found.withExclusions(Fit.with(new ColumnTypes(found).typed(exclusion), found.exclusions())));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new DropExclusion(table, exclusion.name(), exclusion));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Table found = new Fit(this, before).table(table);
        return dialect.ddl().addExclusion(found, new ColumnTypes(found).typed(exclusion));
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "add exclusion constraint \"" + exclusion.name() + "\" to table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addExclusion(this);
    }
}
