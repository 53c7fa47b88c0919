// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.ServerIdentity;
import io.aludel.core.dialect.ServerVersion;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The servers that speak this language and protocol. CockroachDB commits before DDL by itself from 25.1 on; YugabyteDB is made from PostgreSQL 15 from
 * 2025.1 on, and from 11, which is too old for us, before.
 *
 * <p>Sources: cockroachlabs.com/docs, "PostgreSQL Compatibility" and "Known Limitations"; docs.yugabyte.com, "PostgreSQL compatibility".
 */
public enum Server {
    POSTGRESQL("PostgreSQL", new ServerVersion(14, 0), new ServerVersion(18, 0)),
    COCKROACHDB("CockroachDB", new ServerVersion(25, 1), new ServerVersion(25, 4)),
    YUGABYTEDB("YugabyteDB", new ServerVersion(2025, 1), new ServerVersion(2025, 2));

    /** {@code CockroachDB CCL v25.2.1 (x86_64-pc-linux-gnu, …)}. */
    private static final Pattern COCKROACH = Pattern.compile("CockroachDB .*?v(\\d+)\\.(\\d+).*", Pattern.DOTALL);

    /** {@code PostgreSQL 15.12-YB-2025.1.0.1-b0 on x86_64-pc-linux-gnu, …}. */
    private static final Pattern YUGABYTE = Pattern.compile("PostgreSQL \\S*-YB-(\\d+)\\.(\\d+).*", Pattern.DOTALL);

    /** What a server counts within one version of PostgreSQL: {@code 150012}. */
    private static final int MINORS = 10_000;

    private final String title;
    private final ServerVersion oldest;
    private final ServerVersion newest;

    Server(String title, ServerVersion oldest, ServerVersion newest) {
        this.title = title;
        this.oldest = oldest;
        this.newest = newest;
    }

    /** The server that is called so. */
    static Server of(String product) {
        return Arrays.stream(values())
                .filter(server -> server.title.equals(product))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No server is called \"" + product + "\"."));
    }

    /**
     * Which server says this of itself.
     *
     * @param text as {@code version()} has it
     * @param number as {@code server_version_num} has it: the version of PostgreSQL that the others are like
     */
    static ServerIdentity identify(String text, int number) {
        Matcher cockroach = COCKROACH.matcher(text);
        if (cockroach.matches()) {
            return COCKROACHDB.identity(cockroach);
        }
        Matcher yugabyte = YUGABYTE.matcher(text);
        if (yugabyte.matches()) {
            return YUGABYTEDB.identity(yugabyte);
        }
        return new ServerIdentity(POSTGRESQL.title, new ServerVersion(number / MINORS, number % MINORS));
    }

    private ServerIdentity identity(Matcher numbers) {
        return new ServerIdentity(
                title, new ServerVersion(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))));
    }

    /** Its name for people. */
    String title() {
        return title;
    }

    /** The oldest version that is supported. */
    ServerVersion oldest() {
        return oldest;
    }

    /** The newest version known. */
    ServerVersion newest() {
        return newest;
    }

    /** The version of PostgreSQL whose language it has; the oldest that is supported where that is a matter of the single words. */
    ServerVersion language(ServerVersion version) {
        return switch (this) {
            case POSTGRESQL -> version;
            case COCKROACHDB -> POSTGRESQL.oldest;
            case YUGABYTEDB -> new ServerVersion(15, 0);
        };
    }
}
