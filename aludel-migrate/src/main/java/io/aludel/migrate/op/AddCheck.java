// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;

/** Adds a check; the rows that are there are checked. */
public record AddCheck(TableName table, Check check) implements Operation {
    public AddCheck {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(check, "check");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        fit.isFree(found, "check", check.name(), found.checks(), Check::name);
        return fit.building(
                () -> before.with(found.withChecks(Fit.with(new ColumnTypes(found).typed(check), found.checks()))));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new DropCheck(table, check.name(), check));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Table found = new Fit(this, before).table(table);
        return dialect.ddl().addCheck(found, new ColumnTypes(found).typed(check));
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "add check \"" + check.name() + "\" to table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addCheck(this);
    }
}
