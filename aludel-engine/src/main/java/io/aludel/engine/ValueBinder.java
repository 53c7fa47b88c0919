// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.Bind;
import io.aludel.core.expr.Parameter;
import io.aludel.core.expr.Value;
import io.aludel.core.type.AttributeType;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.Codec;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.ValueType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How values get in and out of JDBC for one dialect, conversions of {@link ConvertedType} included. Safe to share between threads. */
public final class ValueBinder {
    private final Dialect dialect;
    private final Map<ValueType<?>, Codec<?>> codecs = new ConcurrentHashMap<>();

    public ValueBinder(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The codec of the type; for a converted type it takes and gives the values that programs see. */
    @SuppressWarnings("unchecked") // put under its own type
    public <T> Codec<T> codec(ValueType<T> type) {
        Codec<?> known = codecs.get(type);
        if (known == null) {
            known = make(type);
            codecs.put(type, known);
        }
        return (Codec<T>) known;
    }

    /** The codecs of many types, in their order; their values are not checked by the compiler. */
    @SuppressWarnings("unchecked") // a wrong value is the codec's ClassCastException
    Codec<Object>[] codecs(List<? extends ValueType<?>> types) {
        Codec<Object>[] result = (Codec<Object>[]) new Codec<?>[types.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = (Codec<Object>) codec(types.get(i));
        }
        return result;
    }

    /** As {@link #codecs}, of values that are stored: what the column would round is refused. */
    @SuppressWarnings("unchecked") // a wrong value is the codec's ClassCastException
    Codec<Object>[] storing(List<? extends ValueType<?>> types) {
        Codec<Object>[] result = codecs(types);
        for (int i = 0; i < result.length; i++) {
            result[i] = storing(types.get(i), result[i]);
        }
        return result;
    }

    private Codec<Object> storing(ValueType<?> type, Codec<Object> codec) {
        if (type instanceof ConvertedType<?, ?> converted) {
            return ExactDecimals.hasPlaces(converted.stored()) ? storing(converted) : codec;
        }
        return ExactDecimals.hasPlaces(type) ? new ExactDecimals(type, codec) : codec;
    }

    @SuppressWarnings("unchecked") // a wrong value is the codec's ClassCastException
    private <T, S> Codec<Object> storing(ConvertedType<T, S> type) {
        Codec<Object> stored = (Codec<Object>) codec(type.stored());
        return (Codec<Object>) converting(type, (Codec<S>) new ExactDecimals(type.stored(), stored));
    }

    /** The codecs of a statement's binds, in their order. */
    @SuppressWarnings("unchecked") // a wrong value is the codec's ClassCastException
    Codec<Object>[] binding(RenderedSql sql) {
        Codec<Object>[] result = (Codec<Object>[]) new Codec<?>[sql.binds().size()];
        for (int i = 0; i < result.length; i++) {
            ValueType<?> type = sql.binds().get(i).type();
            Codec<Object> codec = (Codec<Object>) codec(type);
            result[i] = sql.columns().containsKey(i) ? storing(type, codec) : codec;
        }
        return result;
    }

    /**
     * Binds values and parameters in the order of the binds.
     *
     * @param codecs those of {@link #binding}
     */
    static void bind(
            PreparedStatement statement, RenderedSql sql, Codec<Object>[] codecs, @Nullable Object[] parameters)
            throws SQLException {
        for (int i = 0; i < codecs.length; i++) {
            Object value = value(sql.binds().get(i), parameters);
            bind(codecs[i], statement, i + 1, value, sql.columns().get(i));
        }
    }

    /**
     * Binds one value; what is wrong with it is said with the column that it goes into.
     *
     * @param column null where it goes into none
     */
    static void bind(
            Codec<Object> codec,
            PreparedStatement statement,
            int index,
            @Nullable Object value,
            @Nullable String column)
            throws SQLException {
        try {
            codec.bind(statement, index, value);
        } catch (UnsupportedFeatureException | IllegalArgumentException e) {
            throw placed(e, column);
        }
    }

    private static RuntimeException placed(RuntimeException e, @Nullable String column) {
        if (column == null) {
            return e;
        }
        return e instanceof UnsupportedFeatureException refused
                ? refused.at(column)
                : new IllegalArgumentException(column + ": " + e.getMessage(), e);
    }

    /** The values behind the {@code ?}s, in their order. */
    static @Nullable Object[] values(List<Bind> binds, @Nullable Object[] parameters) {
        Object[] values = new Object[binds.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(binds.get(i), parameters);
        }
        return values;
    }

    static @Nullable Object value(Bind bind, @Nullable Object[] parameters) {
        if (bind instanceof Value value) {
            return value.value();
        }
        int position = ((Parameter) bind).position();
        if (position >= parameters.length) {
            throw new EngineException("The statement takes a value at position " + position
                    + ", counted from 0, but only " + parameters.length + " were given.");
        }
        return parameters[position];
    }

    /** The value as an element of an array that is bound for a whole column. */
    @Nullable
    Object arrayElement(@Nullable Object value, ValueType<?> type, String column) {
        try {
            if (value == null) {
                return null;
            }
            return arrayElement(value, type);
        } catch (UnsupportedFeatureException | IllegalArgumentException e) {
            throw placed(e, column);
        }
    }

    private Object arrayElement(Object value, ValueType<?> type) {
        if (type instanceof ConvertedType<?, ?> converted) {
            return element(converted.toStored(value), converted.stored());
        }
        return element(value, basic(type));
    }

    /** The database's name of the elements' type. */
    String arrayElementType(ValueType<?> type) {
        return dialect.types().arrayElementType(basic(type));
    }

    private <T> Object element(Object value, BasicType<T> type) {
        if (ExactDecimals.hasPlaces(type)) {
            ExactDecimals.require(type, value);
        }
        return dialect.types().arrayElement(type.javaType().cast(value), type);
    }

    private static BasicType<?> basic(ValueType<?> type) {
        if (type instanceof ConvertedType<?, ?> converted) {
            return converted.stored();
        }
        if (type instanceof BasicType<?> basic) {
            return basic;
        }
        type.sqlType(); // an attribute's: says that the statement is not resolved
        throw new IllegalStateException("The type " + type + " is not resolved.");
    }

    private <T> Codec<T> make(ValueType<T> type) {
        if (type instanceof ConvertedType<T, ?> converted) {
            return converting(converted);
        }
        if (type instanceof AttributeType) {
            type.sqlType(); // says that the statement is not resolved
        }
        return dialect.types().codec((BasicType<T>) type);
    }

    private <T, S> Codec<T> converting(ConvertedType<T, S> type) {
        return converting(type, dialect.types().codec(type.stored()));
    }

    private static <T, S> Codec<T> converting(ConvertedType<T, S> type, Codec<S> stored) {
        return new Codec<>() {
            @Override
            public void bind(PreparedStatement statement, int index, @Nullable T value) throws SQLException {
                stored.bind(statement, index, value == null ? null : type.toStored(value));
            }

            @Override
            public @Nullable T read(ResultSet row, int index) throws SQLException {
                S value = stored.read(row, index);
                return value == null ? null : type.conversion().fromStored(value);
            }
        };
    }
}
