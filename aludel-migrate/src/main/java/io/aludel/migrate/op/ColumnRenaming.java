// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column under another name, wherever a schema speaks of it. */
record ColumnRenaming(TableName table, String from, String to) {
    Schema renamed(Schema schema) {
        return schema.withTables(schema.tables().stream()
                        .map(other -> targetsRenamed(other.name().equals(table) ? renamed(other) : other))
                        .toList())
                .withSequences(schema.sequences().stream().map(this::renamed).toList());
    }

    private Sequence renamed(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        return owner != null && owner.table().equals(table)
                ? sequence.withOwner(new Sequence.Owner(table, name(owner.column())))
                : sequence;
    }

    private Table renamed(Table table) {
        PrimaryKey key = table.primaryKey();
        return table.withoutConstraints()
                .withColumns(table.columns().stream().map(this::renamed).toList())
                .withPrimaryKey(
                        key == null
                                ? null
                                : key.withColumns(names(key.columns())).withInclude(names(key.include())))
                .withUniqueKeys(table.uniqueKeys().stream()
                        .map(unique ->
                                unique.withColumns(names(unique.columns())).withInclude(names(unique.include())))
                        .toList())
                .withForeignKeys(table.foreignKeys().stream()
                        .map(foreign -> foreign.withColumns(names(foreign.columns())))
                        .toList())
                .withChecks(table.checks().stream()
                        .map(check -> check.withCondition(renamed(check.condition())))
                        .toList())
                .withExclusions(table.exclusions().stream().map(this::renamed).toList())
                .withIndexes(table.indexes().stream().map(this::renamed).toList());
    }

    private Column renamed(Column column) {
        Column renamed = column.withName(name(column.name()));
        if (column.defaultValue() instanceof Default.Of given) {
            renamed = renamed.withDefault(new Default.Of(renamed(given.expression())));
        }
        if (column.generation() instanceof Generation.Computed computed) {
            renamed =
                    renamed.withGeneration(new Generation.Computed(renamed(computed.expression()), computed.stored()));
        }
        return renamed;
    }

    private Exclusion renamed(Exclusion exclusion) {
        @Nullable Expression predicate = exclusion.predicate();
        return new Exclusion(
                exclusion.name(),
                exclusion.method(),
                exclusion.elements().stream()
                        .map(element -> new Exclusion.Element(renamed(element.part()), element.operator()))
                        .toList(),
                predicate == null ? null : renamed(predicate),
                exclusion.deferral());
    }

    private Index renamed(Index index) {
        @Nullable Expression predicate = index.predicate();
        return index.withParts(index.parts().stream().map(this::renamed).toList())
                .withInclude(names(index.include()))
                .withPredicate(predicate == null ? null : renamed(predicate));
    }

    private Index.Part renamed(Index.Part part) {
        return part.withExpression(renamed(part.expression()));
    }

    private Table targetsRenamed(Table other) {
        return other.withForeignKeys(other.foreignKeys().stream()
                .map(key -> key.target().equals(table) ? key.withTarget(table, names(key.targetColumns())) : key)
                .toList());
    }

    private Expression renamed(Expression expression) {
        return new ColumnMapping(column -> new ColumnRef(column.qualifier(), name(column.column()), column.type()))
                .of(expression);
    }

    private List<String> names(List<String> columns) {
        return columns.stream().map(this::name).toList();
    }

    private String name(String column) {
        return column.equals(from) ? to : column;
    }
}
