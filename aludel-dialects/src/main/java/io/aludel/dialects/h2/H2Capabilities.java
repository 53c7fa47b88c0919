// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Feature;
import java.util.EnumSet;

/**
 * What H2 has. Source: h2database.com, "Commands"; the limits are constants of its sources. It could stream rows ({@code LAZY_QUERY_EXECUTION}), but
 * each would then be of the moment at which it is read, not of that at which the query began.
 */
final class H2Capabilities {
    private static final int MAX_PARAMETERS = 100_000;

    /** H2 counts characters, of which each is a byte at least. */
    private static final int MAX_IDENTIFIER_BYTES = 256;

    static final Capabilities ALL = new Capabilities(
            EnumSet.of(
                    Feature.ALTER_TABLE,
                    Feature.SCHEMAS,
                    Feature.SEQUENCES,
                    Feature.RETURNING,
                    Feature.COMMENTS,
                    Feature.DOMAINS,
                    Feature.VIEW_COMMENTS,
                    Feature.ROUTINES,
                    Feature.TRIGGERS,
                    Feature.NULLS_NOT_DISTINCT,
                    Feature.INDEX_METHODS,
                    Feature.INDEX_INCLUDE,
                    Feature.INDEX_NULLS_ORDER,
                    Feature.CONCURRENT_WRITERS,
                    Feature.IDENTITY_OPTIONS,
                    Feature.KEYS_BY_STATEMENT,
                    Feature.CHECKS_ON_ACTIONS,
                    Feature.CHECKS_ON_IDENTITY,
                    Feature.LONG_NAMES,
                    Feature.NAMED_PRIMARY_KEYS,
                    Feature.TEXT_PRIMARY_KEYS,
                    Feature.UNIQUE_INDEXES,
                    Feature.WIDE_INDEXES,
                    Feature.WIDE_ROWS,
                    Feature.ROW_LOCKS,
                    Feature.ARRAYS,
                    Feature.WIDE_DECIMALS,
                    Feature.INFINITY,
                    Feature.NOT_A_NUMBER,
                    Feature.CASE_FUNCTIONS,
                    Feature.NAMED_KEYS_IN_ERRORS),
            MAX_PARAMETERS,
            MAX_IDENTIFIER_BYTES);

    private H2Capabilities() {}
}
