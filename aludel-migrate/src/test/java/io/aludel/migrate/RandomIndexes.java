// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Feature;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Table;
import io.aludel.migrate.op.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Indexes by chance, with what the database has of predicates, expressions and the like; their names are also those of unique keys. */
record RandomIndexes(Dice dice, Capabilities database) {
    Table indexed(Table table) {
        List<Index> indexes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String name = "shared_" + table.name() + "_" + i;
            boolean free =
                    table.uniqueKeys().stream().noneMatch(key -> key.name().equals(name));
            if (free && dice.chance(50)) {
                indexes.add(index(name, table));
            }
        }
        return table.withIndexes(indexes);
    }

    private Index index(String name, Table table) {
        boolean unique = dice.chance(30);
        if (!unique && dice.chance(10) && database.has(Feature.INDEX_METHODS)) {
            return Index.of(name, "id").withMethod("hash");
        }
        List<Index.Part> parts = new ArrayList<>();
        if (unique) {
            parts.add(Index.Part.column("id"));
        }
        for (String column : fitting(some(table, unique), unique)) {
            parts.add(part(Term.column(column), column));
        }
        Index index = new Index(name, parts, unique);
        if (database.has(Feature.PARTIAL_INDEX) && dice.chance(20)) {
            index = index.withPredicate(Term.column("id").gt(dice.below(3)).expression());
        }
        if (unique) {
            index = index.withNullsDistinct(!database.has(Feature.NULLS_NOT_DISTINCT) || dice.chance(60));
            if (database.has(Feature.INDEX_INCLUDE) && dice.chance(30)) {
                index = index.withInclude(table.columns().stream()
                        .map(Column::name)
                        .filter(column -> column.startsWith("c"))
                        .limit(1)
                        .toList());
            }
        }
        return index;
    }

    private Index.Part part(Term column, String name) {
        boolean expression = database.has(Feature.EXPRESSION_INDEX) && dice.chance(20) && name.startsWith("c");
        Term term = !expression ? column : RandomColumns.isText(name) ? column.length() : column.plus(dice.below(2));
        Index.Part part = dice.chance(20) ? term.desc().part() : term.part();
        return database.has(Feature.INDEX_NULLS_ORDER) && dice.chance(20)
                ? part.withNulls(dice.oneOf(Index.Nulls.values()))
                : part;
    }

    private List<String> some(Table table, boolean unique) {
        List<String> names = table.columns().stream()
                .map(Column::name)
                .filter(name -> !name.equals("g") && !(unique && name.equals("id")))
                .toList();
        return names.isEmpty()
                ? List.of()
                : IntStream.range(0, 1 + dice.below(2))
                        .mapToObj(i -> dice.oneOf(names))
                        .distinct()
                        .toList();
    }

    /** Texts are alone, where several columns may be too long for an index. */
    private List<String> fitting(List<String> columns, boolean unique) {
        return columns.stream().noneMatch(RandomColumns::isText) || database.has(Feature.WIDE_INDEXES)
                ? columns
                : columns.stream()
                        .filter(column -> RandomColumns.isText(column) != unique)
                        .limit(1)
                        .toList();
    }
}
