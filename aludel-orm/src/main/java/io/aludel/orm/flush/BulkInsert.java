// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.flush;

import io.aludel.core.expr.AttributeRef;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.EntityRef;
import io.aludel.core.expr.EntityValue;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Value;
import io.aludel.core.query.InsertQuery;
import io.aludel.core.query.QueryException;
import io.aludel.core.type.AttributeType;
import io.aludel.mapping.model.IdGeneration;
import io.aludel.mapping.resolve.StatementResolver;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.entity.MappedColumn;
import io.aludel.orm.entity.ToOne;
import io.aludel.orm.entity.WholeNumber;
import io.aludel.orm.error.UnflushableException;
import io.aludel.orm.state.PersistenceContext;
import io.aludel.orm.state.SessionConnection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Inserts rows that no object stands for, as {@link Writer} would insert those of objects: with the same checks, identifiers and versions. */
public final class BulkInsert {
    private final PersistenceContext context;
    private final SessionConnection connection;
    private final SequenceBlocks sequences;
    private final BulkChange bulk;
    private final StatementResolver resolver;

    public BulkInsert(
            PersistenceContext context, SessionConnection connection, SequenceBlocks sequences, BulkChange bulk) {
        this.context = context;
        this.connection = connection;
        this.sequences = sequences;
        this.bulk = bulk;
        this.resolver = new StatementResolver(context.entities().model());
    }

    /** A column of the table, and its value for a row. */
    private record Filled<S>(MappedColumn column, Function<? super S, ? extends @Nullable Object> value) {}

    /** Executes it; changes have been flushed before. The number of rows. */
    public <S> long execute(InsertQuery<S> insert, Iterator<? extends S> rows) {
        EntityMapping mapping = context.entities().of(insert.root().entity());
        List<Filled<S>> filled = filled(mapping, insert);
        List<ColumnRef> columns = filled.stream()
                .map(one -> new ColumnRef("", one.column().name(), one.column().type()))
                .toList();
        long count = connection.get().bulkInsert(new InsertRows(mapping.table(), columns, null), new Iterator<>() {
            private long number;

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public @Nullable Object[] next() {
                return values(mapping, filled, rows.next(), ++number);
            }
        });
        for (ToOne toOne : mapping.toOnes()) {
            if (toOne.inverse() != null
                    && filled.stream().anyMatch(one -> one.column().equals(toOne.column()))) {
                bulk.forgetSides(toOne.inverse());
            }
        }
        return count;
    }

    private <S> List<Filled<S>> filled(EntityMapping mapping, InsertQuery<S> insert) {
        List<Filled<S>> filled = new ArrayList<>();
        for (InsertQuery.Column<S> column : insert.columns()) {
            MappedColumn target = target(mapping, column.target());
            if (!target.insertable()) {
                throw new QueryException("The insert sets " + mapping.name() + "." + target.attribute()
                        + ", which its mapping says is not insertable; take it out, or remove insertable = false.");
            }
            if (filled.stream().anyMatch(one -> one.column().equals(target))) {
                throw new QueryException(
                        "The insert sets " + mapping.name() + "." + target.attribute() + " twice; give it one value.");
            }
            filled.add(
                    new Filled<>(target, column.target() instanceof EntityValue ? id(column.value()) : column.value()));
        }
        identify(mapping, filled);
        MappedColumn version = mapping.version();
        if (version != null && lacks(filled, version)) {
            Object first = WholeNumber.of(0, version.type().javaType());
            filled.add(new Filled<>(version, row -> first));
        }
        return filled;
    }

    private static boolean lacks(List<? extends Filled<?>> filled, MappedColumn column) {
        return filled.stream().noneMatch(one -> one.column().equals(column));
    }

    /** What is bound for an entity. */
    private <S> Function<S, @Nullable Object> id(Function<? super S, ? extends @Nullable Object> entity) {
        return row -> {
            Object target = entity.apply(row);
            return target == null
                    ? null
                    : resolver.bound(new Value(target, new AttributeType<>(Object.class, target.getClass(), "")));
        };
    }

    /** Identifiers that the database does not give. */
    private <S> void identify(EntityMapping mapping, List<Filled<S>> filled) {
        MappedColumn id = mapping.id();
        if (!lacks(filled, id)) {
            return;
        }
        if (mapping.idGeneration() instanceof IdGeneration.Assigned) {
            throw new QueryException("The insert sets no identifier, but that of " + mapping.name()
                    + " is assigned by the program; set " + mapping.name() + "." + id.attribute() + " too.");
        } else if (mapping.idGeneration() instanceof IdGeneration.FromSequence from) {
            filled.add(new Filled<>(
                    id,
                    row -> WholeNumber.of(
                            sequences.next(from.sequence(), connection.get()),
                            id.type().javaType())));
        } else if (mapping.idGeneration() instanceof IdGeneration.RandomUuid) {
            filled.add(new Filled<>(id, row -> UUID.randomUUID()));
        }
    }

    private static MappedColumn target(EntityMapping mapping, Expression target) {
        EntityRef source = target instanceof AttributeRef attribute
                ? attribute.source()
                : target instanceof EntityValue entity ? entity.source() : null;
        String name = target instanceof AttributeRef attribute ? attribute.attribute() : "";
        Stream<MappedColumn> columns = Stream.empty();
        if (source instanceof EntityRef.Root) {
            columns = mapping.attributes().stream()
                    .filter(column -> column.attribute().equals(name));
        } else if (source instanceof EntityRef.Association step
                && step.parent() instanceof EntityRef.Root
                && !step.reverse()) {
            columns = mapping.toOnes().stream()
                    .filter(toOne -> toOne.name().equals(step.attribute())
                            && (name.isEmpty()
                                    || name.equals(toOne.target().id().attribute())))
                    .map(ToOne::column);
        }
        return columns.findFirst()
                .orElseThrow(() -> new QueryException("An insert sets attributes of " + mapping.name()
                        + " that have a column in its table ("
                        + Stream.concat(
                                        mapping.attributes().stream().map(MappedColumn::attribute),
                                        mapping.toOnes().stream().map(ToOne::name))
                                .collect(Collectors.joining(", "))
                        + "); this is none: " + target + "."));
    }

    private static <S> @Nullable Object[] values(EntityMapping mapping, List<Filled<S>> filled, S row, long number) {
        @Nullable Object[] values = new Object[filled.size()];
        for (int i = 0; i < values.length; i++) {
            MappedColumn column = filled.get(i).column();
            Object value = filled.get(i).value().apply(row);
            if (value == null && !column.nullable()) {
                throw new UnflushableException(mapping.name() + "." + column.attribute() + " of row " + number
                        + " is null, but its column \"" + column.name() + "\" takes no null; give it a value.");
            }
            String misfit = Fit.misfit(column, value);
            if (misfit != null) {
                throw new UnflushableException(mapping.name() + "." + column.attribute() + " of row " + number + " "
                        + misfit + "; shorten the value, or widen the column in the mapping and migrate.");
            }
            values[i] = Fit.held(column, value);
        }
        return values;
    }
}
