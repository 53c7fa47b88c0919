// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.StandardConstraints;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.UniqueKey;
import java.util.List;
import java.util.Set;

/** Keys and indexes as H2 writes them: what kind of index it is stands before the word. */
final class H2Constraints extends StandardConstraints {
    private static final Set<String> METHODS = Set.of("hash", "spatial");

    H2Constraints(Dialect dialect) {
        super(dialect);
    }

    @Override
    public String primaryKey(PrimaryKey key) {
        requireKeyOnly(key.name(), key.include());
        return super.primaryKey(key);
    }

    @Override
    public String uniqueKey(UniqueKey key) {
        requireKeyOnly(key.name(), key.include());
        return super.uniqueKey(key);
    }

    private void requireKeyOnly(String key, List<String> include) {
        if (!include.isEmpty()) {
            throw new UnsupportedFeatureException(
                    "further columns in a key (\"" + key + "\")",
                    dialect.name(),
                    "Make a unique index, which may have them.");
        }
    }

    @Override
    public String index(TableName table, Index index) {
        requireKnown(index);
        String plain = super.index(table, index.withMethod(null).withNullsDistinct(true));
        return "create" + (index.unique() ? " unique" : "") + (index.nullsDistinct() ? "" : " nulls not distinct")
                + (index.method() == null ? "" : " " + index.method())
                + plain.substring(plain.indexOf(" index "));
    }

    private void requireKnown(Index index) {
        if (index.method() != null && !METHODS.contains(index.method())) {
            throw new UnsupportedFeatureException(
                    "indexes of the kind " + index.method() + " (\"" + index.name() + "\")",
                    dialect.name(),
                    "Use hash, spatial, or none.");
        }
        if (!index.options().isEmpty()) {
            throw new UnsupportedFeatureException(
                    "options of indexes (\"" + index.name() + "\")", dialect.name(), "Leave them out.");
        }
        if (!index.unique() && !index.include().isEmpty()) {
            throw new UnsupportedFeatureException(
                    "further columns in an index that is not unique (\"" + index.name() + "\")",
                    dialect.name(),
                    "Make them part of the key.");
        }
    }
}
