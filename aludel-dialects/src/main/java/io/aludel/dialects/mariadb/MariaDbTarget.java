// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.Dsn;
import io.aludel.core.dialect.DsnException;
import io.aludel.core.dialect.JdbcTarget;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where DSNs of MariaDB and MySQL lead, {@code mariadb://user@host:3306/database}: to either by MariaDB's driver. User and password go beside the
 * URL, which drivers and pools like to log. Connections are encrypted where the option {@code sslMode} says so.
 */
final class MariaDbTarget {
    static final Set<String> SCHEMES = Set.of("mariadb", "mysql");

    private static final String JDBC_PREFIX = "jdbc:mariadb:";
    private static final int DEFAULT_PORT = 3306;

    /** What the driver knows (its class Configuration, 3.5): it ignores all else in silence, a misspelt {@code sslMode} too. */
    private static final Set<String> OPTIONS = Set.of("""
            allowLocalInfile allowMultiQueries allowPublicKeyRetrieval autocommit blankTableNameMeta cacheCodecs
            cachePrepStmts connectTimeout connectionAttributes connectionCollation connectionTimeZone
            createDatabaseIfNotExist credentialType defaultFetchSize disablePipeline disconnectOnExpiredPasswords
            dumpQueriesOnException enabledSslCipherSuites enabledSslProtocolSuites fallbackToSystemKeyStore
            fallbackToSystemTrustStore forceConnectionTimeZoneToSession galeraAllowedState geometryDefaultType
            includeInnodbStatusInDeadlockExceptions includeThreadDumpInDeadlockExceptions initSql
            jdbcCompliantTruncation keyPassword keyStore keyStorePassword keyStoreType localSocket localSocketAddress
            maxAllowedColumns maxAllowedPacket maxQuerySizeToLog metaExportedKeys nullDatabaseMeansCurrent
            oldModeNoPrecisionTimestamp permitNoResults permitRedirect pinGlobalTxToPhysicalConnection pipe
            prepStmtCacheSize preserveInstants pureLocalDateTime readOnlyPropagatesToServer restrictedAuth retriesAllDown
            returnMultiValuesGeneratedIds rewriteBatchedStatements serverRsaPublicKeyFile serverSslCert
            servicePrincipalName sessionVariables socketFactory socketTimeout sslMode tcpAbortiveClose tcpKeepAlive
            tcpKeepCount tcpKeepIdle tcpKeepInterval timezone tinyInt1isBit tlsSocketType transactionIsolation
            transactionReplay transactionReplaySize transformedBitIsBoolean trustStore trustStorePassword trustStoreType
            useAffectedRows useBulkStmts useBulkStmtsForInserts useCatalogTerm useCompression useIpForKillQuery
            useLocalSessionState useMysqlMetadata useReadAheadInput useResetConnection useServerPrepStmts uuidAsString
            yearIsDateType
            """.strip().split("\\s+"));

    private MariaDbTarget() {}

    /** MySQL's own URLs are its own driver's, unless they say that another may take them. */
    static boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith(JDBC_PREFIX)
                || jdbcUrl.startsWith("jdbc:mysql:") && jdbcUrl.contains("permitMysqlScheme");
    }

    static JdbcTarget of(Dsn dsn) {
        if (!dsn.hierarchical()) {
            // Not repeated: where the slashes were forgotten, a password stands in it.
            throw new DsnException("The DSN begins with \"" + dsn.scheme() + ":\", but names no server; write "
                    + dsn.scheme() + "://user@host:3306/database.");
        }
        String host = host(dsn);
        int port = port(dsn);
        String database = database(dsn);
        return new JdbcTarget(
                JDBC_PREFIX + "//" + host + ":" + port + "/" + encoded(database),
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
        return dsn.port() == null ? DEFAULT_PORT : dsn.port();
    }

    private static String database(Dsn dsn) {
        String database = dsn.path().startsWith("/") ? dsn.path().substring(1) : dsn.path();
        if (database.isEmpty()) {
            throw new DsnException(
                    "The DSN \"" + dsn + "\" names no database; write " + dsn.scheme() + "://user@host/database.");
        }
        return database;
    }

    /** As MariaDB's own tools have it, who is not named is called as the system has it. */
    private static Map<String, String> properties(Dsn dsn) {
        Map<String, String> properties = new LinkedHashMap<>();
        dsn.options().forEach((name, value) -> properties.put(option(name), value));
        String user = dsn.user() == null ? System.getProperty("user.name") : dsn.user();
        if (user != null) {
            properties.put("user", user);
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
        if (!OPTIONS.contains(name)) {
            throw new DsnException(
                    "The DSN has the option \"" + name
                            + "\", which the MariaDB driver does not know; the names are those of its connection parameters, such as sslMode.");
        }
        return name;
    }

    private static String encoded(String database) {
        return URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
