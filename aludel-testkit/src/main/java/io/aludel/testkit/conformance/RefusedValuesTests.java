// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.column;
import static io.aludel.testkit.conformance.PetWorld.count;
import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.expr.Assignment;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.Update;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.Conversion;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineListener;
import io.aludel.engine.EngineSettings;
import io.aludel.engine.ExecutedStatement;
import io.aludel.testkit.TestedDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values that would not come back: of a type of the program's own, too, and nobody who listens waits for their statement's end. */
abstract class RefusedValuesTests extends ConformanceTests {
    private static final TableName PRICE = TableName.of("price");
    private static final BasicType<BigDecimal> AMOUNT = ValueType.DECIMAL.as(SqlType.decimal(10, 2));
    private static final ConvertedType<Money, BigDecimal> MONEY =
            new ConvertedType<>(Money.class, AMOUNT, new Conversion<Money, BigDecimal>() {
                @Override
                public BigDecimal toStored(Money value) {
                    return value.amount();
                }

                @Override
                public Money fromStored(BigDecimal stored) {
                    return new Money(stored);
                }
            });
    private static final InsertRows INSERT = new InsertRows(PRICE, List.of(column("amount", MONEY)), null);
    private static final Object[] FITS = {new Money(new BigDecimal("1.50"))};
    private static final Object[] TOO_FINE = {new Money(new BigDecimal("1.005"))};

    private final Engine engine;
    private final List<String> heard = new ArrayList<>();
    private EngineConnection connection;

    private record Money(BigDecimal amount) {}

    RefusedValuesTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
        engine = newEngine(EngineSettings.DEFAULT.withListener(new EngineListener() {
            @Override
            public void executing(String sql) {
                heard.add("executing " + sql);
            }

            @Override
            public void executed(ExecutedStatement statement) {
                heard.add((statement.failure() == null ? "executed " : "failed ") + statement.sql());
            }
        }));
    }

    @BeforeEach
    void connect() {
        engine.createAll(Schema.of(Table.of(PRICE, List.of(Column.notNull("amount", SqlType.decimal(10, 2))))));
        connection = engine.connect();
        heard.clear();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void refusesMorePlacesThanTheColumnHasWhateverTypeTheProgramUses() {
        assertRefused(() -> connection.insert(INSERT, List.<Object[]>of(TOO_FINE)));
        assertRefused(() -> connection.insert(INSERT, List.of(FITS, TOO_FINE)));
        assertRefused(
                () -> connection.bulkInsert(INSERT, List.of(FITS, TOO_FINE).iterator()));
        assertThat(count(connection, "price")).isZero();

        connection.insert(INSERT, List.of(FITS, FITS));
        assertThat(connection.list(sql("select amount from price"), List.of(MONEY), row -> row.get(0)))
                .containsExactly(FITS[0], FITS[0]);
        Update update = new Update(
                new TableSource.TableRef(PRICE, "price"),
                List.of(new Assignment(new ColumnRef("price", "amount", MONEY), new Value(TOO_FINE[0], MONEY))),
                null);
        assertRefused(() -> connection.update(connection.dialect().toSql(update)));
        assertThat(connection.list(sql("select amount from price"), List.of(MONEY), row -> row.get(0)))
                .containsExactly(FITS[0], FITS[0]);
    }

    private static void assertRefused(ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("price.amount: 1.005 has more places than decimal(10, 2); round it first, or give the"
                        + " column more.");
    }

    @Test
    void tellsListenersOfTheEndOfWhatItRefuses() {
        RenderedSql insert = sql("insert into price (amount) values (?)", AMOUNT);
        RenderedSql query = sql("select amount from price where amount = ?", AMOUNT);

        assertThatThrownBy(() -> connection.update(insert, "no number")).isInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> connection.query(query, List.of(AMOUNT), "no number"))
                .isInstanceOf(ClassCastException.class);

        assertThat(heard)
                .containsExactly(
                        "executing " + insert.sql(),
                        "failed " + insert.sql(),
                        "executing " + query.sql(),
                        "failed " + query.sql());
    }
}
