// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.INSERT_PERSON;
import static io.aludel.testkit.conformance.PetWorld.INSERT_PET;
import static io.aludel.testkit.conformance.PetWorld.column;
import static io.aludel.testkit.conformance.PetWorld.count;
import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.Conversion;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.engine.EngineSettings;
import io.aludel.testkit.StatementRecorder;
import io.aludel.testkit.TestedDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many rows at once, and which generated key belongs to which. */
@Tag("server-version")
abstract class InsertRowsTests extends ConformanceTests {
    private final StatementRecorder recorder = new StatementRecorder();
    private final Engine engine;
    private EngineConnection connection;

    InsertRowsTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
        engine = newEngine(EngineSettings.DEFAULT.withListener(recorder));
    }

    @BeforeEach
    void connect() {
        engine.createAll(PetWorld.SCHEMA);
        connection = engine.connect();
        recorder.clear();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void findsTheKeyOfEachOfAThousandRows() {
        List<Object[]> rows = people("p", 1_000);

        long[] ids = connection.insert(INSERT_PERSON, rows);

        assertThat(ids).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(recorder.statements().size()).isLessThanOrEqualTo(30);
        Map<Long, String> stored = new HashMap<>();
        connection.list(
                sql("select id, name, born from person"),
                List.of(ValueType.LONG, ValueType.STRING, ValueType.LOCAL_DATE),
                row -> stored.put(row.getLong(0), row.get(1) + " " + row.get(2)));
        for (int i = 0; i < ids.length; i++) {
            assertThat(stored.get(ids[i])).isEqualTo(rows.get(i)[0] + " " + rows.get(i)[1]);
        }
    }

    @Test
    void findsKeysOfAnIntegerColumnAfterEarlierRows() {
        connection.insert(INSERT_PET, List.of(new Object[] {"Old", null}, new Object[] {"Older", null}));
        connection.update(sql("delete from pet"));

        long[] ids = connection.insert(
                INSERT_PET,
                List.of(new Object[] {"Rex", null}, new Object[] {"Max", null}, new Object[] {"Moritz", null}));

        assertThat(ids).containsExactly(3, 4, 5);
        assertThat(connection.list(
                        sql("select id, name from pet order by id"),
                        List.of(ValueType.INTEGER, ValueType.STRING),
                        row -> row.getInt(0) + " " + row.get(1)))
                .containsExactly("3 Rex", "4 Max", "5 Moritz");
    }

    @Test
    void givesNoKeysWhereNoneAreWanted() {
        InsertRows insert = new InsertRows(INSERT_PERSON.table(), INSERT_PERSON.columns(), null);

        assertThat(connection.insert(insert, people("p", 5))).isEmpty();
        assertThat(count(connection, "person")).isEqualTo(5);
    }

    @Test
    void doesNothingForNoRows() {
        assertThat(connection.insert(INSERT_PERSON, List.of())).isEmpty();
        recorder.assertNoStatements();
    }

    @Test
    void insertsRowsOfNothingButDefaults() {
        TableName visit = TableName.of("visit");
        engine.createAll(Schema.of(Table.of(
                        visit,
                        List.of(
                                Column.identity("id", SqlType.integer()),
                                Column.notNull("place", SqlType.text())
                                        .withDefault(new Default.Of(new Value("home", ValueType.STRING)))))
                .withPrimaryKey(new PrimaryKey("pk_visit", List.of("id")))));
        InsertRows insert = new InsertRows(visit, List.of(), column("id", ValueType.INTEGER));

        long[] ids = connection.insert(insert, List.of(new Object[0], new Object[0], new Object[0]));

        assertThat(ids).containsExactly(1, 2, 3);
        assertThat(connection.list(sql("select place from visit"), List.of(ValueType.STRING), row -> row.get(0)))
                .containsExactly("home", "home", "home");
    }

    @Test
    void refusesARowThatIsTooShort() {
        assertThatThrownBy(() ->
                        connection.insert(INSERT_PERSON, List.of(new Object[] {"Ada", null}, new Object[] {"Bob"})))
                .isInstanceOf(EngineException.class)
                .hasMessage("A row for \"person\" has 1 values for 2 columns; give one for each.");
        recorder.assertNoStatements();
    }

    /** So many columns that a statement's parameters are used up by a few rows. */
    @Test
    void keepsToTheNumberOfParameters() {
        List<Column> columns = new ArrayList<>();
        List<ColumnRef> refs = new ArrayList<>();
        columns.add(Column.identity("id", SqlType.bigint()));
        for (int i = 0; i < 400; i++) {
            columns.add(Column.nullable("c" + i, SqlType.integer()));
            refs.add(column("c" + i, ValueType.INTEGER));
        }
        TableName wide = TableName.of("wide");
        engine.createAll(Schema.of(Table.of(wide, columns).withPrimaryKey(new PrimaryKey("pk_wide", List.of("id")))));
        List<Object[]> rows = IntStream.range(0, 300)
                .mapToObj(row -> IntStream.range(0, 400)
                        .mapToObj(i -> (Object) (row * 1_000 + i))
                        .toArray())
                .toList();

        recorder.clear();
        long[] ids = connection.insert(new InsertRows(wide, refs, column("id", ValueType.LONG)), rows);

        assertThat(ids).hasSize(300).isSorted();
        // A driver may take more than the documented number.
        assertThat(recorder.statements())
                .allSatisfy(statement -> assertThat(statement.rows().get(0))
                        .hasSizeLessThanOrEqualTo(
                                engine.dialect().capabilities().maxParameters()));
        assertThat(connection.list(
                        sql("select count(*), sum(c399) from wide"),
                        List.of(ValueType.LONG, ValueType.LONG),
                        row -> row.getLong(0) + " " + row.getLong(1)))
                .containsExactly("300 " + (300L * 299 / 2 * 1_000 + 300 * 399));
    }

    @Test
    void takesEveryTypeOfValueAndNull() {
        ConvertedType<TimeUnit, String> unit =
                new ConvertedType<>(TimeUnit.class, ValueType.STRING, new Conversion<>() {
                    @Override
                    public String toStored(TimeUnit value) {
                        return value.name();
                    }

                    @Override
                    public TimeUnit fromStored(String stored) {
                        return TimeUnit.valueOf(stored);
                    }
                });
        BasicType<BigDecimal> decimal = ValueType.DECIMAL.as(SqlType.decimal(10, 2));
        List<ValueType<?>> types = List.of(
                ValueType.BOOLEAN,
                ValueType.SHORT,
                ValueType.INTEGER,
                ValueType.LONG,
                ValueType.FLOAT,
                ValueType.DOUBLE,
                decimal,
                ValueType.STRING,
                ValueType.BYTES,
                ValueType.LOCAL_DATE,
                ValueType.LOCAL_TIME,
                ValueType.LOCAL_DATE_TIME,
                ValueType.OFFSET_DATE_TIME,
                ValueType.INSTANT,
                ValueType.UUID,
                unit);
        List<Column> columns = new ArrayList<>();
        List<ColumnRef> refs = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            columns.add(Column.nullable("c" + i, types.get(i).sqlType()));
            refs.add(column("c" + i, types.get(i)));
        }
        columns.add(Column.notNull("ord", SqlType.integer()));
        refs.add(column("ord", ValueType.INTEGER));
        engine.createAll(Schema.of(Table.of(TableName.of("everything"), columns)));
        Object[] full = {
            true,
            (short) -3,
            42,
            1L << 60,
            1.5f,
            -2.25,
            new BigDecimal("12345678.90"),
            "it's \"{a},\\b\" \n NULL з",
            new byte[] {0, -1, 127, '\\'},
            LocalDate.of(1, 2, 3),
            LocalTime.of(23, 59, 59, 123_456_000),
            LocalDateTime.of(2026, 11, 20, 1, 2, 3, 4_000),
            OffsetDateTime.of(2026, 11, 20, 1, 2, 3, 0, ZoneOffset.ofHours(5)),
            Instant.parse("2026-11-20T10:00:00.000001Z"),
            UUID.fromString("00000000-0000-002a-0000-00000000002a"),
            TimeUnit.DAYS,
            1
        };
        Object[] empty = new Object[full.length];
        empty[full.length - 1] = 2;

        connection.insert(new InsertRows(TableName.of("everything"), refs, null), List.of(full, empty));

        List<List<Object>> stored = connection.list(
                sql("select * from everything order by ord"),
                types,
                row -> IntStream.range(0, types.size())
                        .mapToObj(row::get)
                        .collect(ArrayList::new, List::add, List::addAll));
        for (int i = 0; i < types.size(); i++) {
            Object expected = full[i] instanceof OffsetDateTime time ? time.toInstant() : full[i];
            Object read = stored.get(0).get(i) instanceof OffsetDateTime time
                    ? time.toInstant()
                    : stored.get(0).get(i);
            assertThat(read).as(types.get(i).toString()).isEqualTo(expected);
            assertThat(stored.get(1).get(i)).as(types.get(i).toString()).isNull();
        }
    }

    private static List<Object[]> people(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Object[] {
                    prefix + (count - i), LocalDate.of(2000, 1, 1).plusDays(i)
                })
                .toList();
    }
}
