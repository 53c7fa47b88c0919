// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.name.NamingConvention;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.type.ArrayType;
import io.aludel.core.type.NamedEnum;
import io.aludel.core.type.SqlType;
import io.aludel.mapping.model.AssociationModel;
import io.aludel.mapping.model.EntityModel;
import io.aludel.mapping.model.IdGeneration;
import io.aludel.mapping.model.JoinColumnModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the schema that holds entities. Their models have no mistakes, and every target is among them. */
public final class SchemaBuilder {
    private final NamingConvention constraints;

    public SchemaBuilder(NamingConvention constraints) {
        this.constraints = Objects.requireNonNull(constraints, "constraints");
    }

    public Schema build(Collection<EntityModel> entities) {
        Map<String, EntityModel> byClass =
                entities.stream().collect(Collectors.toMap(EntityModel::className, Function.identity()));
        List<Table> tables = new ArrayList<>();
        Map<TableName, Sequence> sequences = new LinkedHashMap<>();
        for (EntityModel entity : entities) {
            tables.add(table(entity, byClass));
            if (entity.idGeneration() instanceof IdGeneration.FromSequence from) {
                sequences.putIfAbsent(from.sequence().name(), from.sequence());
            }
        }
        return Schema.of(tables, sequences.values()).withEnumTypes(enumTypes(tables));
    }

    /** The named types that columns have; two lists of one name are a mistake, which the schema refuses. */
    private static Set<EnumType> enumTypes(List<Table> tables) {
        Set<EnumType> types = new LinkedHashSet<>();
        for (Table table : tables) {
            for (Column column : table.columns()) {
                SqlType type = column.type() instanceof ArrayType array ? array.element() : column.type();
                if (type instanceof NamedEnum named) {
                    types.add(new EnumType(TableName.of(named.schema(), named.name()), named.labels(), null));
                }
            }
        }
        return types;
    }

    private Table table(EntityModel entity, Map<String, EntityModel> byClass) {
        List<ForeignKey> keys = new ArrayList<>(entity.details().foreignKeys());
        for (AssociationModel association : entity.associations()) {
            if (association.foreignKeyName() != null) {
                EntityModel target = Objects.requireNonNull(byClass.get(association.target()), association.target());
                keys.add(foreignKey(association, association.foreignKeyName(), target));
            }
        }
        return Table.of(entity.table(), columns(entity))
                .withPrimaryKey(primaryKey(entity))
                .withUniqueKeys(entity.details().uniqueKeys())
                .withForeignKeys(keys)
                .withChecks(entity.details().checks())
                .withIndexes(entity.details().indexes())
                .withOptions(entity.details().options())
                .withComment(entity.details().comment());
    }

    private PrimaryKey primaryKey(EntityModel entity) {
        PrimaryKey said = entity.details().primaryKey();
        return said != null
                ? said
                : new PrimaryKey(
                        constraints.primaryKey(entity.table().name()),
                        entity.idAttributes().stream()
                                .map(attribute -> attribute.column().name())
                                .toList());
    }

    private static List<Column> columns(EntityModel entity) {
        Map<String, Column> columns = new HashMap<>();
        entity.attributes().forEach(attribute -> columns.put(attribute.column().name(), attribute.column()));
        entity.associations().stream()
                .flatMap(association -> association.joinColumns().stream())
                .forEach(join -> columns.put(join.column().name(), join.column()));
        return entity.details().columnOrder().stream()
                .map(name -> Objects.requireNonNull(columns.get(name), name))
                .toList();
    }

    private static ForeignKey foreignKey(AssociationModel association, String name, EntityModel target) {
        return association
                .foreignKey()
                .of(ForeignKey.of(
                        name,
                        association.joinColumns().stream()
                                .map(join -> join.column().name())
                                .toList(),
                        target.table(),
                        association.joinColumns().stream()
                                .map(JoinColumnModel::referencedColumn)
                                .toList()));
    }
}
