// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.Dsn;
import io.aludel.core.dialect.DsnException;
import io.aludel.core.dialect.JdbcTarget;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a DSN of PostgreSQL, CockroachDB or YugabyteDB leads. User and password go beside the URL, which drivers and pools like to log. */
final class PostgresTarget {
    static final Set<String> SCHEMES = Set.of("postgresql", "postgres", "cockroachdb", "yugabytedb");

    private static final int DEFAULT_PORT = 5432;
    private static final Map<String, Integer> OTHER_PORTS = Map.of("cockroachdb", 26_257, "yugabytedb", 5433);

    /** The options that libpq knows under another name than the driver. */
    private static final Map<String, String> LIBPQ_NAMES = Map.of(
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout",
            "channel_binding", "channelBinding",
            "gssencmode", "gssEncMode",
            "require_auth", "requireAuth",
            "sslnegotiation", "sslNegotiation");

    /** What the driver knows (its connection parameters, 42.7): it ignores all else in silence, a misspelt {@code sslmode} too. */
    private static final Set<String> OPTIONS = Set.of("""
            adaptiveFetch adaptiveFetchMaximum adaptiveFetchMinimum allowEncodingChanges ApplicationName
            assumeMinServerVersion authenticationPluginClassName autosave binaryTransfer binaryTransferDisable
            binaryTransferEnable cancelSignalTimeout channelBinding classLoaderStrategy cleanupSavepoints
            connectExecutor connectExecutorArg connectTimeout convertBooleanToNumeric currentSchema
            databaseMetadataCacheFields databaseMetadataCacheFieldsMiB defaultRowFetchSize disableColumnSanitiser
            escapeSyntaxCallMode flushCacheOnDdl groupStartupParameters gssEncMode gsslib gssResponseTimeout
            gssUseDefaultCreds hideUnprivilegedObjects hostRecheckSeconds jaasApplicationName jaasLogin
            kerberosServerName loadBalanceHosts localSocketAddress loggerFile loggerLevel loginTimeout
            logServerErrorDetail logUnclosedConnections maxResultBuffer maxSendBufferSize options pemKeyAlgorithm
            preferQueryMode preparedStatementCacheQueries preparedStatementCacheSizeMiB prepareThreshold
            protocolVersion queryTimeout quoteReturningIdentifiers readOnly readOnlyMode receiveBufferSize replication
            requireAuth reWriteBatchedInserts reWriteBatchedInsertsSize scramMaxIterations sendBufferSize service
            socketFactory socketFactoryArg socketTimeout ssl sslcert sslfactory sslfactoryarg sslhostnameverifier
            sslkey sslmode sslNegotiation sslpassword sslpasswordcallback sslResponseTimeout sslrootcert
            sspiServiceClass stringtype targetServerType tcpKeepAlive tcpNoDelay unknownLength useSpnego
            xmlFactoryFactory
            """.strip().split("\\s+"));

    private PostgresTarget() {}

    static JdbcTarget of(Dsn dsn) {
        if (!dsn.hierarchical()) {
            // Not repeated: where the slashes were forgotten, a password stands in it.
            throw new DsnException("The DSN begins with \"" + dsn.scheme() + ":\", but names no server; write "
                    + dsn.scheme() + "://user@host:" + port(dsn) + "/database.");
        }
        String host = host(dsn);
        int port = port(dsn);
        String database = database(dsn);
        return new JdbcTarget(
                "jdbc:postgresql://" + host + ":" + port + "/" + encoded(database),
                properties(dsn),
                host + ":" + port + "/" + database,
                true,
                false);
    }

    private static String host(Dsn dsn) {
        String host = dsn.host();
        if (host == null || host.isEmpty()) {
            return "localhost";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static int port(Dsn dsn) {
        int port = dsn.port() == null ? OTHER_PORTS.getOrDefault(dsn.scheme(), DEFAULT_PORT) : dsn.port();
        if (port < 1 || port > 65_535) {
            throw new DsnException("The DSN's port is " + port + "; it must be between 1 and 65535.");
        }
        return port;
    }

    /** As PostgreSQL's own tools have it, a DSN without a database means the one that is called like the user. */
    private static String database(Dsn dsn) {
        String path = dsn.path().startsWith("/") ? dsn.path().substring(1) : dsn.path();
        String database = path.isEmpty() ? user(dsn) : path;
        if (database == null || database.isEmpty()) {
            throw new DsnException("The DSN \"" + dsn + "\" names neither a database nor a user; write " + dsn.scheme()
                    + "://user@host/database.");
        }
        if (database.indexOf('\0') >= 0) {
            throw new DsnException("The DSN's database name holds the character NUL; no database is called so.");
        }
        return database;
    }

    private static @Nullable String user(Dsn dsn) {
        return dsn.user() == null ? System.getProperty("user.name") : dsn.user();
    }

    private static Map<String, String> properties(Dsn dsn) {
        Map<String, String> properties = new LinkedHashMap<>();
        dsn.options().forEach((name, value) -> properties.put(option(name), value));
        if (dsn.user() != null) {
            properties.put("user", dsn.user());
        }
        if (dsn.password() != null) {
            properties.put("password", dsn.password());
        }
        return properties;
    }

    private static String option(String name) {
        if (name.equals("user") || name.equals("password")) {
            throw new DsnException(
                    "The DSN has \"" + name + "\" among its options; write it before the host: user:password@host.");
        }
        String option = LIBPQ_NAMES.getOrDefault(name, name);
        if (!OPTIONS.contains(option)) {
            throw new DsnException(
                    "The DSN has the option \"" + name
                            + "\", which the PostgreSQL driver does not know; the names are those of its connection parameters, such as sslmode.");
        }
        return option;
    }

    private static String encoded(String database) {
        return URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
