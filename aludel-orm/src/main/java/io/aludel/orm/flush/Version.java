// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.flush;

import io.aludel.orm.entity.MappedColumn;
import io.aludel.orm.entity.WholeNumber;
import io.aludel.orm.error.SessionException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** The values of {@code @Version} attributes: numbers that count, or times. */
final class Version {
    private Version() {}

    static Object first(MappedColumn column) {
        Class<?> type = column.type().javaType();
        return WholeNumber.is(type) ? WholeNumber.of(0, type) : now(column);
    }

    /** The one after this; of times, a later one also where the clock stands still. */
    static Object next(MappedColumn column, Object before) {
        Class<?> type = column.type().javaType();
        if (WholeNumber.is(type)) {
            return WholeNumber.of(((Number) before).longValue() + 1, type);
        }
        Object now = now(column);
        if (now instanceof Instant instant && !instant.isAfter((Instant) before)) {
            return ((Instant) before).plus(1, ChronoUnit.MICROS);
        }
        if (now instanceof LocalDateTime time && !time.isAfter((LocalDateTime) before)) {
            return ((LocalDateTime) before).plus(1, ChronoUnit.MICROS);
        }
        return now;
    }

    private static Object now(MappedColumn column) {
        Class<?> type = column.type().javaType();
        if (type == Instant.class) {
            return Instant.now().truncatedTo(ChronoUnit.MICROS);
        }
        if (type == LocalDateTime.class) {
            return LocalDateTime.now().truncatedTo(ChronoUnit.MICROS);
        }
        throw new SessionException("The version \"" + column.attribute() + "\" is a " + type.getName()
                + "; sessions count with long, int, short, Instant and LocalDateTime.");
    }
}
