// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Makes a foreign key or check that was added without a look at the rows hold for all of them, or lets it be as before; on databases that have such
 * constraints.
 *
 * @param validated whether it holds for all rows afterwards
 * @param outsideTransaction whether it is executed by itself, so that what was locked before is free again while the rows are read
 */
public record ValidateConstraint(TableName table, String name, boolean validated, boolean outsideTransaction)
        implements Operation {
    public ValidateConstraint {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(name, "name");
    }

    /** One that belongs to its revision's transaction. */
    public ValidateConstraint(TableName table, String name, boolean validated) {
        this(table, name, validated, false);
    }

    @Override
    public Schema applyTo(Schema before) {
        return before.with(changed(before));
    }

    private Table changed(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        List<String> names = Stream.concat(
                        found.foreignKeys().stream().map(ForeignKey::name),
                        found.checks().stream().map(Check::name))
                .toList();
        fit.named(found, "foreign key or check", name, names, one -> one);
        return found.withForeignKeys(found.foreignKeys().stream()
                        .map(key -> key.name().equals(name) ? key.withValidated(validated) : key)
                        .toList())
                .withChecks(found.checks().stream()
                        .map(check -> check.name().equals(name) ? check.withValidated(validated) : check)
                        .toList());
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new ValidateConstraint(table, name, !validated));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        List<DdlStep> steps =
                dialect.ddl().validateConstraint(new Fit(this, before).table(table), changed(before), name);
        return outsideTransaction
                ? steps.stream().map(ValidateConstraint::byItself).toList()
                : steps;
    }

    private static DdlStep byItself(DdlStep step) {
        return step instanceof DdlStep.Sql sql ? new DdlStep.Sql(sql.sql(), true) : step;
    }

    /** Elsewhere every constraint holds for all rows, so that there is nothing to do. */
    @Override
    public boolean isFor(Dialect dialect) {
        return dialect.capabilities().has(Feature.UNVALIDATED_CONSTRAINTS);
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return (validated ? "validate" : "invalidate") + " constraint \"" + name + "\" of table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.validateConstraint(this);
    }
}
