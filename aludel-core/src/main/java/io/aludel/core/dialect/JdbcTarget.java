// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.Map;
import java.util.Objects;

/**
 * Where connections go.
 *
 * @param url the JDBC URL, without user and password unless it was given with them
 * @param properties what the driver is given beside the URL, the password included; never printed
 * @param description the place for people and messages, without secrets: {@code localhost:5432/school}, {@code gradebook.db}
 * @param server a server that is reached over the network, whose connections are worth pooling
 * @param inMemory the database lives only as long as a connection to it is open
 */
public record JdbcTarget(
        String url, Map<String, String> properties, String description, boolean server, boolean inMemory) {
    public JdbcTarget {
        Objects.requireNonNull(url, "url");
        properties = Map.copyOf(properties);
        Objects.requireNonNull(description, "description");
    }

    /** The description only: URL and properties may hold secrets. */
    @Override
    public String toString() {
        return description;
    }
}
