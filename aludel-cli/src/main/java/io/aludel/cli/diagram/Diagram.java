// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.VariantType;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a picture shows: the same for every format.
 *
 * @param title what stands above it; empty for nothing
 * @param tables in the order of their names
 * @param relationships between these tables only, in the order of their tables and names
 */
public record Diagram(String title, List<DiagramTable> tables, List<Relationship> relationships) {
    private static final Comparator<Relationship> ORDER = Comparator.comparing(Relationship::child)
            .thenComparing(Relationship::name)
            .thenComparing(Relationship::parent)
            .thenComparing(Relationship::toString);

    /** How many names a message lists. */
    private static final int SHOWN = 20;

    public Diagram {
        Objects.requireNonNull(title, "title");
        tables =
                tables.stream().sorted(Comparator.comparing(DiagramTable::name)).toList();
        Set<TableName> names = names(tables);
        relationships = relationships.stream()
                .filter(one -> names.contains(one.child()) && names.contains(one.parent()))
                .sorted(ORDER)
                .toList();
    }

    /** All tables of a schema with all their columns; types as scripts have them: {@code varchar(40)}. */
    public static Diagram of(Schema schema) {
        return of(schema, type -> (type instanceof VariantType variant ? variant.general() : type).toString());
    }

    /**
     * The same in a database's own words. Partitions are left out, as they are part of their tables.
     *
     * @param spelling how a type is written, as {@code dialect.types()::declaration} does
     */
    public static Diagram of(Schema schema, Function<SqlType, String> spelling) {
        return new SchemaReading(spelling).read(schema);
    }

    public Diagram withTitle(String title) {
        return new Diagram(title, tables, relationships);
    }

    /** The same with fewer columns. */
    public Diagram withColumns(ColumnChoice choice) {
        return new Diagram(
                title,
                tables.stream()
                        .map(table -> new DiagramTable(
                                table.name(),
                                table.columns().stream().filter(choice::takes).toList()))
                        .toList(),
                relationships);
    }

    /**
     * The same with the tables of these names only, and their neighbours.
     *
     * @param patterns names in which {@code *} stands for any characters and {@code ?} for one; compared with {@code table} and {@code schema.table}
     * @param depth how many foreign keys away a neighbour may be, in either direction; 0 for no neighbours
     * @throws DiagramException if a pattern fits no table
     */
    public Diagram withTables(List<String> patterns, int depth) {
        Set<TableName> chosen = new HashSet<>();
        for (String text : patterns) {
            NamePattern pattern = NamePattern.of(text);
            Set<TableName> found =
                    names(tables).stream().filter(pattern::matches).collect(Collectors.toSet());
            if (found.isEmpty()) {
                throw new DiagramException(
                        "CLI-031", "No table is called \"" + text + "\"; there are: " + listed() + ".");
            }
            chosen.addAll(found);
        }
        for (int step = 0; step < depth && chosen.size() < tables.size(); step++) {
            Set<TableName> near = Set.copyOf(chosen);
            for (Relationship one : relationships) {
                if (near.contains(one.child()) || near.contains(one.parent())) {
                    chosen.add(one.child());
                    chosen.add(one.parent());
                }
            }
        }
        return only(table -> chosen.contains(table.name()));
    }

    /** The same with those tables only that fulfil the condition. */
    public Diagram only(Predicate<DiagramTable> kept) {
        return new Diagram(title, tables.stream().filter(kept).toList(), relationships);
    }

    /** Those of the names that a pattern fits, as in {@link #withTables}. */
    public static List<String> matching(String pattern, List<String> names) {
        NamePattern compiled = NamePattern.of(pattern);
        return names.stream().filter(compiled::matches).toList();
    }

    /** For people: {@code 2 tables, 1 relationship}. */
    public String summary() {
        return count(tables.size(), "table") + ", " + count(relationships.size(), "relationship");
    }

    boolean has(TableName table) {
        return tables.stream().anyMatch(one -> one.name().equals(table));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private String listed() {
        String first = tables.stream()
                .limit(SHOWN)
                .map(table -> table.name().toString())
                .collect(Collectors.joining(", "));
        return tables.isEmpty()
                ? "none"
                : tables.size() > SHOWN ? first + ", and " + (tables.size() - SHOWN) + " more" : first;
    }

    private static Set<TableName> names(List<DiagramTable> tables) {
        return tables.stream().map(DiagramTable::name).collect(Collectors.toSet());
    }
}
