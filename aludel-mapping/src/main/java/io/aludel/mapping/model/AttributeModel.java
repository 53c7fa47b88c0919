// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.model;

import io.aludel.core.schema.Column;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An attribute in a column of its own.
 *
 * @param name its name in Java
 * @param declaringClass the binary name of the class whose field it is: the entity or a mapped superclass
 * @param javaType the field's type as Java names it: {@code int}, {@code java.lang.String}, {@code byte[]}
 * @param storage how its values are stored
 * @param column the column as the schema has it
 * @param insertable part of an insert
 * @param updatable part of an update; changes of an attribute that is not are an error at flush, never lost in silence
 * @param converter null unless that is how its values are stored
 */
public record AttributeModel(
        String name,
        String declaringClass,
        String javaType,
        Storage storage,
        Column column,
        boolean insertable,
        boolean updatable,
        @Nullable ConverterModel converter) {
    public AttributeModel {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(declaringClass, "declaringClass");
        Objects.requireNonNull(javaType, "javaType");
        Objects.requireNonNull(storage, "storage");
        Objects.requireNonNull(column, "column");
    }

    public AttributeModel withColumn(Column column) {
        return new AttributeModel(name, declaringClass, javaType, storage, column, insertable, updatable, converter);
    }

    public boolean isPrimitive() {
        return Storage.isPrimitive(javaType);
    }
}
