// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Feature;
import java.util.EnumSet;

/** What PostgreSQL has: all that we ask for. */
final class PostgresCapabilities {
    /** The protocol counts parameters in 16 bits. */
    private static final int MAX_PARAMETERS = 65_535;

    /** NAMEDATALEN less its closing zero byte. */
    private static final int MAX_IDENTIFIER_BYTES = 63;

    static final Capabilities ALL =
            new Capabilities(EnumSet.allOf(Feature.class), MAX_PARAMETERS, MAX_IDENTIFIER_BYTES);

    private PostgresCapabilities() {}
}
