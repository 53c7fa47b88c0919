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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drops an index.
 *
 * @param former what it was; null where nobody said
 * @param concurrently whether others go on writing to the table meanwhile, where the database can: then it is a step outside the transaction
 */
public record DropIndex(
        TableName table, String name, @Nullable Index former, boolean concurrently) implements Operation {
    public DropIndex {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(name, "name");
    }

    /** One for which writers wait. */
    public DropIndex(TableName table, String name, @Nullable Index former) {
        this(table, name, former, false);
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        if (key(found).isPresent()) {
            return before.with(found.withUniqueKeys(Fit.without(name, found.uniqueKeys(), UniqueKey::name)));
        }
        fit.named(found, "index", name, found.indexes(), Index::name);
        return before.with(found.withIndexes(Fit.without(name, found.indexes(), Index::name)));
    }

    /** What a unique index is read back as where the database knows no difference. */
    private Optional<UniqueKey> key(Table found) {
        return Fit.find(name, found.indexes(), Index::name).isPresent()
                ? Optional.empty()
                : Fit.find(name, found.uniqueKeys(), UniqueKey::name);
    }

    @Override
    public Reversal reverse() {
        return former == null
                ? Reversal.formerUnknown(this)
                : new Reversal.By(new CreateIndex(table, former, concurrently));
    }

    @Override
    public Operation withFormer(Schema before) {
        return new DropIndex(
                table,
                name,
                before.table(table)
                        .flatMap(found -> Fit.find(name, found.indexes(), Index::name)
                                .or(() -> key(found).map(DropIndex::unique)))
                        .orElse(former),
                concurrently);
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        Optional<UniqueKey> key = key(found);
        if (key.isPresent()) {
            if (dialect.capabilities().has(Feature.UNIQUE_INDEXES)) {
                throw fit.refuse("it is a unique constraint. Drop it by dropUnique.");
            }
            return dialect.ddl().dropUniqueKey(found, key.get());
        }
        Index index = fit.named(found, "index", name, found.indexes(), Index::name);
        return concurrently
                ? dialect.ddl().dropIndexConcurrently(found, index)
                : dialect.ddl().dropIndex(found, index);
    }

    /** Dropped while others write, it is there to the end, but invalid. */
    @Override
    public Optional<List<DdlStep>> clearance(Dialect dialect, Schema live) {
        return concurrently ? Optional.of(clearance(dialect, live, table, name)) : Optional.empty();
    }

    /** Of a valid index nothing is to be cleared away. */
    static List<DdlStep> clearance(Dialect dialect, Schema live, TableName table, String name) {
        Table found = live.table(table).orElse(null);
        boolean isNone = found == null
                || Fit.find(name, found.indexes(), Index::name).isPresent()
                || Fit.find(name, found.uniqueKeys(), UniqueKey::name).isPresent();
        return isNone
                ? List.of()
                : dialect.ddl()
                        .clearIndex(found, Index.of(name, found.columns().get(0).name()));
    }

    private static Index unique(UniqueKey key) {
        return Index.unique(key.name(), key.columns().toArray(String[]::new));
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "drop index \"" + name + "\" of table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropIndex(this);
    }
}
