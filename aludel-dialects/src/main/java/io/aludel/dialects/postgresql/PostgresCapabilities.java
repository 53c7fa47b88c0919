// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.ServerVersion;
import java.util.EnumSet;
import java.util.Set;

/** What PostgreSQL has, by its version: all that we ask for but what only others have. */
final class PostgresCapabilities {
    /** The protocol counts parameters in 16 bits. */
    private static final int MAX_PARAMETERS = 65_535;

    /** NAMEDATALEN less its closing zero byte. */
    private static final int MAX_IDENTIFIER_BYTES = 63;

    private PostgresCapabilities() {}

    static Capabilities of(ServerVersion version) {
        Set<Feature> features = EnumSet.complementOf(EnumSet.of(Feature.INDEX_PREFIXES));
        if (!version.isAtLeast(15, 0)) {
            features.remove(Feature.NULLS_NOT_DISTINCT);
        }
        if (!version.isAtLeast(18, 0)) {
            features.remove(Feature.VIRTUAL_COLUMNS);
        }
        return new Capabilities(features, MAX_PARAMETERS, MAX_IDENTIFIER_BYTES);
    }
}
