// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.UniqueKey;
import io.aludel.mapping.model.EntityModel;
import io.aludel.mapping.problem.MappingCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What no class can see by itself: names that two of them use. */
final class WholeModelRule {
    private final Problems problems;
    private final Map<String, EntityModel> byName = new HashMap<>();
    private final Map<TableName, EntityModel> byTable = new HashMap<>();
    private final Map<TableName, EntityModel> byIndex = new HashMap<>();

    WholeModelRule(Problems problems) {
        this.problems = problems;
    }

    void check(Collection<EntityModel> entities) {
        for (EntityModel entity : entities) {
            EntityModel other = byName.putIfAbsent(entity.entityName(), entity);
            if (other != null) {
                problems.error(
                        MappingCode.SAME_NAME,
                        entity.className(),
                        null,
                        "The entity " + other.className() + " is called \"" + entity.entityName()
                                + "\" too; give one of them another name: @Entity(name = …).");
            }
            other = byTable.putIfAbsent(entity.table(), entity);
            if (other != null) {
                problems.error(
                        MappingCode.SAME_TABLE,
                        entity.className(),
                        null,
                        "Its table \"" + entity.table() + "\" is that of " + other.entityName()
                                + " already; give it another one: @Table(name = …).");
            }
            indexes(entity);
        }
    }

    /** Unique constraints are indexes too, and most databases want an index's name to be the only one in its schema; on MariaDB it is so in its table. */
    private void indexes(EntityModel entity) {
        Stream.concat(
                        entity.details().uniqueKeys().stream().map(UniqueKey::name),
                        entity.details().indexes().stream().map(Index::name))
                .forEach(name -> {
                    EntityModel other =
                            byIndex.putIfAbsent(TableName.of(entity.table().schema(), name), entity);
                    if (other != null) {
                        problems.warning(
                                MappingCode.SAME_NAME,
                                entity.className(),
                                null,
                                "\"" + name + "\" is the name of an index or unique constraint of " + other.entityName()
                                        + " already, which most databases refuse; give one of them another name.");
                    }
                });
    }
}
