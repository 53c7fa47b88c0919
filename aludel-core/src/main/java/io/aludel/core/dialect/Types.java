// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.type.BasicType;
import io.aludel.core.type.Codec;
import io.aludel.core.type.SqlType;

/** How a database spells column types, and how Java values get in and out. */
public interface Types {
    /** The type as DDL says it: {@code varchar(40)}, {@code timestamptz}. */
    String declaration(SqlType type);

    /** The type that a catalogue's text stands for; a {@link io.aludel.core.type.NativeType} where it is none of ours. */
    SqlType parse(String declaration);

    /**
     * How values of this type are bound and read.
     *
     * @throws UnsupportedFeatureException if the class is none of those that {@link io.aludel.core.type.ValueType} has constants for
     */
    <T> Codec<T> codec(BasicType<T> type);

    /** The value as a literal, quoted and escaped, for DDL and for scripts that run elsewhere. */
    <T> String literal(T value, BasicType<T> type);

    /**
     * Where {@link RenderedInsert.Layout#COLUMN_ARRAYS} or a {@link BulkLoader} is used: the value as an element of an array of {@link
     * #arrayElementType}; its text is what the database reads as the value.
     */
    default <T> Object arrayElement(T value, BasicType<T> type) {
        throw new UnsupportedOperationException("This dialect binds no arrays.");
    }

    /** Where {@link RenderedInsert.Layout#COLUMN_ARRAYS} is used: the database's name of the arrays' element type. */
    default String arrayElementType(BasicType<?> type) {
        throw new UnsupportedOperationException("This dialect binds no arrays.");
    }
}
