// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.ServerVersion;
import java.util.EnumSet;
import java.util.Set;

/** What SQLite has. Source: sqlite.org, "Implementation Limits" and "SQL Features That SQLite Does Not Implement". */
final class SqliteCapabilities {
    /** The default of {@code SQLITE_MAX_VARIABLE_NUMBER} since 3.32. */
    private static final int MAX_PARAMETERS = 32_766;

    private SqliteCapabilities() {}

    static Capabilities of(ServerVersion version) {
        Set<Feature> features = EnumSet.of(
                Feature.TRANSACTIONAL_DDL,
                Feature.PARTIAL_INDEX,
                Feature.EXPRESSION_INDEX,
                Feature.DEFERRABLE_KEYS,
                Feature.KEYS_ACROSS_TRANSACTIONS,
                Feature.KEYS_BY_STATEMENT,
                Feature.CHECKS_ON_ACTIONS,
                Feature.CHECKS_ON_IDENTITY,
                Feature.LONG_NAMES,
                Feature.NAMED_PRIMARY_KEYS,
                Feature.TEXT_PRIMARY_KEYS,
                Feature.UNIQUE_INDEXES,
                Feature.WIDE_INDEXES,
                Feature.WIDE_ROWS,
                Feature.IDENTITY_RESET,
                Feature.KEYS_TO_UNIQUE_INDEX,
                Feature.STREAMED_ROWS,
                Feature.LENGTH_IN_CHARACTERS,
                Feature.INFINITY,
                Feature.TRIGGERS,
                Feature.VIRTUAL_COLUMNS,
                Feature.COLLATIONS,
                Feature.INDEX_COLLATIONS,
                Feature.SERIALIZABLE_TRANSACTIONS,
                Feature.READ_ONLY_TRANSACTIONS);
        if (version.isAtLeast(3, 35)) {
            features.add(Feature.RETURNING);
        }
        return new Capabilities(features, MAX_PARAMETERS, Integer.MAX_VALUE);
    }

    /** {@code alter table … add constraint … check}, {@code drop constraint}, {@code alter column … set not null}. */
    static boolean altersConstraints(ServerVersion version) {
        return version.isAtLeast(3, 54);
    }
}
