// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.Objects;

/**
 * Which server is behind a connection. Several products may speak one database's language, each with limits of its own and its own count of versions.
 *
 * @param product its name for people: {@code MariaDB}, {@code MySQL}
 */
public record ServerIdentity(String product, ServerVersion version) {
    public ServerIdentity {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(version, "version");
    }

    @Override
    public String toString() {
        return product + " " + version;
    }
}
