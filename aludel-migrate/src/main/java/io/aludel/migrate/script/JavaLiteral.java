// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.StringJoiner;
import java.util.UUID;

/** Values as Java source that gives the same value again. */
final class JavaLiteral {
    private final Imports imports;

    JavaLiteral(Imports imports) {
        this.imports = imports;
    }

    /** Text between quotes. What a reader could not see, or javac would misread, is escaped; all else stays as it is. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(point -> out.append(escaped(point)));
        return out.append('"').toString();
    }

    private static String escaped(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                point < 0x20
                        ? "\\%03o".formatted(point) // a Unicode escape of a line end would end the line
                        : isPlain(point) ? Character.toString(point) : units(point);
        };
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }

    private static String units(int point) {
        StringBuilder out = new StringBuilder();
        for (char unit : Character.toChars(point)) {
            out.append("\\u%04x".formatted((int) unit));
        }
        return out.toString();
    }

    String of(Object value) {
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof Boolean || value instanceof Integer) {
            return value.toString();
        }
        if (value instanceof Long) {
            return value + "L";
        }
        if (value instanceof Short) {
            return "(short) " + value;
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? number.toString() : "Double.valueOf(\"" + number + "\")";
        }
        if (value instanceof Float number) {
            return Float.isFinite(number) ? number + "f" : "Float.valueOf(\"" + number + "\")";
        }
        if (value instanceof BigDecimal) {
            return "new " + imports.type(BigDecimal.class) + "(\"" + value + "\")";
        }
        if (value instanceof byte[] bytes) {
            return bytes(bytes);
        }
        if (value instanceof UUID) {
            return imports.type(UUID.class) + ".fromString(\"" + value + "\")";
        }
        if (value instanceof LocalDate
                || value instanceof LocalTime
                || value instanceof LocalDateTime
                || value instanceof OffsetDateTime
                || value instanceof Instant) {
            return imports.type(value.getClass()) + ".parse(\"" + value + "\")";
        }
        throw new IllegalArgumentException(
                "A script cannot write a " + value.getClass().getName() + ".");
    }

    private static String bytes(byte[] bytes) {
        StringJoiner joined = new StringJoiner(", ", "new byte[] {", "}");
        for (byte one : bytes) {
            joined.add(Byte.toString(one));
        }
        return joined.toString();
    }
}
