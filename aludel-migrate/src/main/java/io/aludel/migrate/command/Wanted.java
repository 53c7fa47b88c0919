// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.mapping.EntityType;
import io.aludel.mapping.FormerNames;
import io.aludel.mapping.Model;
import io.aludel.migrate.MigrationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the database is to hold, and what of it was called otherwise. */
record Wanted(Schema schema, FormerNames formerNames) {
    /** What all of these models say; sequences and enum types may be in several of them. */
    static Wanted of(List<Model> models, Capabilities database) {
        requireDistinctTables(models);
        List<Table> tables = new ArrayList<>();
        Set<Sequence> sequences = new LinkedHashSet<>();
        Set<EnumType> enumTypes = new LinkedHashSet<>();
        List<FormerNames.OfTable> formerTables = new ArrayList<>();
        List<FormerNames.OfColumn> formerColumns = new ArrayList<>();
        for (Model model : models) {
            Schema schema = model.schemaFor(database);
            tables.addAll(schema.tables());
            sequences.addAll(schema.sequences());
            enumTypes.addAll(schema.enumTypes());
            formerTables.addAll(model.formerNames().tables());
            formerColumns.addAll(model.formerNames().columns());
        }
        return new Wanted(
                Schema.of(tables, sequences).withEnumTypes(enumTypes), new FormerNames(formerTables, formerColumns));
    }

    private static void requireDistinctTables(List<Model> models) {
        Map<TableName, EntityType<?>> seen = new HashMap<>();
        for (Model model : models) {
            for (EntityType<?> entity : model.entities()) {
                EntityType<?> other = seen.put(entity.table(), entity);
                if (other != null) {
                    throw new MigrationException(
                            "MIG-053",
                            "Table \"" + entity.table() + "\" is in two models, as "
                                    + other.entityClass().getName()
                                    + " and as " + entity.entityClass().getName()
                                    + ". Give one of them another table, or leave it out of one model.");
                }
            }
        }
    }
}
