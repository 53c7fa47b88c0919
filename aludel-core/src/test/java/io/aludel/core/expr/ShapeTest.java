// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.name.TableName;
import io.aludel.core.type.AttributeType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShapeTest {
    private static final ColumnRef AGE = new ColumnRef("p", "age", ValueType.INTEGER);
    private static final ColumnRef NAME = new ColumnRef("p", "name", ValueType.STRING);

    private final Select all =
            Select.of(List.of(SelectItem.of(AGE))).withFrom(new TableSource.TableRef(TableName.of("person"), "p"));

    @Test
    void isTheSameForOtherValues() {
        Shape.Parts five = parts(all.withWhere(older(5)));
        Shape.Parts seven = parts(all.withWhere(older(7)));

        assertThat(five.shape()).isEqualTo(seven.shape()).hasSameHashCodeAs(seven.shape());
        assertThat(five.values()).containsExactly(number(5));
        assertThat(seven.values()).containsExactly(number(7));
        assertThat(five.parameterized(all.withWhere(older(5))))
                .isEqualTo(all.withWhere(
                        new Comparison(Comparison.Operator.GT, AGE, new Parameter(0, ValueType.INTEGER))));
    }

    @Test
    void differsWithEachPartOfTheSelect() {
        List<Select> different = List.of(
                all,
                all.withDistinct(),
                all.withItems(List.of(SelectItem.of(NAME))),
                all.withItems(List.of(new SelectItem(AGE, "absent"))),
                all.withItems(List.of(SelectItem.of(AGE), SelectItem.of(NAME))),
                all.withItems(List.of(new SelectItem(AGE, "a"), SelectItem.of(NAME))),
                all.withItems(List.of(SelectItem.of(AGE), new SelectItem(NAME, "a"))),
                all.withItems(List.of(SelectItem.of(number(5)))),
                all.withItems(List.of(SelectItem.of(number(5)), SelectItem.of(number(6)))),
                all.withItems(List.of(SelectItem.of(new Value(5L, ValueType.LONG)), SelectItem.of(number(6)))),
                all.withItems(List.of(SelectItem.of(number(5)), SelectItem.of(new Value(6L, ValueType.LONG)))),
                all.withWhere(older(5)),
                all.withHaving(older(5)),
                all.withWhere(new Comparison(Comparison.Operator.LT, AGE, number(5))),
                all.withWhere(new Comparison(Comparison.Operator.GT, AGE, new Value(5L, ValueType.LONG))),
                all.withWhere(new Comparison(Comparison.Operator.GT, NAME, number(5))),
                all.withWhere(new Not(older(5))),
                all.withWhere(new IsNull(AGE, true)),
                all.withWhere(new IsNull(AGE, false)),
                all.withWhere(new InList(AGE, List.of(number(5)))),
                all.withWhere(new InList(AGE, List.of(number(5), number(6)))),
                all.withWhere(new Between(AGE, number(5), number(6))),
                all.withWhere(new Between(AGE, number(5), number(5))),
                all.withWhere(Logical.of(Logical.Connective.AND, older(5), older(6))),
                all.withWhere(Logical.of(Logical.Connective.OR, older(5), older(6))),
                all.withWhere(new Exists(all)),
                all.withWhere(new InSelect(AGE, all)),
                all.withGroupBy(List.of(AGE)),
                all.withOrderBy(List.of(new Order(AGE, false, Order.Nulls.DEFAULT))),
                all.withOrderBy(List.of(new Order(AGE, true, Order.Nulls.DEFAULT))),
                all.withOrderBy(List.of(new Order(AGE, true, Order.Nulls.LAST))),
                all.withLimit(number(5)),
                all.withOffset(number(5)),
                all.withFrom(new TableSource.TableRef(TableName.of("person"), "q")),
                all.withFrom(new TableSource.DerivedTable(all, "p")));

        assertThat(different.stream().map(select -> parts(select).shape())).doesNotHaveDuplicates();
    }

    /** Of {@code select age + ? … group by age + ?} a database must see that both are one expression. */
    @Test
    void tellsValuesThatAreEqualToEachOtherFromOthers() {
        Shape.Parts equal = parts(grouped(1, 1));

        assertThat(equal.values()).containsExactly(number(1));
        assertThat(equal.shape()).isEqualTo(parts(grouped(2, 2)).shape());
        assertThat(equal.shape()).isNotEqualTo(parts(grouped(1, 2)).shape());
        assertThat(equal.parameterized(grouped(1, 1)).items().get(0).expression())
                .isEqualTo(equal.parameterized(grouped(1, 1)).groupBy().get(0));
    }

    private Select grouped(int selected, int key) {
        return all.withItems(List.of(SelectItem.of(plus(selected)))).withGroupBy(List.of(plus(key)));
    }

    private static Expression plus(int number) {
        return new Arithmetic(Arithmetic.Operator.PLUS, AGE, number(number), ValueType.INTEGER);
    }

    @Test
    void takesPlacesOfRoundingForAPartOfIt() {
        Select two = all.withItems(List.of(SelectItem.of(rounded(2))));
        Shape.Parts parts = parts(two);

        assertThat(parts.values()).isEmpty();
        assertThat(parts.parameterized(two)).isEqualTo(two);
        assertThat(parts.shape())
                .isNotEqualTo(
                        parts(all.withItems(List.of(SelectItem.of(rounded(3))))).shape());
    }

    private static Expression rounded(int places) {
        return FunctionCall.of(FunctionCall.Function.ROUND, ValueType.DECIMAL, AGE, number(places));
    }

    @Test
    void isUnknownWhereTheSqlDependsOnAValue() {
        Value pattern = new Value("a_", ValueType.STRING);

        assertThat(Shape.of(all.withWhere(new TextMatch(TextMatch.Kind.LIKE, NAME, pattern))))
                .isEmpty();
        assertThat(Shape.of(all.withWhere(new TextMatch(TextMatch.Kind.CONTAINS, NAME, NAME))))
                .isPresent();
        assertThat(Shape.of(all.withLimit(new Parameter(0, ValueType.INTEGER)))).isEmpty();
        assertThat(Shape.of(all.withItems(List.of(SelectItem.of(FunctionCall.of(
                        FunctionCall.Function.SUBSTRING, ValueType.STRING, NAME, number(2), number(3)))))))
                .as("places that a pattern may be made of")
                .isEmpty();
    }

    @Test
    void isUnknownWhereTheSqlDependsOnTheDigitsOfADecimal() {
        ColumnRef price = new ColumnRef("p", "price", ValueType.DECIMAL.as(SqlType.decimal(10, 2)));
        Value fraction = new Value(new BigDecimal("0.001"), price.type());
        Expression sum = new Arithmetic(Arithmetic.Operator.PLUS, price, fraction, price.type());

        assertThat(Shape.of(all.withItems(List.of(SelectItem.of(sum))))).isEmpty();
        assertThat(Shape.of(all.withItems(List.of(SelectItem.of(FunctionCall.of(
                        FunctionCall.Function.SUM,
                        price.type(),
                        new Case(List.of(new Case.When(older(5), price)), fraction, price.type())))))))
                .isEmpty();
        assertThat(Shape.of(all.withWhere(new Comparison(Comparison.Operator.EQ, price, fraction))))
                .isPresent();
        assertThat(Shape.of(all.withWhere(Logical.of(
                        Logical.Connective.AND,
                        new Comparison(Comparison.Operator.EQ, plus(1), AGE),
                        new Comparison(Comparison.Operator.EQ, price, fraction)))))
                .isPresent();
    }

    @Test
    void isUnknownForVeryManyValues() {
        assertThat(Shape.of(all.withWhere(new InList(AGE, numbers(64))))).isPresent();
        assertThat(Shape.of(all.withWhere(new InList(AGE, numbers(65))))).isEmpty();
    }

    private static List<Expression> numbers(int count) {
        return IntStream.range(0, count).<Expression>mapToObj(ShapeTest::number).toList();
    }

    /** Equal by their own word, they may stand for different rows; and to ask them might load them. */
    @Test
    void neverAsksEntitiesWhetherTheyAreEqual() {
        Value one = new Value(new Touchy(), new AttributeType<>(Touchy.class, Touchy.class, ""));
        Value other = new Value(new Touchy(), new AttributeType<>(Touchy.class, Touchy.class, ""));

        assertThat(parts(all.withWhere(new InList(AGE, List.of(one, other, one))))
                        .values())
                .hasSize(2);
    }

    private static final class Touchy {
        @Override
        public boolean equals(Object other) {
            throw new AssertionError("was asked");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("was asked");
        }
    }

    private static Shape.Parts parts(Select select) {
        return Shape.of(select).orElseThrow();
    }

    private static Expression older(int age) {
        return new Comparison(Comparison.Operator.GT, AGE, number(age));
    }

    private static Value number(int number) {
        return new Value(number, ValueType.INTEGER);
    }
}
