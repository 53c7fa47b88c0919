// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.type.ArrayType;
import io.aludel.core.type.NamedEnum;
import io.aludel.core.type.SqlType;
import io.aludel.mapping.FormerNames;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The schema that the connection is in, which a model may name or not: what lives there has no schema in its name, as in what is read from the database.
 *
 * @param name as the database says it
 */
public record DefaultSchema(String name) {
    /**
     * The same without the name of the default schema.
     *
     * @throws io.aludel.core.schema.SchemaException if two tables are then one
     */
    public Schema leftOut(Schema model) {
        if (!model.schemaNames().contains(name)) {
            return model;
        }
        Schema unnamed = Schema.EMPTY
                .withTables(model.tables().stream().map(this::leftOut).toList())
                .withSequences(model.sequences().stream().map(this::leftOut).toList())
                .withEnumTypes(model.enumTypes().stream()
                        .map(type -> new EnumType(leftOut(type.name()), type.values(), type.comment()))
                        .toList())
                .withDomains(model.domains())
                .withViews(model.views())
                .withRoutines(model.routines())
                .withTriggers(model.triggers())
                .withUnreadable(model.unreadable());
        return unnamed.withSchemaNames(model.schemaNames().stream()
                .filter(other -> !other.equals(name))
                .toList());
    }

    public FormerNames leftOut(FormerNames former) {
        return new FormerNames(
                former.tables().stream()
                        .map(one -> new FormerNames.OfTable(leftOut(one.table()), one.formerName()))
                        .toList(),
                former.columns().stream()
                        .map(one -> new FormerNames.OfColumn(leftOut(one.table()), one.column(), one.formerName()))
                        .toList());
    }

    public Set<TableName> leftOut(Set<TableName> tables) {
        return tables.stream().map(this::leftOut).collect(Collectors.toSet());
    }

    private TableName leftOut(TableName table) {
        return name.equals(table.schema()) ? TableName.of(table.name()) : table;
    }

    private Table leftOut(Table table) {
        return table.withName(leftOut(table.name()))
                .withColumns(table.columns().stream().map(this::leftOut).toList())
                .withForeignKeys(table.foreignKeys().stream().map(this::leftOut).toList());
    }

    private ForeignKey leftOut(ForeignKey key) {
        return key.withTarget(leftOut(key.target()), key.targetColumns());
    }

    private Column leftOut(Column column) {
        return column.withType(leftOut(column.type()));
    }

    private SqlType leftOut(SqlType type) {
        if (type instanceof ArrayType array) {
            return new ArrayType(leftOut(array.element()));
        }
        return type instanceof NamedEnum named && name.equals(named.schema())
                ? new NamedEnum(null, named.name(), named.labels())
                : type;
    }

    private Sequence leftOut(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        return sequence.withName(leftOut(sequence.name()))
                .withOwner(owner == null ? null : new Sequence.Owner(leftOut(owner.table()), owner.column()));
    }
}
