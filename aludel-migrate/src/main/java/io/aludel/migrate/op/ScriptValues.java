// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.expr.Value;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which SQL type the Java values of scripts have. */
final class ScriptValues {
    private static final Map<Class<?>, BasicType<?>> BY_CLASS = byClass(List.of(
            ValueType.BOOLEAN,
            ValueType.SHORT,
            ValueType.INTEGER,
            ValueType.LONG,
            ValueType.FLOAT,
            ValueType.DOUBLE,
            ValueType.DECIMAL,
            ValueType.STRING,
            ValueType.BYTES,
            ValueType.LOCAL_DATE,
            ValueType.LOCAL_TIME,
            ValueType.LOCAL_DATE_TIME,
            ValueType.OFFSET_DATE_TIME,
            ValueType.INSTANT,
            ValueType.UUID));

    private ScriptValues() {}

    static Value value(Object value) {
        BasicType<?> type = BY_CLASS.get(value.getClass());
        if (type == null) {
            throw new IllegalArgumentException("A script cannot write a "
                    + value.getClass().getName()
                    + " into SQL; it can write "
                    + BY_CLASS.keySet().stream().map(Class::getSimpleName).collect(Collectors.joining(", ")) + ".");
        }
        return new Value(value, type);
    }

    /** A Java type that goes with the column type: which one matters to nobody who only renders it. */
    static ValueType<?> valueType(SqlType type) {
        return BasicType.forColumn(type);
    }

    private static Map<Class<?>, BasicType<?>> byClass(List<BasicType<?>> types) {
        Map<Class<?>, BasicType<?>> byClass = new LinkedHashMap<>();
        types.forEach(type -> byClass.put(type.javaType(), type));
        return byClass;
    }
}
