// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.name.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a database holds, ordered by name whatever order it is given in, so that equal schemas are equal data.
 *
 * @param schemaNames the named schemas, those that are empty included; the connection's default schema has no name here. The schemas of all
 *     objects are among them
 * @param unreadable what is there but could not be read as a whole
 */
public record Schema(
        List<String> schemaNames,
        List<EnumType> enumTypes,
        List<Domain> domains,
        List<Sequence> sequences,
        List<Table> tables,
        List<View> views,
        List<Routine> routines,
        List<Trigger> triggers,
        List<Unreadable> unreadable) {
    public static final Schema EMPTY = new Schema(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Schema {
        enumTypes = sorted(enumTypes);
        domains = sorted(domains);
        sequences = sorted(sequences);
        tables = sorted(tables);
        views = sorted(views);
        routines = routines.stream()
                .sorted(Comparator.comparing(Routine::name).thenComparing(Routine::signature))
                .toList();
        triggers = triggers.stream()
                .sorted(Comparator.comparing(Trigger::table).thenComparing(Trigger::name))
                .toList();
        unreadable = unreadable.stream()
                .sorted(Comparator.comparing(Unreadable::name).thenComparing(Unreadable::toString))
                .toList();
        requireDistinct("tables", Stream.concat(tables.stream(), views.stream()));
        requireDistinct("sequences", sequences.stream());
        requireDistinct("types", Stream.concat(enumTypes.stream(), domains.stream()));
        Set<String> names = new TreeSet<>(schemaNames);
        Stream.of(enumTypes, domains, sequences, tables, views, routines, triggers)
                .flatMap(List::stream)
                .map(object -> object.name().schema())
                .filter(Objects::nonNull)
                .forEach(names::add);
        schemaNames = List.copyOf(names);
    }

    public static Schema of(Table... tables) {
        return EMPTY.withTables(List.of(tables));
    }

    public static Schema of(Collection<Table> tables, Collection<Sequence> sequences) {
        return EMPTY.withTables(tables).withSequences(sequences);
    }

    public Optional<Table> table(TableName name) {
        return find(tables, name);
    }

    /** The table, which must be there. */
    public Table requireTable(TableName name) {
        return table(name)
                .orElseThrow(() -> new SchemaException("There is no table \"" + name + "\"; there are: "
                        + tables.stream().map(table -> table.name().toString()).collect(Collectors.joining(", "))
                        + "."));
    }

    public Optional<Sequence> sequence(TableName name) {
        return find(sequences, name);
    }

    public Optional<View> view(TableName name) {
        return find(views, name);
    }

    public Optional<EnumType> enumType(TableName name) {
        return find(enumTypes, name);
    }

    public Optional<Domain> domain(TableName name) {
        return find(domains, name);
    }

    /** Everything that has a name of its own. */
    public Stream<SchemaObject> objects() {
        return Stream.of(enumTypes, domains, sequences, tables, views, routines, triggers)
                .flatMap(List::stream);
    }

    /** The same with only those objects that fulfil the condition. */
    public Schema only(Predicate<SchemaObject> kept) {
        return new Schema(
                schemaNames,
                enumTypes.stream().filter(kept).toList(),
                domains.stream().filter(kept).toList(),
                sequences.stream().filter(kept).toList(),
                tables.stream().filter(kept).toList(),
                views.stream().filter(kept).toList(),
                routines.stream().filter(kept).toList(),
                triggers.stream().filter(kept).toList(),
                unreadable);
    }

    /** The same with this table, in place of the one of its name if there is one. */
    public Schema with(Table table) {
        List<Table> changed = new ArrayList<>(without(table.name()).tables);
        changed.add(table);
        return withTables(changed);
    }

    public Schema without(TableName table) {
        return withTables(
                tables.stream().filter(other -> !other.name().equals(table)).toList());
    }

    public Schema withSchemaNames(Collection<String> schemaNames) {
        return new Schema(
                List.copyOf(schemaNames), enumTypes, domains, sequences, tables, views, routines, triggers, unreadable);
    }

    public Schema withEnumTypes(Collection<EnumType> enumTypes) {
        return new Schema(
                schemaNames, List.copyOf(enumTypes), domains, sequences, tables, views, routines, triggers, unreadable);
    }

    public Schema withDomains(Collection<Domain> domains) {
        return new Schema(
                schemaNames, enumTypes, List.copyOf(domains), sequences, tables, views, routines, triggers, unreadable);
    }

    public Schema withSequences(Collection<Sequence> sequences) {
        return new Schema(
                schemaNames, enumTypes, domains, List.copyOf(sequences), tables, views, routines, triggers, unreadable);
    }

    public Schema withTables(Collection<Table> tables) {
        return new Schema(
                schemaNames, enumTypes, domains, sequences, List.copyOf(tables), views, routines, triggers, unreadable);
    }

    public Schema withViews(Collection<View> views) {
        return new Schema(
                schemaNames, enumTypes, domains, sequences, tables, List.copyOf(views), routines, triggers, unreadable);
    }

    public Schema withRoutines(Collection<Routine> routines) {
        return new Schema(
                schemaNames, enumTypes, domains, sequences, tables, views, List.copyOf(routines), triggers, unreadable);
    }

    public Schema withTriggers(Collection<Trigger> triggers) {
        return new Schema(
                schemaNames, enumTypes, domains, sequences, tables, views, routines, List.copyOf(triggers), unreadable);
    }

    public Schema withUnreadable(Collection<Unreadable> unreadable) {
        return new Schema(
                schemaNames, enumTypes, domains, sequences, tables, views, routines, triggers, List.copyOf(unreadable));
    }

    private static <T extends SchemaObject> List<T> sorted(List<T> objects) {
        return objects.stream().sorted(Comparator.comparing(SchemaObject::name)).toList();
    }

    private static <T extends SchemaObject> Optional<T> find(List<T> objects, TableName name) {
        return objects.stream().filter(object -> object.name().equals(name)).findFirst();
    }

    private static void requireDistinct(String kind, Stream<? extends SchemaObject> objects) {
        Set<TableName> seen = new HashSet<>();
        objects.forEach(object -> {
            if (!seen.add(object.name())) {
                throw new SchemaException("Two " + kind + " are called \"" + object.name() + "\"; rename one of them.");
            }
        });
    }
}
