// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A schema such as grows over years: some tables that many others point at, most with one to three foreign keys, trees, loops, one-to-one, and some
 * that stand alone. The same number gives the same schema.
 */
final class ManyTables {
    private static final List<SqlType> TYPES = List.of(
            SqlType.varchar(40), SqlType.integer(), SqlType.decimal(12, 2), SqlType.timestamp(), SqlType.text());

    private ManyTables() {}

    static Schema of(int number) {
        Random random = new Random(number);
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            tables.add(table(i, number, random));
        }
        return Schema.of(tables.toArray(Table[]::new));
    }

    private static Table table(int i, int number, Random random) {
        List<Column> columns = new ArrayList<>(List.of(Column.identity("id", SqlType.bigint())));
        for (int c = random.nextInt(8); c >= 0; c--) {
            SqlType type = TYPES.get(random.nextInt(TYPES.size()));
            columns.add(
                    random.nextBoolean() ? Column.nullable("value_" + c, type) : Column.notNull("value_" + c, type));
        }
        List<ForeignKey> keys = new ArrayList<>();
        List<UniqueKey> uniqueKeys = new ArrayList<>();
        int references = i == 0 || random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(3);
        for (int r = 0; r < references; r++) {
            // Squared, so that the first tables are pointed at most; now and then at itself, or at one that comes
            // later.
            double place = random.nextDouble() * random.nextDouble();
            int target =
                    random.nextInt(15) == 0 ? random.nextInt(number) : random.nextInt(15) == 0 ? i : (int) (place * i);
            String column = "ref_" + r + "_id";
            columns.add(
                    random.nextInt(4) == 0
                            ? Column.nullable(column, SqlType.bigint())
                            : Column.notNull(column, SqlType.bigint()));
            keys.add(ForeignKey.of("fk_" + i + "_" + r, List.of(column), name(target), List.of("id")));
            if (random.nextInt(10) == 0) {
                uniqueKeys.add(new UniqueKey("uk_" + i + "_" + r, List.of(column)));
            }
        }
        return Table.of(name(i), columns)
                .withPrimaryKey(new PrimaryKey("pk_" + i, List.of("id")))
                .withForeignKeys(keys)
                .withUniqueKeys(uniqueKeys);
    }

    private static TableName name(int i) {
        return TableName.of("table_" + i);
    }
}
