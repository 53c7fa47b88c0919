// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.SqlError;
import io.aludel.core.dialect.SqlError.Kind;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of the program's schema.
 *
 * @param name null of columns that are not null
 * @param columns in their order; empty for a check, and for an index over expressions
 * @param primary whether it is a primary key, which some databases give a name of their own
 * @param key of a foreign key itself
 */
record KnownConstraint(
        Table table,
        @Nullable String name,
        List<String> columns,
        boolean primary,
        @Nullable ForeignKey key) {
    /** All that an error of this kind can be of. */
    static Stream<KnownConstraint> of(Kind kind, Schema schema) {
        return schema.tables().stream().flatMap(table -> of(kind, table));
    }

    private static Stream<KnownConstraint> of(Kind kind, Table table) {
        return switch (kind) {
            case UNIQUE_VIOLATION ->
                Stream.of(
                                Stream.ofNullable(table.primaryKey())
                                        .map(key -> new KnownConstraint(table, key.name(), key.columns(), true, null)),
                                table.uniqueKeys().stream()
                                        .map(key -> new KnownConstraint(table, key.name(), key.columns(), false, null)),
                                table.indexes().stream()
                                        .filter(Index::unique)
                                        .map(index ->
                                                new KnownConstraint(table, index.name(), plain(index), false, null)))
                        .flatMap(some -> some);
            case FOREIGN_KEY_VIOLATION ->
                table.foreignKeys().stream()
                        .map(key -> new KnownConstraint(table, key.name(), key.columns(), false, key));
            case CHECK_VIOLATION ->
                table.checks().stream().map(check -> new KnownConstraint(table, check.name(), List.of(), false, null));
            case NOT_NULL_VIOLATION ->
                table.columns().stream()
                        .map(column -> new KnownConstraint(table, null, List.of(column.name()), false, null));
            default -> Stream.empty();
        };
    }

    private static List<String> plain(Index index) {
        boolean plain = index.parts().stream().allMatch(part -> part.expression() instanceof ColumnRef);
        return plain ? index.columnNames() : List.of();
    }

    /** The table that a foreign key points at. */
    @Nullable
    String target() {
        return key == null ? null : key.target().name();
    }

    boolean isIn(Reach reach) {
        return key == null ? reach.writes(table) : reach.has(key);
    }

    /** Whether it can be the one that the database speaks of. */
    boolean fits(SqlError told, BiPredicate<String, String> same) {
        if (told.unparted() != null) {
            return isCalled(told.constraint(), same) && same.test(unparted(), told.unparted());
        }
        return isCalled(told.constraint(), same)
                && (told.table() == null || same.test(table.name().name(), told.table()))
                && (told.columns().isEmpty() || has(told.columns(), same));
    }

    /** Whether it is told as {@code table.name}: a key on MySQL, and on MariaDB a check that was written with its column. */
    boolean isCalledWithItsTable(SqlError told) {
        String prefix = table.name().name() + ".";
        return told.constraint() != null
                && (name != null && told.constraint().equals(prefix + name)
                        || primary && told.constraint().equals(prefix + PrimaryKey.UNNAMED));
    }

    private boolean isCalled(@Nullable String told, BiPredicate<String, String> same) {
        return told == null || name != null && same.test(name, told) || primary && told.equals(PrimaryKey.UNNAMED);
    }

    private boolean has(List<String> told, BiPredicate<String, String> same) {
        if (told.size() != columns.size()) {
            return false;
        }
        for (int i = 0; i < told.size(); i++) {
            if (!same.test(columns.get(i), told.get(i))) {
                return false;
            }
        }
        return true;
    }

    private String unparted() {
        return columns.stream()
                .map(column -> table.name().name() + "." + column)
                .collect(Collectors.joining(", "));
    }
}
