// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import static io.aludel.core.type.ValueType.DECIMAL;
import static io.aludel.core.type.ValueType.DOUBLE;
import static io.aludel.core.type.ValueType.INTEGER;
import static io.aludel.core.type.ValueType.LONG;
import static io.aludel.core.type.ValueType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.expr.Assignment;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Delete;
import io.aludel.core.expr.EntityRef;
import io.aludel.core.expr.EntitySource;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.IsNull;
import io.aludel.core.expr.Join;
import io.aludel.core.expr.NullLiteral;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Parameter;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.Statement;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.TableSource.DerivedTable;
import io.aludel.core.expr.TableSource.TableRef;
import io.aludel.core.expr.Update;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole statements. Expressions are in {@link StandardExpressionsTest}. */
class StandardRendererTest {
    private static final TableSource GRADES = new TableRef(TableName.of("grades"), "g");
    private static final ColumnRef VALUE = new ColumnRef("g", "value", INTEGER);
    private static final ColumnRef ID = new ColumnRef("g", "id", LONG);

    @Test
    void writesEveryClauseOfASelectInItsPlace() {
        Select average = Select.of(List.of(
                        new SelectItem(new ColumnRef("s", "name", STRING), "student"),
                        new SelectItem(FunctionCall.of(Function.AVG, DECIMAL, VALUE), "avg value")))
                .withDistinct()
                .withFrom(GRADES)
                .withJoin(Join.on(
                        Join.Kind.INNER,
                        new TableRef(TableName.of("school", "students"), "s"),
                        equal(new ColumnRef("g", "student_id", LONG), new ColumnRef("s", "id", LONG))))
                .withJoin(Join.on(
                        Join.Kind.LEFT,
                        new TableRef(TableName.of("groups"), "groups"),
                        equal(new ColumnRef("groups", "id", LONG), new ColumnRef("s", "group_id", LONG))))
                .withWhere(new Comparison(Comparison.Operator.GE, VALUE, number(3)))
                .withWhere(new IsNull(ID, true))
                .withGroupBy(List.of(new ColumnRef("s", "name", STRING)))
                .withHaving(
                        new Comparison(Comparison.Operator.GT, FunctionCall.of(Function.COUNT_ROWS, LONG), number(4)))
                .withOrderBy(List.of(new Order(VALUE, true, Order.Nulls.DEFAULT)))
                .withLimit(number(5))
                .withOffset(number(6));

        RenderedSql sql = render(average);

        assertThat(sql.sql()).isEqualTo("""
                        select distinct s.name as student, avg(g."value") as "avg value" from grades as g \
                        join school.students as s on g.student_id = s.id \
                        left join "groups" on "groups".id = s.group_id \
                        where g."value" >= ? and g.id is not null group by s.name having count(*) > ? \
                        order by g."value" desc limit ? offset ?""");
        assertThat(sql.binds()).containsExactly(number(3), number(4), number(5), number(6));
    }

    @Test
    void writesASelectAsATable() {
        Select inner = Select.of(List.of(new SelectItem(VALUE, "v"))).withFrom(GRADES);

        assertThat(sql(Select.of(List.of(SelectItem.of(new ColumnRef("x", "v", INTEGER))))
                        .withFrom(new DerivedTable(inner, "x"))))
                .isEqualTo("select x.v from (select g.\"value\" as v from grades as g) as x");
    }

    @Test
    void selectsWithoutATable() {
        assertThat(sql(Select.of(List.of(SelectItem.of(number(1)))))).isEqualTo("select ?");
    }

    @Test
    void saysWhereNullStandsOnlyIfTheDatabaseWouldDoOtherwise() {
        assertThat(sql(ordered(Order.Nulls.DEFAULT, false))).endsWith("order by g.id");
        assertThat(sql(ordered(Order.Nulls.LAST, false))).endsWith("order by g.id");
        assertThat(sql(ordered(Order.Nulls.FIRST, false))).endsWith("order by g.id nulls first");
        assertThat(sql(ordered(Order.Nulls.DEFAULT, true))).endsWith("order by g.id desc");
        assertThat(sql(ordered(Order.Nulls.FIRST, true))).endsWith("order by g.id desc");
        assertThat(sql(ordered(Order.Nulls.LAST, true))).endsWith("order by g.id desc nulls last");
    }

    @Test
    void putsNullInTheSamePlaceWhereItIsTheLowest() {
        assertThat(lowest(ordered(Order.Nulls.DEFAULT, false))).endsWith("order by g.id nulls last");
        assertThat(lowest(ordered(Order.Nulls.FIRST, false))).endsWith("order by g.id");
        assertThat(lowest(ordered(Order.Nulls.DEFAULT, true))).endsWith("order by g.id desc nulls first");
        assertThat(lowest(ordered(Order.Nulls.LAST, true))).endsWith("order by g.id desc");
    }

    private static Select ordered(Order.Nulls nulls, boolean descending) {
        return Select.of(List.of(SelectItem.of(ID)))
                .withFrom(GRADES)
                .withOrderBy(List.of(new Order(ID, descending, nulls)));
    }

    private static String lowest(Select select) {
        StandardRenderer renderer = new StandardRenderer(PlainDialect.INSTANCE) {
            @Override
            protected boolean nullsAreHighest() {
                return false;
            }
        };
        return renderer.render(select).sql();
    }

    @Test
    void namesAnItemWithAValueByItsNumberWhenItGroupsOrOrders() {
        FunctionCall rounded = FunctionCall.of(Function.ROUND, DECIMAL, VALUE, number(1));

        RenderedSql sql = render(Select.of(List.of(SelectItem.of(ID), SelectItem.of(rounded)))
                .withFrom(GRADES)
                .withGroupBy(List.of(ID, rounded))
                .withOrderBy(List.of(new Order(rounded, true, Order.Nulls.DEFAULT))));

        assertThat(sql.sql())
                .isEqualTo("select g.id, round(g.\"value\", ?) from grades as g group by g.id, 2 order by 2 desc");
        assertThat(sql.binds()).containsExactly(number(1));
    }

    @Test
    void updatesWithoutQualifyingWhatIsSet() {
        RenderedSql sql = render(new Update(
                GRADES,
                List.of(
                        new Assignment(VALUE, new Parameter(0, INTEGER)),
                        new Assignment(new ColumnRef("g", "note", STRING), new NullLiteral(STRING))),
                equal(ID, new Parameter(1, LONG))));

        assertThat(sql.sql()).isEqualTo("update grades as g set \"value\" = ?, note = null where g.id = ?");
        assertThat(sql.binds()).containsExactly(new Parameter(0, INTEGER), new Parameter(1, LONG));
    }

    @Test
    void deletesWithoutAnAliasThatSaysNothing() {
        assertThat(sql(new Delete(new TableRef(TableName.of("grades"), "grades"), null)))
                .isEqualTo("delete from grades");
        assertThat(sql(new Delete(GRADES, equal(ID, number(1))))).isEqualTo("delete from grades as g where g.id = ?");
    }

    @Test
    void insertsRowByRowInOneStatement() {
        InsertRows insert = new InsertRows(
                TableName.of("grades"),
                List.of(new ColumnRef("", "value", INTEGER), new ColumnRef("", "note", STRING)),
                new ColumnRef("", "id", LONG));

        RenderedInsert two = new StandardRenderer(PlainDialect.INSTANCE).renderInsert(insert, 2);

        assertThat(two.sql()).isEqualTo("insert into grades (\"value\", note) values (?, ?), (?, ?) returning id");
        assertThat(two.layout()).isEqualTo(RenderedInsert.Layout.ROWS);
        assertThat(two.keys()).isEqualTo(RenderedInsert.Keys.RETURNED);
        assertThat(render(insert).binds()).containsExactly(new Parameter(0, INTEGER), new Parameter(1, STRING));
    }

    @Test
    void insertsRowsOfNothingButDefaults() {
        InsertRows keyed = new InsertRows(TableName.of("t"), List.of(), new ColumnRef("", "id", LONG));
        InsertRows plain = new InsertRows(TableName.of("t"), List.of(), null);

        assertThat(insert(keyed, 1)).isEqualTo("insert into t default values returning id");
        assertThat(insert(keyed, 3))
                .isEqualTo("insert into t (id) values (default), (default), (default) returning id");
        assertThat(insert(plain, 1)).isEqualTo("insert into t default values");
        assertThatThrownBy(() -> insert(plain, 2))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage(
                        "plain has no insert of 2 rows of nothing but defaults into \"t\". Insert them one by one.");
    }

    private static String insert(InsertRows insert, int rows) {
        return new StandardRenderer(PlainDialect.INSTANCE)
                .renderInsert(insert, rows)
                .sql();
    }

    @Test
    void refusesEntitiesThatNobodyHasResolved() {
        EntityRef.Root root = new EntityRef.Root(String.class, "s");
        EntityRef.Association step = new EntityRef.Association(root, "owner", Integer.class, false);
        Select from = Select.of(List.of(SelectItem.of(ID))).withFrom(new EntitySource(root));
        Select join = Select.of(List.of(SelectItem.of(ID)))
                .withFrom(GRADES)
                .withJoin(Join.along(Join.Kind.LEFT, new EntitySource(root), step));

        assertThatThrownBy(() -> render(from))
                .hasMessage("Entity String cannot be written as SQL: its columns are known to the entity model only;"
                        + " resolve the statement with it first.");
        assertThatThrownBy(() -> render(join)).hasMessageStartingWith("The join along owner cannot be written as SQL");
    }

    @Test
    void writesValuesIntoDdlAndNamesColumnsBarely() {
        assertThat(new StandardRenderer(PlainDialect.INSTANCE)
                        .renderInline(equal(new ColumnRef("g", "note", STRING), new Value("it's", STRING))))
                .isEqualTo("note = 'it''s'");
        assertThatThrownBy(() -> new StandardRenderer(PlainDialect.INSTANCE).renderInline(new Parameter(2, DOUBLE)))
                .hasMessage("DDL takes no parameters, but its expression has parameter 2; put the value itself there.");
    }

    private static Comparison equal(Expression left, Expression right) {
        return new Comparison(Comparison.Operator.EQ, left, right);
    }

    private static Value number(int number) {
        return new Value(number, INTEGER);
    }

    private static RenderedSql render(Statement statement) {
        return PlainDialect.INSTANCE.toSql(statement);
    }

    private static String sql(Statement statement) {
        return render(statement).sql();
    }
}
