// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.entity;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.expr.Assignment;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Delete;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.InList;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Logical;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Parameter;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.Statement;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.Update;
import io.aludel.core.type.ValueType;
import io.aludel.mapping.model.IdGeneration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The statements that sessions need of one entity again and again. Each is written once per dialect; then only its values change. */
public final class EntityStatements {
    private final EntityMapping mapping;
    private final Map<List<Object>, RenderedSql> rendered = new ConcurrentHashMap<>();

    EntityStatements(EntityMapping mapping) {
        this.mapping = mapping;
    }

    /** The types of what {@link #selectIn} gives. */
    public List<ValueType<?>> types() {
        return mapping.type().columns().stream()
                .<ValueType<?>>map(ColumnRef::type)
                .toList();
    }

    /**
     * The rows whose column is one of {@code count} values: the attributes' columns, then the foreign keys.
     *
     * @param orderBy attribute names, each perhaps followed by {@code desc}; then by identifier, so that the order is always the same
     */
    public RenderedSql selectIn(Dialect dialect, MappedColumn column, int count, List<String> orderBy) {
        return cached(dialect, List.of("select", column.name(), count, orderBy), () -> select(column, count, orderBy));
    }

    /** Deletes a row, if it still has the version it was read with. Parameters: the identifier, the version where there is one. */
    public RenderedSql delete(Dialect dialect) {
        return cached(dialect, List.of("delete"), () -> new Delete(table(), thisVersion(0)));
    }

    /**
     * Changes columns of a row. Parameters: their values, the identifier, and the version where it is compared.
     *
     * @param compareVersion whether the row must still have the version it was read with
     */
    public RenderedSql update(Dialect dialect, List<MappedColumn> changed, boolean compareVersion) {
        List<String> names = changed.stream().map(MappedColumn::name).toList();
        return cached(dialect, List.of("update", names, compareVersion), () -> {
            List<Assignment> assignments = new ArrayList<>();
            for (MappedColumn column : changed) {
                Parameter value = new Parameter(assignments.size(), column.type());
                assignments.add(new Assignment(unqualified(column), value));
            }
            int next = changed.size();
            return new Update(table(), assignments, compareVersion ? thisVersion(next) : equal(mapping.id(), next));
        });
    }

    /** Inserts rows of these columns; where the database numbers them, the numbers come back. */
    public InsertRows insert(List<MappedColumn> columns) {
        boolean numbered = mapping.idGeneration() instanceof IdGeneration.Identity;
        return new InsertRows(
                mapping.table(),
                columns.stream().map(EntityStatements::unqualified).toList(),
                numbered ? unqualified(mapping.id()) : null);
    }

    private Select select(MappedColumn column, int count, List<String> orderBy) {
        List<Expression> values = IntStream.range(0, count)
                .<Expression>mapToObj(i -> new Parameter(i, column.type()))
                .toList();
        ColumnRef operand = qualified(unqualified(column));
        List<SelectItem> items = mapping.type().columns().stream()
                .map(item -> SelectItem.of(qualified(item)))
                .toList();
        boolean byId = column.equals(mapping.id());
        Order tieBreak = new Order(qualified(unqualified(mapping.id())), false, Order.Nulls.DEFAULT);
        return Select.of(items)
                .withFrom(table())
                .withWhere(count == 1 ? equal(column, 0) : new InList(operand, values))
                .withOrderBy(
                        byId
                                ? List.of()
                                : Stream.concat(orderBy.stream().map(this::order), Stream.of(tieBreak))
                                        .toList());
    }

    private Order order(String key) {
        String[] words = key.strip().split("\\s+");
        MappedColumn column = mapping.attributes().stream()
                .filter(attribute -> attribute.attribute().equals(words[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "@OrderBy names \"" + words[0] + "\", which " + mapping.name() + " does not have."));
        boolean descending = words.length > 1 && words[1].equalsIgnoreCase("desc");
        return new Order(qualified(unqualified(column)), descending, Order.Nulls.DEFAULT);
    }

    private Expression thisVersion(int firstParameter) {
        Expression row = equal(mapping.id(), firstParameter);
        MappedColumn version = mapping.version();
        return version == null ? row : Logical.of(Logical.Connective.AND, row, equal(version, firstParameter + 1));
    }

    private Expression equal(MappedColumn column, int parameter) {
        return new Comparison(
                Comparison.Operator.EQ, qualified(unqualified(column)), new Parameter(parameter, column.type()));
    }

    private TableSource table() {
        return new TableSource.TableRef(mapping.table(), mapping.table().name());
    }

    private ColumnRef qualified(ColumnRef column) {
        return new ColumnRef(mapping.table().name(), column.column(), column.type());
    }

    private static ColumnRef unqualified(MappedColumn column) {
        return new ColumnRef("", column.name(), column.type());
    }

    private RenderedSql cached(Dialect dialect, List<Object> shape, Supplier<Statement> statement) {
        List<Object> key = List.of(dialect.name(), dialect.version(), shape);
        RenderedSql known = rendered.get(key);
        return known != null ? known : rendered.computeIfAbsent(key, k -> dialect.toSql(statement.get()));
    }
}
