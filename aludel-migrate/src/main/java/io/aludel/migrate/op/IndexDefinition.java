// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.schema.Index;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index as a script describes it. */
public final class IndexDefinition {
    private final String name;
    private final List<Index.Part> parts;
    private final List<String> options = new ArrayList<>();
    private boolean unique;
    private boolean nullsDistinct = true;
    private boolean concurrently;
    private @Nullable String method;
    private List<String> include = List.of();
    private @Nullable Term predicate;

    IndexDefinition(String name, List<Index.Part> parts) {
        this.name = name;
        this.parts = parts;
    }

    public IndexDefinition unique() {
        unique = true;
        return this;
    }

    /** Where it is unique, NULLs equal each other. */
    public IndexDefinition nullsNotDistinct() {
        nullsDistinct = false;
        return this;
    }

    /** Its kind: {@code gin}, {@code hash}, {@code fulltext}. */
    public IndexDefinition using(String method) {
        this.method = method;
        return this;
    }

    /** Further columns that it holds, without being part of the key. */
    public IndexDefinition include(String... columns) {
        include = List.of(columns);
        return this;
    }

    /** What only one database knows about this index, in its own words: {@code fillfactor=70}. */
    public IndexDefinition option(String option) {
        options.add(option);
        return this;
    }

    /** Others go on writing to the table meanwhile, where the database can; then it is a step outside the transaction. */
    public IndexDefinition concurrently() {
        concurrently = true;
        return this;
    }

    /** It holds only the rows that fulfil the condition. */
    public IndexDefinition where(Term condition) {
        predicate = condition;
        return this;
    }

    boolean isConcurrent() {
        return concurrently;
    }

    /** That of a table or view that is new, and so is written to by nobody. */
    Index ofNewTable() {
        if (concurrently) {
            throw new IllegalStateException("Index \"" + name
                    + "\" is of a new table or view, which nobody writes to; leave concurrently() out.");
        }
        return index();
    }

    Index index() {
        return new Index(
                name,
                parts,
                unique,
                predicate == null ? null : predicate.expression(),
                method,
                include,
                nullsDistinct,
                options);
    }
}
