// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.name.TableName;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tables and sequences, ordered by name whatever order they are given in, so that equal schemas are equal data. */
public record Schema(List<Table> tables, List<Sequence> sequences) {
    public static final Schema EMPTY = new Schema(List.of(), List.of());

    public Schema {
        tables = tables.stream().sorted(Comparator.comparing(Table::name)).toList();
        sequences =
                sequences.stream().sorted(Comparator.comparing(Sequence::name)).toList();
        Set<TableName> seen = new HashSet<>();
        for (Table table : tables) {
            if (!seen.add(table.name())) {
                throw new SchemaException("Two tables are called \"" + table.name() + "\"; rename one of them.");
            }
        }
    }

    public static Schema of(Table... tables) {
        return new Schema(List.of(tables), List.of());
    }

    public Optional<Table> table(TableName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** The table, which must be there. */
    public Table requireTable(TableName name) {
        return table(name)
                .orElseThrow(() -> new SchemaException("There is no table \"" + name + "\"; there are: "
                        + String.join(
                                ", ",
                                tables.stream()
                                        .map(table -> table.name().toString())
                                        .toList()) + "."));
    }

    public Optional<Sequence> sequence(TableName name) {
        return sequences.stream()
                .filter(sequence -> sequence.name().equals(name))
                .findFirst();
    }

    /** The same with this table, in place of the one of its name if there is one. */
    public Schema with(Table table) {
        return new Schema(
                Stream.concat(without(table.name()).tables.stream(), Stream.of(table))
                        .toList(),
                sequences);
    }

    public Schema without(TableName table) {
        return new Schema(
                tables.stream().filter(other -> !other.name().equals(table)).toList(), sequences);
    }

    public Schema withSequences(Collection<Sequence> sequences) {
        return new Schema(tables, List.copyOf(sequences));
    }
}
