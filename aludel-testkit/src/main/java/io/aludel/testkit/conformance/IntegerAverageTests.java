// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.core.query.Functions.avg;
import static io.aludel.core.query.Functions.round;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.name.TableName;
import io.aludel.core.query.DecimalNum;
import io.aludel.core.query.IntNum;
import io.aludel.core.query.LongNum;
import io.aludel.core.query.ShortNum;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testkit.TestedDatabase;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An average of integers is a decimal of fifteen digits, be it large or small, and can be computed with. */
abstract class IntegerAverageTests extends ConformanceTests {
    private static final TableName NAME = TableName.of("facts");
    private static final LongNum NUMBER = new LongNum(new ColumnRef("f", "n", ValueType.LONG));

    private final Engine engine = newEngine();
    private final EngineConnection connection;

    IntegerAverageTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
        engine.createAll(Schema.of(Table.of(NAME, List.of(Column.nullable("n", SqlType.bigint())))));
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void isExactWhereItIsSmall() {
        Long[] numbers = new Long[3001];
        Arrays.fill(numbers, 0L);
        numbers[7] = 1L;
        insert(numbers);

        assertThat(text(avg(NUMBER))).isEqualTo("0.000333222259246918");
        assertThat(text(avg(NUMBER).times(avg(NUMBER)))).isEqualTo("0.00000011103707405762");
    }

    @Test
    void isExactWhereTheSumIsLargerThanAnyInteger() {
        insert(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - 3);

        assertThat(text(avg(NUMBER))).isEqualTo("9223372036854780000");
    }

    @Test
    void hasNoZerosAtItsEnd() {
        insert(-3L, -4L, null);

        assertThat(text(avg(NUMBER))).isEqualTo("-3.5");
        assertThat(text(avg(NUMBER).times(2))).isEqualTo("-7");
        assertThat(text(avg(NUMBER).plus(new BigDecimal("365.25")))).isEqualTo("361.75");
        assertThat(text(avg(NUMBER).dividedBy(new BigDecimal(4)))).isEqualTo("-0.875");
        assertThat(text(round(avg(NUMBER), 3))).isEqualTo("-3.500");
    }

    @Test
    void isNullOfNoNumbers() {
        assertThat(average(avg(NUMBER))).isNull();
        insert(null, null);

        assertThat(average(avg(NUMBER))).isNull();
        assertThat(average(avg(NUMBER).plus(1))).isNull();
    }

    /** The sum of three is beyond the columns' own types. */
    @Test
    void isExactForNarrowIntegers() {
        TableName name = TableName.of("narrow");
        engine.createAll(Schema.of(Table.of(
                name, List.of(Column.notNull("s", SqlType.smallint()), Column.notNull("i", SqlType.integer())))));
        InsertRows insert = new InsertRows(
                name,
                List.of(new ColumnRef("", "s", ValueType.SHORT), new ColumnRef("", "i", ValueType.INTEGER)),
                null);
        connection.insert(insert, Collections.nCopies(3, new Object[] {Short.MAX_VALUE, Integer.MIN_VALUE}));
        connection.insert(insert, List.<Object[]>of(new Object[] {(short) 0, 1}));

        assertThat(text(avg(new ShortNum(new ColumnRef("f", "s", ValueType.SHORT))), name))
                .isEqualTo("24575.25");
        assertThat(text(avg(new IntNum(new ColumnRef("f", "i", ValueType.INTEGER))), name))
                .isEqualTo("-1610612735.75");
    }

    private void insert(Long... numbers) {
        connection.insert(
                new InsertRows(NAME, List.of(new ColumnRef("", "n", ValueType.LONG)), null),
                Arrays.stream(numbers).map(number -> new Object[] {number}).toList());
    }

    private String text(DecimalNum number) {
        return text(number, NAME);
    }

    private String text(DecimalNum number, TableName table) {
        return average(number, table).toPlainString();
    }

    private BigDecimal average(DecimalNum number) {
        return average(number, NAME);
    }

    private BigDecimal average(DecimalNum number, TableName table) {
        Select select = Select.of(List.of(SelectItem.of(number.node()))).withFrom(new TableSource.TableRef(table, "f"));
        return connection
                .list(engine.dialect().toSql(select), List.of(number.node().type()), row -> (BigDecimal) row.get(0))
                .get(0);
    }
}
