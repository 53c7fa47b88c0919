// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column under another name, wherever a schema speaks of it. */
record ColumnRenaming(TableName table, String from, String to) {
    Schema renamed(Schema schema) {
        return new Schema(
                schema.tables().stream()
                        .map(other -> targetsRenamed(other.name().equals(table) ? renamed(other) : other))
                        .toList(),
                schema.sequences());
    }

    private Table renamed(Table table) {
        PrimaryKey key = table.primaryKey();
        return new Table(
                table.name(),
                table.columns().stream().map(this::renamed).toList(),
                key == null ? null : new PrimaryKey(key.name(), names(key.columns())),
                table.uniqueKeys().stream()
                        .map(unique -> new UniqueKey(unique.name(), names(unique.columns())))
                        .toList(),
                table.foreignKeys().stream().map(this::renamed).toList(),
                table.checks().stream()
                        .map(check -> new Check(check.name(), renamed(check.condition())))
                        .toList(),
                table.indexes().stream().map(this::renamed).toList(),
                table.options(),
                table.comment());
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

    private ForeignKey renamed(ForeignKey key) {
        return new ForeignKey(
                key.name(),
                names(key.columns()),
                key.target(),
                key.targetColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.deferrable(),
                key.initiallyDeferred());
    }

    private Index renamed(Index index) {
        List<Index.Part> parts = index.parts().stream()
                .map(part -> new Index.Part(renamed(part.expression()), part.descending()))
                .toList();
        @Nullable Expression predicate = index.predicate();
        return new Index(index.name(), parts, index.unique(), predicate == null ? null : renamed(predicate));
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
