// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.schema.Check;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The names of a table's constraints of every kind. */
record ConstraintNaming(Table table) {
    /** Those that have one. */
    List<String> names() {
        return Stream.of(
                        Stream.ofNullable(table.primaryKey())
                                .filter(key -> !key.isUnnamed())
                                .map(PrimaryKey::name),
                        table.uniqueKeys().stream().map(UniqueKey::name),
                        table.foreignKeys().stream().map(ForeignKey::name),
                        table.checks().stream().map(Check::name),
                        table.exclusions().stream().map(Exclusion::name))
                .flatMap(names -> names)
                .toList();
    }

    /** Whether a name that no constraint has may be that of the primary key, because the database gives it none. */
    boolean isNameOfUnnamedKey(String name) {
        PrimaryKey key = table.primaryKey();
        return key != null && key.isUnnamed() && !names().contains(name);
    }

    /** The table with one constraint under another name. */
    Table renamed(String from, String to) {
        PrimaryKey key = table.primaryKey();
        boolean isKey = key != null && (key.name().equals(from) || isNameOfUnnamedKey(from));
        return table.withPrimaryKey(isKey ? key.withName(to) : key)
                .withUniqueKeys(renamed(table.uniqueKeys(), UniqueKey::name, UniqueKey::withName, from, to))
                .withForeignKeys(renamed(table.foreignKeys(), ForeignKey::name, ForeignKey::withName, from, to))
                .withChecks(renamed(table.checks(), Check::name, Check::withName, from, to))
                .withExclusions(renamed(table.exclusions(), Exclusion::name, Exclusion::withName, from, to));
    }

    static <T> List<T> renamed(
            List<T> all, Function<T, String> nameOf, BiFunction<T, String, T> withName, String from, String to) {
        return all.stream()
                .map(one -> nameOf.apply(one).equals(from) ? withName.apply(one, to) : one)
                .toList();
    }
}
