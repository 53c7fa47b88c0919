// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.schema.Index;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index as a script describes it. */
public final class IndexDefinition {
    private final String name;
    private final List<Index.Part> parts;
    private boolean unique;
    private @Nullable Term predicate;

    IndexDefinition(String name, List<Index.Part> parts) {
        this.name = name;
        this.parts = parts;
    }

    public IndexDefinition unique() {
        unique = true;
        return this;
    }

    /** It holds only the rows that fulfil the condition. */
    public IndexDefinition where(Term condition) {
        predicate = condition;
        return this;
    }

    Index index() {
        return new Index(name, parts, unique).withPredicate(predicate == null ? null : predicate.expression());
    }
}
