// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Feature;
import java.util.EnumSet;
import java.util.Set;

/** What MariaDB and MySQL both have. DDL commits there; a schema is what they call a database. Source: mariadb.com/kb. */
final class MariaDbCapabilities {
    /** Prepared statements count parameters in 16 bits. */
    private static final int MAX_PARAMETERS = 65_535;

    /** 64 characters, none beyond U+FFFF. */
    private static final int MAX_IDENTIFIER_BYTES = 64 * 3;

    private MariaDbCapabilities() {}

    /** With what only one of the servers has. */
    static Capabilities with(Set<Feature> own) {
        EnumSet<Feature> features = EnumSet.of(
                Feature.ALTER_TABLE,
                Feature.CANCELLED_LOCK_WAITS,
                Feature.CASE_FUNCTIONS,
                Feature.SCHEMAS,
                Feature.COLLATIONS,
                Feature.COMMENTS,
                Feature.CONCURRENT_WRITERS,
                Feature.KEYS_ACROSS_TRANSACTIONS,
                Feature.KEYS_TO_UNIQUE_INDEX,
                Feature.LENGTH_IN_CHARACTERS,
                Feature.INDEX_METHODS,
                Feature.INDEX_PREFIXES,
                Feature.NAMED_KEYS_IN_ERRORS,
                Feature.READ_ONLY_TRANSACTIONS,
                Feature.ROUTINES,
                Feature.ROW_LOCKS,
                Feature.SERIALIZABLE_TRANSACTIONS,
                Feature.STREAMED_ROWS,
                Feature.TRIGGERS,
                Feature.VIRTUAL_COLUMNS,
                Feature.WIDE_DECIMALS);
        features.addAll(own);
        return new Capabilities(features, MAX_PARAMETERS, MAX_IDENTIFIER_BYTES);
    }
}
