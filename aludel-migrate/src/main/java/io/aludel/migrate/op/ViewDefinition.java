// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a script says of a view besides its query, line by line. */
public final class ViewDefinition {
    private final List<IndexDefinition> indexes = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private View view;

    ViewDefinition(TableName name, Definition query) {
        view = View.of(name, query);
    }

    /** Its columns' names, where they are not those of the query. */
    public void columns(String... columns) {
        view = view.withColumns(List.of(columns));
    }

    /** Its rows are kept, as of the last time that it was refreshed. */
    public void materialized() {
        view = view.withMaterialized(true);
    }

    /** What only one database knows about this view, in its own words. */
    public void option(String option) {
        options.add(option);
    }

    /** An index of a materialized view. */
    public IndexDefinition index(String index, String... columns) {
        return index(index, Stream.of(columns).map(Index.Part::column).toList());
    }

    /** An index of a materialized view over expressions, or with keys that are not compared as their columns are. */
    public IndexDefinition index(String index, IndexKey... keys) {
        return index(index, Stream.of(keys).map(IndexKey::part).toList());
    }

    private IndexDefinition index(String index, List<Index.Part> parts) {
        IndexDefinition described = new IndexDefinition(index, parts);
        indexes.add(described);
        return described;
    }

    public void comment(String comment) {
        view = view.withComment(comment);
    }

    View view() {
        return view.withOptions(options)
                .withIndexes(indexes.stream().map(IndexDefinition::ofNewTable).toList());
    }
}
