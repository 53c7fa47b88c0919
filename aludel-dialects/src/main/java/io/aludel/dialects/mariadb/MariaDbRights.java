// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.CatalogReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the user may, roles included, as {@code show grants} says it. The server shows nothing of what a user has no right to, and so what is not seen
 * may be there all the same.
 */
final class MariaDbRights {
    private static final String ALL = "ALL PRIVILEGES";

    /** With any of these on a schema, all its tables are seen. */
    private static final Set<String> OF_TABLES = Set.of(
            ALL,
            "SELECT",
            "INSERT",
            "UPDATE",
            "DELETE",
            "CREATE",
            "DROP",
            "REFERENCES",
            "INDEX",
            "ALTER",
            "CREATE VIEW",
            "SHOW VIEW",
            "TRIGGER",
            "DELETE HISTORY",
            "DELETE VERSIONING ROWS");

    /** With any of these on a table, all its columns are seen. */
    private static final Set<String> OF_COLUMNS = Set.of(ALL, "SELECT", "INSERT", "UPDATE", "REFERENCES");

    /** With any of these on a schema, the names of all its routines are seen. */
    private static final Set<String> OF_ROUTINES =
            Set.of(ALL, "EXECUTE", "CREATE ROUTINE", "ALTER ROUTINE", "SHOW CREATE ROUTINE");

    private static final String NAME = "(\\*|`(?:[^`]|``)*`)";

    /** Rights on routines and roles are told by other words before the name, or have no {@code ON}. */
    private static final Pattern GRANT =
            Pattern.compile("GRANT (.+?) ON (?:TABLE )?" + NAME + "\\." + NAME + " TO .*", Pattern.DOTALL);

    /** @param schema a pattern as of {@code like}; null for all; likewise {@code table}, which is no pattern */
    private record Grant(
            Set<String> privileges,
            @Nullable Pattern schema,
            @Nullable String table) {
        boolean isOn(String name) {
            return schema == null || schema.matcher(name).matches();
        }
    }

    private final List<Grant> grants;

    private MariaDbRights(List<Grant> grants) {
        this.grants = grants;
    }

    static MariaDbRights read(CatalogReader catalog) {
        return of(catalog.query("show grants").stream()
                .map(row -> String.valueOf(row.values().values().iterator().next()))
                .toList());
    }

    /** @param lines as {@code show grants} has them */
    static MariaDbRights of(List<String> lines) {
        List<Grant> grants = new ArrayList<>();
        for (String line : lines) {
            Matcher grant = GRANT.matcher(line);
            if (grant.matches()) {
                grants.add(new Grant(privileges(grant.group(1)), schema(grant), table(grant.group(3))));
            }
        }
        return new MariaDbRights(grants);
    }

    /** Those that are for some columns only have these behind them. */
    private static Set<String> privileges(String list) {
        return Set.copyOf(List.of(list.split(", (?![^(]*\\))")).stream()
                .map(String::strip)
                .distinct()
                .toList());
    }

    private static @Nullable Pattern schema(Matcher grant) {
        String name = table(grant.group(2));
        if (name == null) {
            return null;
        }
        if (!grant.group(3).equals("*")) {
            return Pattern.compile(Pattern.quote(name));
        }
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean escaped = c == '\\' && i + 1 < name.length();
            String part = escaped ? String.valueOf(name.charAt(++i)) : String.valueOf(c);
            pattern.append(!escaped && c == '%' ? ".*" : !escaped && c == '_' ? "." : Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }

    private static @Nullable String table(String written) {
        return written.equals("*")
                ? null
                : written.substring(1, written.length() - 1).replace("``", "`");
    }

    /** Whether no table of the schema is hidden. */
    boolean seesTables(String schema) {
        return hasAny(OF_TABLES, schema, null);
    }

    /** Whether no column of the table is hidden, if it is seen itself. */
    boolean seesColumns(String schema, String table) {
        return hasAny(OF_COLUMNS, schema, table);
    }

    /** Whether no routine of the schema is hidden, whatever of it is. */
    boolean seesRoutines(String schema) {
        return hasAny(OF_ROUTINES, schema, null) || has("SELECT", "mysql", "proc");
    }

    /** Whether the user has it on all of the schema, or on this table of it. */
    boolean has(String privilege, String schema, @Nullable String table) {
        return hasAny(Set.of(ALL, privilege), schema, table);
    }

    private boolean hasAny(Set<String> privileges, String schema, @Nullable String table) {
        return grants.stream()
                .filter(grant -> grant.isOn(schema))
                .filter(grant -> grant.table() == null || Objects.equals(grant.table(), table))
                .anyMatch(grant -> grant.privileges().stream().anyMatch(privileges::contains));
    }
}
