// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.ServerIdentity;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code information_schema}, whose views show only what the user has rights to; {@link MariaDbRights} says what else there may be. */
final class MariaDbIntrospector implements Introspector {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*", Pattern.DOTALL);

    private final MariaDbDialect dialect;

    MariaDbIntrospector(MariaDbDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Schema read(CatalogReader catalog, Scope scope) {
        return MariaDbSchemaReader.read(dialect, catalog, scope);
    }

    @Override
    public List<String> schemaNames(CatalogReader catalog) {
        return catalog.query(MariaDbCatalog.SCHEMAS).stream()
                .map(row -> row.text("schema_name"))
                .toList();
    }

    @Override
    public boolean hasTable(CatalogReader catalog, TableName table) {
        String schema = table.schema() == null ? defaultSchema(catalog) : table.schema();
        return catalog.query(MariaDbCatalog.HAS_TABLE, schema, table.name()).stream()
                .anyMatch(row -> row.text("table_name").equals(table.name()));
    }

    /** InnoDB's estimate, made anew when a tenth of the rows has changed; what it takes for none is counted. */
    @Override
    public Optional<Long> estimatedRows(CatalogReader catalog, TableName table) {
        String schema = table.schema() == null ? defaultSchema(catalog) : table.schema();
        return catalog.query(MariaDbCatalog.ESTIMATED_ROWS, schema, table.name()).stream()
                .filter(row -> row.text("table_name").equals(table.name()))
                .map(row -> row.number("table_rows"))
                .filter(rows -> rows > 0)
                .findFirst();
    }

    @Override
    public String defaultSchema(CatalogReader catalog) {
        return catalog.query(MariaDbCatalog.SESSION).get(0).text("default_schema");
    }

    @Override
    public ServerIdentity server(CatalogReader catalog) {
        String text = catalog.query(MariaDbCatalog.VERSION).get(0).text("version");
        Matcher numbers = VERSION.matcher(text);
        if (!numbers.matches()) {
            throw new IllegalStateException("The server calls its version \"" + text + "\", which begins with none.");
        }
        return new ServerIdentity(
                (text.contains("MariaDB") ? Server.MARIADB : Server.MYSQL).title(),
                new ServerVersion(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))));
    }

    /**
     * Primary keys have no name of their own; what nobody named is called by a number, by the table, or, if it is unique or checks one column, like
     * a column.
     */
    @Override
    public boolean isMadeUp(Table table, String name) {
        return name.equals(PrimaryKey.UNNAMED)
                || isNumbered(name, "CONSTRAINT_")
                || isNumbered(name, table.name().name() + "_ibfk_")
                || isNumbered(name, table.name().name() + "_chk_")
                || table.columns().stream()
                        .map(Column::name)
                        .anyMatch(column -> name.equals(column) || isNumbered(name, column + "_"));
    }

    static boolean isNumbered(String name, String prefix) {
        return name.length() > prefix.length()
                && name.startsWith(prefix)
                && name.chars().skip(prefix.length()).allMatch(c -> c >= '0' && c <= '9');
    }

    /** Of the engines that are read, only InnoDB has them; it is the one that is not among the options. */
    @Override
    public boolean hasTransactions(Table table) {
        return table.options().stream().noneMatch(option -> option.startsWith("engine="));
    }
}
