// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.core.dialect.Confidential;
import io.aludel.core.dialect.Dsn;
import io.aludel.core.dialect.DsnException;
import java.util.Locale;

/** Whether a URL holds something that must not stand in a file. */
final class Passwords {
    private Passwords() {}

    /** In doubt it does: a JDBC URL says it as it pleases, and what cannot be read may hold anything. */
    static boolean isIn(String url) {
        if (url.isBlank()) {
            return false;
        }
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jdbc:")) {
            return lower.contains("@") || Confidential.isOption(lower);
        }
        try {
            Dsn dsn = Dsn.parse(url);
            return dsn.password() != null || dsn.options().keySet().stream().anyMatch(Confidential::isOption);
        } catch (DsnException e) {
            return true;
        }
    }
}
