// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.migrate.op.CreateTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Schemas by chance, all of the same few names, so that two of them differ in many ways at once, and such that the rows of one fit another. The same seed
 * gives the same schemas.
 */
public final class RandomSchemas {
    private final Dice dice;
    private final Capabilities database;

    /** Schemas that a database with these capabilities can have. */
    public RandomSchemas(long seed, Capabilities database) {
        this.dice = new Dice(seed);
        this.database = database;
    }

    /** Up to five tables, which point at each other and at themselves. */
    public Schema next() {
        RandomKeys keys = new RandomKeys(dice, database);
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            if (dice.chance(75)) {
                tables.add(table(TableName.of("t" + i), keys));
            }
        }
        Schema schema = Schema.of(
                tables.stream().map(table -> keys.pointing(table, tables)).toList(), sequences());
        boolean moody = tables.stream().anyMatch(table -> table.column("e").isPresent());
        return moody ? schema.withEnumTypes(List.of(RandomColumns.MOOD)) : schema;
    }

    private Table table(TableName name, RandomKeys keys) {
        Table table = Table.of(name, new RandomColumns(dice, database).next());
        Table keyed = keys.checked(keys.unique(keys.primaryKey(table)));
        Table indexed = new RandomIndexes(dice, database)
                .indexed(keyed)
                .withComment(dice.chance(70) ? null : dice.oneOf("A table's \"comment\"", "50 %"));
        return typed(indexed);
    }

    /** With the columns of its expressions as those of a real model know them: by their types. */
    private static Table typed(Table table) {
        return new CreateTable(table).applyTo(Schema.EMPTY).requireTable(table.name());
    }

    private List<Sequence> sequences() {
        List<Sequence> sequences = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            if (database.has(Feature.SEQUENCES) && dice.chance(60)) {
                sequences.add(new Sequence(TableName.of("s" + i), 1, 1)
                        .withNumbering(Numbering.of(dice.oneOf(1, 10), dice.oneOf(1, 50))
                                .within(dice.oneOf(null, 1L), dice.oneOf(null, 999L))
                                .withCache(dice.oneOf(1, 10))
                                .withCycle(dice.chance(30))));
            }
        }
        return sequences;
    }
}
