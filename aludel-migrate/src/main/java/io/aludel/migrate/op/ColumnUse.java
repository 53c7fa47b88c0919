// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Who else needs a column. Raw SQL is not looked into: there the database has the last word. */
record ColumnUse(Schema schema, TableName table, String column) {
    /** The first one found, for people: {@code index "ix_users_name"}. */
    Optional<String> first() {
        return schema.table(table).flatMap(this::within).or(this::fromOutside);
    }

    private Optional<String> within(Table owner) {
        PrimaryKey primaryKey = owner.primaryKey();
        if (primaryKey != null
                && (primaryKey.columns().contains(column)
                        || primaryKey.include().contains(column))) {
            return named("primary key", primaryKey.name());
        }
        for (UniqueKey key : owner.uniqueKeys()) {
            if (key.columns().contains(column) || key.include().contains(column)) {
                return named("unique constraint", key.name());
            }
        }
        for (ForeignKey key : owner.foreignKeys()) {
            if (key.columns().contains(column)) {
                return named("foreign key", key.name());
            }
        }
        for (Index index : owner.indexes()) {
            if (index.parts().stream().anyMatch(part -> mentions(part.expression()))
                    || index.include().contains(column)
                    || index.predicate() != null && mentions(index.predicate())) {
                return named("index", index.name());
            }
        }
        for (Exclusion exclusion : owner.exclusions()) {
            if (exclusion.elements().stream()
                            .anyMatch(element -> mentions(element.part().expression()))
                    || exclusion.predicate() != null && mentions(exclusion.predicate())) {
                return named("exclusion constraint", exclusion.name());
            }
        }
        for (Check check : owner.checks()) {
            if (mentions(check.condition())) {
                return named("check", check.name());
            }
        }
        for (Column other : owner.columns()) {
            if (other.generation() instanceof Generation.Computed computed && mentions(computed.expression())) {
                return named("computed column", other.name());
            }
        }
        return Optional.empty();
    }

    private Optional<String> fromOutside() {
        for (Table other : schema.tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                if (key.target().equals(table) && key.targetColumns().contains(column)) {
                    return named("foreign key", key.name()).map(text -> text + " of table \"" + other.name() + "\"");
                }
            }
        }
        return Optional.empty();
    }

    private boolean mentions(Expression expression) {
        AtomicBoolean found = new AtomicBoolean();
        new ColumnMapping(reference -> {
                    if (reference.column().equals(column)) {
                        found.set(true);
                    }
                    return reference;
                })
                .of(expression);
        return found.get();
    }

    private static Optional<String> named(String kind, String name) {
        return Optional.of(kind + " \"" + name + "\"");
    }
}
