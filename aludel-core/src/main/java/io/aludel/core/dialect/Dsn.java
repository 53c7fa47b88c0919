// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A data source name taken apart: {@code scheme+driver://user:password@host:port/path?options}, or {@code scheme:path}.
 *
 * @param scheme lower case
 * @param driver what stands behind the plus sign; known and ignored, as Java has one driver a database
 * @param password decoded; never printed
 * @param host without the brackets of an IPv6 address; null where there is none
 * @param path what follows the authority, decoded, its leading slash included; or what follows the colon, as it stands, up to a
 *     question mark
 * @param hierarchical written with {@code ://}
 * @param options for the driver, in order
 */
public record Dsn(
        String scheme,
        @Nullable String driver,
        @Nullable String user,
        @Nullable String password,
        @Nullable String host,
        @Nullable Integer port,
        String path,
        boolean hierarchical,
        Map<String, String> options) {
    public Dsn {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(path, "path");
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * Takes the text apart. User, password, path behind an authority, and options are percent-decoded; a plus sign stays one.
     *
     * @throws DsnException if a part is malformed; the message says which part, and repeats none of the text, as any of it may be a
     *     password that was not encoded
     */
    public static Dsn parse(String text) {
        return new DsnParser(text).parse();
    }

    /** The same for another database of the same server. */
    public Dsn withDatabase(String database) {
        return new Dsn(scheme, driver, user, password, host, port, "/" + database, hierarchical, options);
    }

    /** The DSN without user, password and options, which may all be secret. */
    @Override
    public String toString() {
        if (!hierarchical) {
            return scheme + ":" + path;
        }
        String place = host == null ? "" : host.contains(":") ? "[" + host + "]" : host;
        return scheme + "://" + place + (port == null ? "" : ":" + port) + path;
    }
}
