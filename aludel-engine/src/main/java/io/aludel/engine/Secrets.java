// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.Confidential;
import io.aludel.core.dialect.JdbcTarget;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes passwords out of what drivers say: some put the URL, or all properties, into the text of an exception. */
final class Secrets {
    static final Secrets NONE = new Secrets(List.of());

    private static final String MASK = "****";
    /** Causes may run in a circle. */
    private static final int DEEPEST = 20;

    private static final Pattern URL_OPTION = Pattern.compile("[?&;]([^=&;]+)=([^&;]*)");
    private static final Pattern URL_USER = Pattern.compile("//[^/@:]*:([^/]*)@");

    /** As they stand and percent-encoded, the longest first, so that no part of one is left. */
    private final List<String> secrets;

    private Secrets(Collection<String> values) {
        Set<String> all = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (String value : values) {
            if (!value.isBlank()) {
                all.add(value);
                all.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
                all.add(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
            }
        }
        secrets = List.copyOf(all);
    }

    /** Those of the properties and of the URL. */
    static Secrets of(JdbcTarget target) {
        Set<String> values = new TreeSet<>();
        target.properties().forEach((name, value) -> {
            if (Confidential.isOption(name)) {
                values.add(value);
            }
        });
        for (Matcher option = URL_OPTION.matcher(target.url()); option.find(); ) {
            if (Confidential.isOption(option.group(1))) {
                values.add(option.group(2));
                values.add(decoded(option.group(2)));
            }
        }
        for (Matcher user = URL_USER.matcher(target.url()); user.find(); ) {
            values.add(user.group(1));
            values.add(decoded(user.group(1)));
        }
        return new Secrets(values);
    }

    /** The text with a mask in place of each secret; one of up to three characters only where it stands by itself. */
    String scrub(String text) {
        String scrubbed = text;
        for (String secret : secrets) {
            if (secret.length() > 3) {
                scrubbed = scrubbed.replace(secret, MASK);
            } else if (scrubbed.contains(secret)) {
                scrubbed =
                        scrubbed.replaceAll("(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])", MASK);
            }
        }
        return Confidential.hidden(scrubbed); // of data sources nobody tells the secrets
    }

    /** The exception itself where no text in its chain holds a secret, otherwise a copy of the chain without them. */
    SQLException scrub(SQLException error) {
        if (!holdsSecret(error, 0)) {
            return error;
        }
        return (SQLException) copy(error, 0);
    }

    private boolean holdsSecret(@Nullable Throwable error, int depth) {
        if (error == null || depth > DEEPEST) {
            return false;
        }
        if (!scrub(error.toString()).equals(error.toString()) || holdsSecret(error.getCause(), depth + 1)) {
            return true;
        }
        for (Throwable suppressed : error.getSuppressed()) {
            if (holdsSecret(suppressed, depth + 1)) {
                return true;
            }
        }
        return error instanceof SQLException sql && holdsSecret(sql.getNextException(), depth + 1);
    }

    private Throwable copy(Throwable error, int depth) {
        Throwable cause = error.getCause() == null || depth > DEEPEST ? null : copy(error.getCause(), depth + 1);
        Throwable copy;
        if (error instanceof SQLException sql) {
            String text = error.getMessage() == null ? "" : error.getMessage();
            SQLException sqlCopy = new SQLException(scrub(text), sql.getSQLState(), sql.getErrorCode(), cause);
            if (sql.getNextException() != null && depth <= DEEPEST) {
                sqlCopy.setNextException((SQLException) copy(sql.getNextException(), depth + 1));
            }
            copy = sqlCopy;
        } else {
            copy = new RuntimeException(scrub(error.toString()), cause);
        }
        copy.setStackTrace(error.getStackTrace());
        if (depth <= DEEPEST) {
            for (Throwable suppressed : error.getSuppressed()) {
                copy.addSuppressed(copy(suppressed, depth + 1));
            }
        }
        return copy;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }
}
