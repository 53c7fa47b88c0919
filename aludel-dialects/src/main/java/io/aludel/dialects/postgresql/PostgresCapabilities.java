// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.ServerVersion;
import java.util.EnumSet;
import java.util.Set;

/**
 * What PostgreSQL has, by its version: all that we ask for but what only others have. The other servers have what their manuals promise beyond doubt; the
 * rest is refused.
 */
final class PostgresCapabilities {
    /** The protocol counts parameters in 16 bits. */
    private static final int MAX_PARAMETERS = 65_535;

    /** NAMEDATALEN less its closing zero byte; CockroachDB keeps more, but not without a limit that its manual tells. */
    private static final int MAX_IDENTIFIER_BYTES = 63;

    /** DDL in transactions is there to be tried and off by itself; counters, batches and the like were not. */
    private static final Set<Feature> NOT_IN_YUGABYTE = EnumSet.of(
            Feature.BATCHES_IN_BULK,
            Feature.DEFERRABLE_UNIQUE_KEYS,
            Feature.EXCLUSION_CONSTRAINTS,
            Feature.IDENTITY_RESET,
            Feature.INDEX_COLLATIONS,
            Feature.INDEX_METHODS,
            Feature.NULLS_NOT_DISTINCT,
            Feature.OPERATOR_CLASSES,
            Feature.TRANSACTIONAL_DDL,
            Feature.UNVALIDATED_CONSTRAINTS);

    private static final Set<Feature> IN_COCKROACH = EnumSet.of(
            Feature.ALTER_TABLE,
            Feature.ARRAYS,
            Feature.CANCELLED_LOCK_WAITS,
            Feature.CASE_FUNCTIONS,
            Feature.CHECKS_ON_ACTIONS,
            Feature.CHECKS_ON_IDENTITY,
            Feature.COMMENTS,
            Feature.CONCURRENT_WRITERS,
            Feature.ENUM_TYPES,
            Feature.EXPRESSION_INDEX,
            Feature.IDENTITY_OPTIONS,
            Feature.INDEX_INCLUDE,
            Feature.INFINITY,
            Feature.KEYS_ACROSS_TRANSACTIONS,
            Feature.KEYS_BY_STATEMENT,
            Feature.KEYS_TO_UNIQUE_INDEX,
            Feature.LENGTH_IN_CHARACTERS,
            Feature.MATCH_FULL,
            Feature.MATERIALIZED_VIEWS,
            Feature.NAMED_KEYS_IN_ERRORS,
            Feature.NAMED_PRIMARY_KEYS,
            Feature.PARTIAL_INDEX,
            Feature.READ_ONLY_TRANSACTIONS,
            Feature.RETURNING,
            Feature.ROW_LOCKS,
            Feature.SCHEMAS,
            Feature.SEQUENCES,
            Feature.SEQUENCE_OWNERS,
            Feature.SERIALIZABLE_TRANSACTIONS,
            Feature.TEXT_PRIMARY_KEYS,
            Feature.UNVALIDATED_CONSTRAINTS,
            Feature.VIRTUAL_COLUMNS,
            Feature.WIDE_DECIMALS,
            Feature.WIDE_INDEXES,
            Feature.WIDE_ROWS);

    private PostgresCapabilities() {}

    static Capabilities of(Server server, ServerVersion version) {
        Set<Feature> features = server == Server.COCKROACHDB ? IN_COCKROACH : postgres(server.language(version));
        if (server == Server.YUGABYTEDB) {
            features.removeAll(NOT_IN_YUGABYTE);
        }
        return new Capabilities(features, MAX_PARAMETERS, MAX_IDENTIFIER_BYTES);
    }

    private static Set<Feature> postgres(ServerVersion version) {
        Set<Feature> features = EnumSet.complementOf(EnumSet.of(Feature.INDEX_PREFIXES));
        if (!version.isAtLeast(15, 0)) {
            features.remove(Feature.NULLS_NOT_DISTINCT);
        }
        if (!version.isAtLeast(18, 0)) {
            features.remove(Feature.VIRTUAL_COLUMNS);
        }
        return features;
    }
}
