// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.expr.Bind;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Parameter;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** People and their pets: two tables, a key between them, a name that is taken once. */
public final class PetWorld {
    public static final TableName PERSON = TableName.of("person");
    public static final TableName PET = TableName.of("pet");

    public static final Table PERSON_TABLE = Table.of(
                    PERSON,
                    List.of(
                            Column.identity("id", SqlType.bigint()),
                            Column.notNull("name", SqlType.varchar(40)),
                            Column.nullable("born", SqlType.date())))
            .withPrimaryKey(new PrimaryKey("pk_person", List.of("id")))
            .withUniqueKeys(List.of(new UniqueKey("uq_person_name", List.of("name"))));
    public static final Table PET_TABLE = Table.of(
                    PET,
                    List.of(
                            Column.identity("id", SqlType.integer()),
                            Column.notNull("name", SqlType.text()),
                            Column.nullable("owner_id", SqlType.bigint())))
            .withPrimaryKey(new PrimaryKey("pk_pet", List.of("id")))
            .withForeignKeys(List.of(ForeignKey.of("fk_pet_owner", List.of("owner_id"), PERSON, List.of("id"))
                    .onDelete(ForeignKey.Action.CASCADE)));
    public static final Schema SCHEMA = Schema.of(PERSON_TABLE, PET_TABLE);

    public static final InsertRows INSERT_PERSON = new InsertRows(
            PERSON,
            List.of(column("name", ValueType.STRING), column("born", ValueType.LOCAL_DATE)),
            column("id", ValueType.LONG));
    public static final InsertRows INSERT_PET = new InsertRows(
            PET,
            List.of(column("name", ValueType.STRING), column("owner_id", ValueType.LONG)),
            column("id", ValueType.INTEGER));

    private PetWorld() {}

    public static ColumnRef column(String name, ValueType<?> type) {
        return new ColumnRef("", name, type);
    }

    /** SQL with one parameter of each type, in their order. */
    public static RenderedSql sql(String sql, ValueType<?>... parameters) {
        List<Bind> binds = IntStream.range(0, parameters.length)
                .<Bind>mapToObj(position -> new Parameter(position, parameters[position]))
                .toList();
        return new RenderedSql(sql, binds);
    }

    public static long count(EngineConnection connection, String table) {
        return connection
                .list(sql("select count(*) from " + table), List.of(ValueType.LONG), row -> row.getLong(0))
                .get(0);
    }

    public static long count(Engine engine, String table) {
        try (EngineConnection connection = engine.connect()) {
            return count(connection, table);
        }
    }

    /** People of these names. */
    public static void insert(EngineConnection connection, String... names) {
        connection.insert(
                INSERT_PERSON,
                Arrays.stream(names).map(name -> new Object[] {name, null}).toList());
    }
}
