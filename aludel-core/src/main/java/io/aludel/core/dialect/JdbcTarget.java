// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where connections go.
 *
 * @param url the JDBC URL, without user and password unless it was given with them
 * @param properties what the driver is given beside the URL, the password included; never printed
 * @param description the place for people and messages, without secrets: {@code localhost:5432/school}, {@code gradebook.db}
 * @param server a server that is reached over the network, whose connections are worth pooling
 * @param keptOpen whoever uses it keeps one connection open all the time: in memory the database would be gone without one, and a file may take long to open
 * @param file where the database is, if it is a file that the first connection makes when it is missing
 */
public record JdbcTarget(
        String url,
        Map<String, String> properties,
        String description,
        boolean server,
        boolean keptOpen,
        @Nullable Path file) {
    public JdbcTarget {
        Objects.requireNonNull(url, "url");
        properties = Map.copyOf(properties);
        Objects.requireNonNull(description, "description");
    }

    /** A target that is no file, or of which nobody knows which. */
    public JdbcTarget(
            String url, Map<String, String> properties, String description, boolean server, boolean keptOpen) {
        this(url, properties, description, server, keptOpen, null);
    }

    /** The description only: URL and properties may hold secrets. */
    @Override
    public String toString() {
        return description;
    }
}
