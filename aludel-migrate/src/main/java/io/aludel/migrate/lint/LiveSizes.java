// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import io.aludel.core.expr.Expression;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.type.ValueType;
import io.aludel.engine.EngineConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks the database, each table once: its own estimate, or whether there are that many rows. */
final class LiveSizes implements TableSizes {
    private final EngineConnection connection;
    private final Schema live;
    private final long big;
    private final Map<TableName, TableSize> known = new HashMap<>();

    /**
     * @param connection within a transaction
     * @param big from how many rows on a table is big
     */
    LiveSizes(EngineConnection connection, Schema live, long big) {
        this.connection = connection;
        this.live = live;
        this.big = big;
    }

    @Override
    public TableSize of(TableName table) {
        return known.computeIfAbsent(table, this::asked);
    }

    private TableSize asked(TableName table) {
        if (big == 0) {
            return new TableSize(true, "any number of rows");
        }
        if (live.table(table).isEmpty()) {
            return TableSize.UNKNOWN;
        }
        Optional<Long> estimate = connection.dialect().introspector().estimatedRows(connection.catalog(), table);
        return estimate.map(rows -> new TableSize(rows >= big, "about " + grouped(rows) + " rows"))
                .orElseGet(() -> reaches(table)
                        ? new TableSize(true, grouped(big) + " rows or more")
                        : new TableSize(false, "fewer than " + grouped(big) + " rows"));
    }

    private boolean reaches(TableName table) {
        Expression one = new Value(1, ValueType.INTEGER);
        Select select = Select.of(List.of(SelectItem.of(one)))
                .withFrom(new TableSource.TableRef(table, "t"))
                .withLimit(one)
                .withOffset(new Value(big - 1, ValueType.LONG));
        return !connection
                .list(connection.dialect().toSql(select), List.of(ValueType.INTEGER), row -> row.getInt(0))
                .isEmpty();
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
