// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Creates an index.
 *
 * @param concurrently whether others go on writing to the table meanwhile, where the database can: then it is a step outside the transaction
 */
public record CreateIndex(TableName table, Index index, boolean concurrently) implements Operation {
    public CreateIndex {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(index, "index");
    }

    /** An index for which writers wait. */
    public CreateIndex(TableName table, Index index) {
        this(table, index, false);
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        fit.isFree(found, "index", index.name(), found.indexes(), Index::name);
        index.columnNames().forEach(column -> fit.column(found, column));
        index.include().forEach(column -> fit.column(found, column));
        return fit.building(
                () -> before.with(found.withIndexes(Fit.with(new ColumnTypes(found).typed(index), found.indexes()))));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new DropIndex(table, index.name(), index, concurrently));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Table found = new Fit(this, before).table(table);
        Index typed = new ColumnTypes(found).typed(index);
        return concurrently
                ? dialect.ddl().createIndexConcurrently(found, typed)
                : dialect.ddl().createIndex(found, typed);
    }

    /** Built while others write, it is there from the beginning, but invalid. */
    @Override
    public Optional<List<DdlStep>> clearance(Dialect dialect, Schema live) {
        return concurrently ? Optional.of(DropIndex.clearance(dialect, live, table, index.name())) : Optional.empty();
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "create index \"" + index.name() + "\" on table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createIndex(this);
    }
}
