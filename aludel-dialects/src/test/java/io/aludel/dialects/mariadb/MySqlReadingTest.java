// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The catalogue of MySQL 8 as its manual and users show it: the server itself is never asked. */
class MySqlReadingTest {
    private final Map<String, List<CatalogRow>> catalogue = new HashMap<>();

    MySqlReadingTest() {
        answer("select database()", "default_schema", "zoo", "user", "root@%", "sql_mode", "");
        answer("show grants", "grants", "GRANT ALL PRIVILEGES ON *.* TO `root`@`%`");
        answer(
                "from information_schema.tables",
                "table_schema",
                "zoo",
                "table_name",
                "t",
                "table_type",
                "BASE TABLE",
                "engine",
                "InnoDB",
                "table_collation",
                "utf8mb4_0900_bin",
                "create_options",
                "",
                "table_comment",
                "");
    }

    private void answer(String query, @Nullable String... columnsAndValues) {
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put(String.valueOf(columnsAndValues[i]).toUpperCase(java.util.Locale.ROOT), columnsAndValues[i + 1]);
        }
        catalogue.computeIfAbsent(query, key -> new ArrayList<>()).add(new CatalogRow(row));
    }

    private void column(String name, String type, @Nullable String value, String extra, String expression) {
        answer(
                "from information_schema.columns",
                "table_schema",
                "zoo",
                "table_name",
                "t",
                "column_name",
                name,
                "column_type",
                type,
                "data_type",
                type.replaceAll("\\(.*", ""),
                "is_nullable",
                "YES",
                "column_default",
                value,
                "extra",
                extra,
                "generation_expression",
                expression,
                "collation_name",
                null,
                "column_comment",
                "",
                "privileges",
                "select");
    }

    private void check(String name, String enforced, String clause) {
        answer(
                "from information_schema.check_constraints",
                "table_schema",
                "zoo",
                "constraint_name",
                name,
                "check_clause",
                clause);
        answer(
                "from information_schema.table_constraints",
                "table_schema",
                "zoo",
                "table_name",
                "t",
                "constraint_name",
                name,
                "enforced",
                enforced);
    }

    private void index(String name, @Nullable String column, @Nullable String expression, String visible) {
        answer(
                "from information_schema.statistics",
                "table_schema",
                "zoo",
                "table_name",
                "t",
                "index_name",
                name,
                "index_type",
                "BTREE",
                "non_unique",
                "1",
                "column_name",
                column,
                "collation",
                "A",
                "sub_part",
                null,
                "index_comment",
                "",
                "expression",
                expression,
                "is_visible",
                visible);
    }

    private Schema read() {
        CatalogReader reader = (sql, parameters) -> catalogue.entrySet().stream()
                .filter(entry -> sql.contains(entry.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(List.of());
        return new MariaDbDialect(Server.MYSQL, new ServerVersion(8, 4))
                .introspector()
                .read(reader, Scope.DEFAULT_SCHEMA);
    }

    private static String text(Default value) {
        return value instanceof Default.Of of ? of.expression().toString() : "none";
    }

    /** What it prints of an expression is escaped once more, what it has of a literal is not. */
    @Test
    void readsExpressionsAndLiterals() {
        column("a", "varchar(9)", "NULL", "", "");
        column("b", "varchar(9)", "it's \\", "", "");
        column("c", "text", "_utf8mb4\\'it\\\\\\'s\\'", "DEFAULT_GENERATED", "");
        column("d", "bit(3)", "b'101'", "", "");
        column("e", "varchar(9)", null, "VIRTUAL GENERATED", "concat(`b`,_utf8mb4\\'a\\\\\\\\b\\')");
        column("f", "timestamp", "CURRENT_TIMESTAMP", "DEFAULT_GENERATED on update CURRENT_TIMESTAMP", "");
        column("g", "varchar(9)", null, "", "");
        check("ck", "YES", "(`b` <> _utf8mb4\\'\\')");
        index("ex", null, "lower(concat(`b`,_utf8mb4\\'x\\'))", "YES");
        index("iv", "b", null, "NO");

        Schema schema = read();

        assertThat(schema.unreadable()).isEmpty();
        Table table = schema.requireTable(TableName.of("t"));
        assertThat(table.columns().stream()
                        .map(column -> column.name() + " "
                                + text(column.defaultValue()).replaceAll(".*text=(.*), type=.*", "$1"))
                        .collect(joining("\n")))
                .isEqualTo("""
                        a 'NULL'
                        b 'it''s \\\\'
                        c _utf8mb4'it\\'s'
                        d b'101'
                        e none
                        f CURRENT_TIMESTAMP on update current_timestamp
                        g none""");
        assertThat(((Generation.Computed) table.requireColumn("e").generation())
                        .expression()
                        .toString())
                .contains("text=concat(`b`,_utf8mb4'a\\\\b'), ");
        assertThat(table.checks().get(0).condition().toString()).contains("text=(`b` <> _utf8mb4''), ");
        assertThat(table.indexes()).extracting(Index::options).containsExactly(List.of(), List.of("invisible"));
        assertThat(table.indexes().get(0).parts().get(0).expression().toString())
                .contains("text=lower(concat(`b`,_utf8mb4'x')), ");
    }

    @Test
    void saysWhatItHasNoWordsFor() {
        column("a", "varbinary(9)", "0x6100", "", "");
        column("p", "point", null, "", "");
        check("ck", "NO", "(`a` > 1)");
        answer(
                "from information_schema.st_geometry_columns",
                "table_schema",
                "zoo",
                "table_name",
                "t",
                "column_name",
                "p",
                "srid",
                "4326");

        assertThat(read().unreadable().stream().map(Unreadable::toString).collect(joining("\n", "", "\n")))
                .isEqualTo("""
                        check "ck" of table "t": It is not enforced. #
                        column "a" of table "t": Its default is of bytes, of which only those before a zero are shown. #
                        column "p" of table "t": Its points are of the system 4326. #
                        """.replace("#", "Make and change it by SQL of your own."));
    }
}
