// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.name.TableName;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A view.
 *
 * @param columns its columns' names where the definition says them before the query; empty where they are the query's
 * @param query what it shows
 * @param materialized its rows are kept, as of the last time that it was refreshed
 * @param options what only one database knows about it, in its own words ({@code security_barrier=true}, {@code with check option}), in its order
 * @param indexes of a materialized view, ordered by name
 * @param comment null where there is none
 */
public record View(
        TableName name,
        List<String> columns,
        Definition query,
        boolean materialized,
        List<String> options,
        List<Index> indexes,
        @Nullable String comment)
        implements SchemaObject {
    public View {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        Objects.requireNonNull(query, "query");
        options = List.copyOf(options);
        indexes = indexes.stream().sorted(Comparator.comparing(Index::name)).toList();
    }

    public static View of(TableName name, Definition query) {
        return new View(name, List.of(), query, false, List.of(), List.of(), null);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.VIEW;
    }

    public View withColumns(List<String> columns) {
        return new View(name, columns, query, materialized, options, indexes, comment);
    }

    public View withMaterialized(boolean materialized) {
        return new View(name, columns, query, materialized, options, indexes, comment);
    }

    public View withOptions(List<String> options) {
        return new View(name, columns, query, materialized, options, indexes, comment);
    }

    public View withIndexes(List<Index> indexes) {
        return new View(name, columns, query, materialized, options, indexes, comment);
    }

    public View withComment(@Nullable String comment) {
        return new View(name, columns, query, materialized, options, indexes, comment);
    }
}
