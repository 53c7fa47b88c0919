// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.dialect.Types;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How alike two things of different names are, from 0 to 100. The weights say what a renaming keeps: nearly always the type and what keys say of a
 * column, mostly its place and something of its name.
 */
record Likeness(Types types) {
    private static final int TYPE = 40;
    private static final int NAME = 25;
    private static final int KEYS = 15;
    private static final int PLACE = 10;
    private static final int NULLABLE = 5;
    private static final int DEFAULT = 5;

    private static final double SAME_NAME = 1.0;
    private static final double OTHER_TYPE = 0.5;
    private static final double OTHER_NAME = 0.6;

    int of(Table formerTable, Column former, Table table, Column column) {
        int points = sameType(former.type(), column.type()) ? TYPE : 0;
        points += former.nullable() == column.nullable() ? NULLABLE : 0;
        points += former.defaultValue().getClass() == column.defaultValue().getClass() ? DEFAULT : 0;
        points += formerTable.columns().indexOf(former) == table.columns().indexOf(column) ? PLACE : 0;
        points += keys(formerTable, former).equals(keys(table, column)) ? KEYS : 0;
        return points + share(NAME, names(former.name(), column.name()));
    }

    /** Columns of the same name are most telling; of the others, some may be renamed ones that have the same type. */
    int of(Table former, Table table) {
        List<Column> left = new ArrayList<>(former.columns());
        List<Column> others = new ArrayList<>();
        double common = 0;
        for (Column column : table.columns()) {
            Optional<Column> found = former.column(column.name());
            if (found.isPresent()) {
                left.remove(found.get());
                common += sameType(found.get().type(), column.type()) ? SAME_NAME : OTHER_TYPE;
            } else {
                others.add(column);
            }
        }
        for (Column column : others) {
            Optional<Column> found = left.stream()
                    .filter(one -> sameType(one.type(), column.type()))
                    .findFirst();
            if (found.isPresent()) {
                left.remove(found.get());
                common += OTHER_NAME;
            }
        }
        double columns = 2 * common / (former.columns().size() + table.columns().size());
        return share(100 - NAME, columns)
                + share(NAME, names(former.name().name(), table.name().name()));
    }

    private static int share(int weight, double likeness) {
        return (int) Math.round(weight * likeness);
    }

    private boolean sameType(SqlType one, SqlType other) {
        return one.equals(other) || types.declaration(one).equals(types.declaration(other));
    }

    /** In how many keys of each kind it is. */
    private static List<Long> keys(Table table, Column column) {
        PrimaryKey key = table.primaryKey();
        String name = column.name();
        return List.of(
                key != null && key.columns().contains(name) ? 1L : 0L,
                table.foreignKeys().stream()
                        .map(ForeignKey::columns)
                        .filter(columns -> columns.contains(name))
                        .count(),
                table.uniqueKeys().stream()
                        .map(UniqueKey::columns)
                        .filter(columns -> columns.contains(name))
                        .count());
    }

    /** From 0 to 1: how much of the longer name need not be written anew (Levenshtein's distance), case left aside. */
    private static double names(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return 1.0 - (double) row[b.length()] / Math.max(a.length(), b.length());
    }
}
