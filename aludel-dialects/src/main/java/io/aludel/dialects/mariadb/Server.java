// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.ServerVersion;
import java.util.Set;

/**
 * The two servers that speak this language, and where they differ.
 *
 * <p>Sources: mariadb.com/kb, "Incompatibilities and Feature Differences Between MariaDB and MySQL"; dev.mysql.com, reference manual 8.4.
 */
public enum Server {
    MARIADB("MariaDB", "utf8mb4_nopad_bin", new ServerVersion(10, 6), new ServerVersion(11, 4)),
    MYSQL("MySQL", "utf8mb4_0900_bin", new ServerVersion(8, 0), new ServerVersion(8, 4));

    private final String title;
    private final String collation;
    private final ServerVersion oldest;
    private final ServerVersion newest;

    Server(String title, String collation, ServerVersion oldest, ServerVersion newest) {
        this.title = title;
        this.collation = collation;
        this.oldest = oldest;
        this.newest = newest;
    }

    /** The server that is called so. */
    static Server of(String product) {
        return product.equals(MYSQL.title) ? MYSQL : MARIADB;
    }

    /** Its name for people. */
    String title() {
        return title;
    }

    /** By code points, and a blank at the end counts: what is equal is the same text. */
    String collation() {
        return collation;
    }

    /** The word for an index that is kept, but not used. */
    String unusedIndex() {
        return switch (this) {
            case MARIADB -> "ignored";
            case MYSQL -> "invisible";
        };
    }

    /** The most places that a decimal can have behind the point. */
    int widestScale() {
        return switch (this) {
            case MARIADB -> 38;
            case MYSQL -> 30;
        };
    }

    /** The oldest version that is supported. */
    ServerVersion oldest() {
        return oldest;
    }

    /** The newest long-term version known. */
    ServerVersion newest() {
        return newest;
    }

    /** What it has. */
    Capabilities capabilities() {
        return switch (this) {
            case MARIADB ->
                MariaDbCapabilities.with(Set.of(Feature.BATCHES_IN_BULK, Feature.RETURNING, Feature.SEQUENCES));
            case MYSQL -> MariaDbCapabilities.with(Set.of(Feature.EXPRESSION_INDEX));
        };
    }

    /** MariaDB has a type for UUIDs from 10.7 on; they are bytes elsewhere. */
    boolean hasUuid(ServerVersion version) {
        return this == MARIADB && version.isAtLeast(10, 7);
    }
}
