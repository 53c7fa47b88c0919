// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.ScratchConnection;
import io.aludel.core.expr.Between;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.RawSql;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteScratchTest {
    private static final Table TABLE = Table.of(
            TableName.of("t"),
            List.of(
                    Column.nullable("x", SqlType.integer()),
                    Column.notNull("y", SqlType.text()),
                    Column.nullable("value", SqlType.integer()),
                    Column.nullable("null", SqlType.text())));

    private final SqliteScratch scratch = new SqliteScratch(new SqliteDialect());
    private TestConnection place;

    @BeforeEach
    void open() {
        place = new TestConnection(scratch.url((sql, parameters) -> List.of()).orElseThrow());
        scratch.readBack(place, Schema.of(TABLE));
    }

    @AfterEach
    void close() {
        place.close();
    }

    /** SQLite lists all tables for each of these questions. */
    @Test
    void readsAnyNumberOfTablesByTheSameNumberOfQueries() {
        AtomicInteger queries = new AtomicInteger();
        ScratchConnection counting = new ScratchConnection() {
            @Override
            public void execute(String sql) {
                place.execute(sql);
            }

            @Override
            public List<CatalogRow> query(String sql, @Nullable Object... parameters) {
                queries.incrementAndGet();
                return place.query(sql, parameters);
            }
        };
        scratch.readBack(counting, Schema.of(TABLE));
        int ofOne = queries.getAndSet(0);
        Schema many = Schema.of(
                IntStream.range(0, 50)
                        .mapToObj(n -> TABLE.withName(TableName.of("t" + n)))
                        .toList(),
                List.of());

        assertThat(scratch.readBack(counting, many).tables()).hasSize(50);
        assertThat(queries).hasValue(ofOne);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '|',
            value = {
                "x>0 ~ x > 0",
                "x > 0 ~ ((\"X\") > /* why */ 0)",
                "t.x > 0 ~ [x] > 0",
                "value between 1 and 12 ~ \"value\" BETWEEN 1 AND 12",
                "x <> 1 ~ x != 1",
                "x = 1 ~ x == 1",
                "x notnull ~ x is not null",
                "x > 0 and true ~ x > 0 and 1",
                "cast(y as int) > 0 ~ cast(y as integer) > 0",
                "ifnull(x, 0) > 0 ~ coalesce(x, 0) > 0",
                "(x + 1) * 2 > 0 ~ ((x + 1) * 2) > 0",
                "y like 'a%' ~ y LIKE 'a%'",
                "y = 'it''s' ~ y = 'it''s'",
                "x > 0 -- ~ x > 0",
                "\"null\" is null ~ [null] is null",
            })
    void seesThatTwoSpellingsAreTheSame(String one, String other) {
        assertThat(same(one, other)).isTrue();
        assertThat(same(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '|',
            value = {
                "y = 'x' ~ y = 'X'",
                "y = 'x' ~ y = 'x ' ",
                "y = 'x' ~ y = x",
                "y = 'y' ~ y = y",
                "y = 'y' ~ y = \"y\"",
                "y collate nocase = 'x' ~ y = 'x'",
                "x > 1 ~ x > 1.0",
                "x > 1 ~ x > '1'",
                "x > 1 ~ 1 > x",
                "x > 1 or x is null ~ x > 1",
                "y like 'a!%' escape '!' ~ y like 'a!%'",
                "x / 2 > 1 ~ x / 2.0 > 1",
                "x + 1 * 2 > 0 ~ (x + 1) * 2 > 0",
                "not x = 1 ~ not (x = 1 and 0)",
                "x - (1 - 1) > 0 ~ x - 1 - 1 > 0",
                "x in (1, 2) ~ x in (1, 2, 3)",
                "x >= 1 ~ x > 1",
                "value > 0 ~ x > 0",
                "\"null\" = 'a' ~ null = 'a'",
                "y = \"nosuch\" ~ y = 'nosuch'",
                "nosuch(x) > 0 ~ nosuch(x) > 1",
                "y glob 'a*' ~ y like 'a%'",
                "abs(x) > 0 ~ x > 0",
            })
    void neverTakesDifferentExpressionsForTheSame(String one, String other) {
        assertThat(same(one, other)).isFalse();
        assertThat(same(other, one)).isFalse();
    }

    @Test
    void comparesOurExpressionsWithSqlitesWords() {
        Expression ours = new Between(
                new ColumnRef("", "value", ValueType.INTEGER),
                new Value(1, ValueType.INTEGER),
                new Value(12, ValueType.INTEGER));
        assertThat(scratch.sameExpression(place, TABLE, ours, raw("VALUE between 1 AND (12)")))
                .isTrue();
        assertThat(scratch.sameExpression(place, TABLE, ours, raw("value between 1 and 13")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "1, (1), true",
                "1, true, true",
                "'a', 'a', true",
                "'a', 'A', false",
                "-1, - 1, true",
                "1, '1', false",
                "1.5, 1.50, true",
                "current_timestamp, CURRENT_TIMESTAMP, true",
                "0, null, false"
            })
    void comparesDefaults(String one, String other, boolean expected) {
        Column column = TABLE.requireColumn("x");
        assertThat(scratch.sameDefault(place, TABLE, withDefault(column, one), withDefault(column, other)))
                .isEqualTo(expected);
        assertThat(scratch.sameDefault(place, TABLE, column, withDefault(column, one)))
                .isFalse();
    }

    @Test
    void readsTheModelBackAsALiveDatabaseWouldBeRead() {
        try (TestConnection live = TestConnection.inMemory()) {
            live.run(live.dialect.ddl().createAll(Pets.ALL));
            assertThat(scratch.readBack(place, Pets.ALL)).isEqualTo(live.read());
            assertThat(scratch.readBack(place, Pets.ALL)).isEqualTo(live.read());
        }
    }

    @Test
    void readsAnIdentityOfAnyIntegerTypeAsWhatItIs() {
        Table small = Table.of(TableName.of("s"), List.of(Column.identity("id", SqlType.integer())))
                .withPrimaryKey(new PrimaryKey("pk_s", List.of("id")));
        assertThat(scratch.readBack(place, Schema.of(small))
                        .tables()
                        .get(0)
                        .requireColumn("id")
                        .type())
                .isEqualTo(SqlType.bigint());
    }

    @Test
    void keepsAChecksWordsThatOnlyTheLiveDatabaseUnderstands() {
        Check known = new Check("ck_known", raw("x > 0"));
        Check unknown = new Check("ck_unknown", raw("is_pretty(y)"));
        Index index = new Index("ix", List.of(new Index.Part(raw("prettiness(y)"), true)), false);
        Index collated = new Index("ix_c", List.of(Index.Part.column("y").withCollation("prettiness")), false);
        Index wordy = new Index("ix_e", List.of(new Index.Part(raw("y collate prettiness"), false)), false);
        Index rightly = new Index("ix_d", List.of(Index.Part.column("y").withCollation("nocase")), false);
        Table table = TABLE.withChecks(List.of(known, unknown))
                .withIndexes(List.of(index, collated, rightly, wordy, Index.of("ix_y", "y")));
        assertThat(scratch.readBack(place, Schema.of(table)).tables().get(0).indexes())
                .containsExactly(index, collated, rightly, wordy, Index.of("ix_y", "y"));
        assertThat(scratch.readBack(place, Schema.of(table)).tables().get(0).checks())
                .containsExactly(known, unknown);
        assertThat(same("is_pretty(y)", "IS_PRETTY( y )")).isTrue();
        assertThat(same("is_pretty(y)", "is_pretty(x)")).isFalse();
    }

    private boolean same(String one, String other) {
        return scratch.sameExpression(place, TABLE, raw(one), raw(other));
    }

    private static Column withDefault(Column column, String text) {
        return column.withDefault(new Default.Of(raw(text)));
    }

    private static RawSql raw(String text) {
        return new RawSql("sqlite", text, ValueType.STRING);
    }
}
