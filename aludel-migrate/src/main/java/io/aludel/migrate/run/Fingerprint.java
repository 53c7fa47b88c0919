// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.script.Checksum;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an operation changes, as it stands in the database now, in a few characters: two that are equal say that nothing has happened between
 * them. The same objects give the same characters in every process.
 */
final class Fingerprint {
    private Fingerprint() {}

    /** Of the objects that the operation speaks of, or of everything where nobody knows which they are. */
    static String of(EngineConnection connection, Operation operation, Set<String> schemas) {
        boolean opened = !connection.inTransaction();
        if (opened) {
            connection.begin(TransactionMode.READ_ONLY); // catalogues are read inside a transaction
        }
        try {
            Schema read = connection.dialect().introspector().read(connection.catalog(), scope(operation, schemas));
            return Checksum.of(text(read));
        } finally {
            if (opened) {
                connection.rollback();
            }
        }
    }

    private static Scope scope(Operation operation, Set<String> schemas) {
        List<TableName> tables = operation.tables();
        if (tables.isEmpty()) {
            return Scope.everything(schemas);
        }
        return operation.kind() == ObjectKind.TABLE
                ? new Scope(schemas, Set.copyOf(tables), Set.of(ObjectKind.TABLE, ObjectKind.TRIGGER))
                : new Scope(schemas, null, Set.of(ObjectKind.TABLE, operation.kind()));
    }

    /** A value with all its parts; sets and maps, whose order is nobody's wish, in the order of their text. */
    private static String text(@Nullable Object value) {
        if (value instanceof Record) {
            return parts((Record) value);
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Collection<?> all) {
            List<String> texts = all.stream().map(Fingerprint::text).toList();
            return (value instanceof Set ? texts.stream().sorted() : texts.stream())
                    .collect(Collectors.joining(",", "[", "]"));
        }
        // What else there is, such as the Java side of a type, says nothing about the database.
        boolean plain = value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum;
        String text =
                plain ? value.toString() : value == null ? "" : value.getClass().getSimpleName();
        return text.length() + ":" + text;
    }

    private static String parts(Record value) {
        StringBuilder text = new StringBuilder(value.getClass().getSimpleName()).append('(');
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                text.append(text(component.getAccessor().invoke(value))).append(',');
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("A record of the schema hides its parts: " + value.getClass(), e);
            }
        }
        return text.append(')').toString();
    }
}
