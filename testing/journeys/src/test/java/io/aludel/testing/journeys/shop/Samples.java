// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys.shop;

import io.aludel.core.type.Json;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Rows of {@link Everything} at the ends of what each type holds. */
public final class Samples {
    /** Text that is hard on whoever takes it for SQL, for a pattern, or for ASCII. */
    public static final List<String> HOSTILE = List.of(
            "",
            " ",
            "'",
            "''; drop table \"order\"; --",
            "\"",
            "\\",
            "\\'",
            "a\\%b",
            "%",
            "_",
            "100 %_",
            "$1 ? :name {d} /* */ -- \n\r\t",
            "😀👩‍👩‍👧‍👦",
            "שלום עולם ‏",
            "Жук, ёж, İıſß",
            "e\u0301 vs é",
            "\u0001\u007f\u0085\u2028\ufeff\uffff");

    private Samples() {}

    /** The smallest of each type. */
    public static Everything least() {
        Everything row = new Everything();
        row.aByte = Byte.MIN_VALUE;
        row.aShort = Short.MIN_VALUE;
        row.anInt = Integer.MIN_VALUE;
        row.aLong = Long.MIN_VALUE;
        row.aFloat = -Float.MAX_VALUE;
        row.aDouble = -Double.MAX_VALUE;
        row.aChar = ' ';
        row.boolOrNull = false;
        row.byteOrNull = Byte.MIN_VALUE;
        row.shortOrNull = Short.MIN_VALUE;
        row.intOrNull = Integer.MIN_VALUE;
        row.longOrNull = Long.MIN_VALUE;
        row.floatOrNull = Float.MIN_VALUE;
        row.doubleOrNull = Double.MIN_VALUE;
        row.charOrNull = '\'';
        row.text = "";
        row.shortText = "";
        row.longText = "";
        row.lobText = "";
        row.decimal = new BigDecimal("-999999999.999");
        row.wide = new BigDecimal("-999999999999999");
        row.bigInteger = new BigInteger("-999999999999999");
        row.aDate = LocalDate.of(1, 1, 1);
        row.aTime = LocalTime.MIN;
        row.dateTime = LocalDateTime.of(1, 1, 1, 0, 0);
        row.offset = OffsetDateTime.of(1, 1, 2, 0, 0, 0, 0, ZoneOffset.UTC);
        row.instant = Instant.parse("0001-01-01T00:00:00Z");
        row.year = Year.of(-44);
        row.uuid = new UUID(0, 0);
        row.duration = Duration.of(Long.MIN_VALUE, ChronoUnit.MICROS);
        row.document = Json.of("null");
        row.month = YearMonth.of(0, 1);
        row.zone = ZoneId.of("Z");
        row.currency = Currency.getInstance("EUR");
        row.language = Locale.ROOT;
        row.link = URI.create("");
        row.address = address(0, 0, 0, 0);
        row.bytes = new byte[0];
        row.lobBytes = new byte[] {0};
        row.colour = Everything.Colour.RED;
        row.place = Everything.Colour.RED;
        row.size = Everything.Size.SMALL;
        row.weight = Everything.Weight.LIGHT;
        row.madeAt = Instant.EPOCH;
        row.once = "'";
        row.имя = "";
        return row;
    }

    /** The greatest of each type. */
    public static Everything greatest() {
        Everything row = new Everything();
        row.aBoolean = true;
        row.aByte = Byte.MAX_VALUE;
        row.aShort = Short.MAX_VALUE;
        row.anInt = Integer.MAX_VALUE;
        row.aLong = Long.MAX_VALUE;
        row.aFloat = Float.MAX_VALUE;
        row.aDouble = Double.MAX_VALUE;
        row.aChar = 'Ж';
        row.boolOrNull = true;
        row.byteOrNull = Byte.MAX_VALUE;
        row.shortOrNull = Short.MAX_VALUE;
        row.intOrNull = Integer.MAX_VALUE;
        row.longOrNull = Long.MAX_VALUE;
        row.floatOrNull = -Float.MIN_NORMAL;
        row.doubleOrNull = 0.1 + 0.2;
        row.charOrNull = '\uffff';
        row.text = "😀".repeat(127) + "я"; // 255 however characters are counted
        row.shortText = "Ж".repeat(40);
        row.longText = "'\\\"%_".repeat(4000);
        row.lobText = "я😀'\\%\n".repeat(100_000);
        row.decimal = new BigDecimal("999999999.999");
        row.wide = new BigDecimal("999999999999999");
        row.bigInteger = new BigInteger("999999999999999");
        row.aDate = LocalDate.of(9999, 12, 31);
        row.aTime = LocalTime.of(23, 59, 59, 999_999_000);
        row.dateTime = LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000);
        row.offset = OffsetDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000, ZoneOffset.UTC);
        row.instant = Instant.parse("9999-12-31T23:59:59.999999Z");
        row.year = Year.of(999_999_999);
        row.uuid = new UUID(-1, -1);
        row.duration = Duration.of(Long.MAX_VALUE, ChronoUnit.MICROS);
        row.document = Json.of("{\"😀\": [1.50, \"\\u0041'\\\\\"], \"a\": null}");
        row.month = YearMonth.of(9999, 12);
        row.zone = ZoneId.of("America/Argentina/ComodRivadavia");
        row.currency = Currency.getInstance("XXX");
        row.language = Locale.forLanguageTag("zh-Hant-TW-x-java");
        row.link = URI.create("https://example.org/%D0%96?q='\u0416#_");
        row.address = address(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff);
        row.bytes = allBytes(256);
        row.lobBytes = allBytes(1 << 20);
        row.colour = Everything.Colour.ULTRA_VIOLET;
        row.place = Everything.Colour.ULTRA_VIOLET;
        row.size = Everything.Size.LARGE;
        row.weight = Everything.Weight.HEAVY;
        row.madeAt = Instant.parse("2026-03-29T01:30:00.000001Z");
        row.once = "\\";
        row.имя = "Ёлка";
        return row;
    }

    /** NULL wherever it may be, and nothing in particular elsewhere. */
    public static Everything nothing() {
        return new Everything();
    }

    /** Dates where time zones and calendars are hard: skipped days, the turn of the calendar, a leap second's neighbour. */
    public static List<Everything> moments() {
        return List.of(
                        LocalDateTime.parse("2011-12-30T12:00:00"),
                        LocalDateTime.parse("1582-10-10T00:00:00"),
                        LocalDateTime.parse("1900-02-28T23:59:59.5"),
                        LocalDateTime.parse("2026-03-29T02:30:00"),
                        LocalDateTime.parse("2016-12-31T23:59:59.999999"),
                        LocalDateTime.parse("1969-12-31T23:59:59.999999"))
                .stream()
                .map(moment -> {
                    Everything row = new Everything();
                    row.dateTime = moment;
                    row.aDate = moment.toLocalDate();
                    row.aTime = moment.toLocalTime();
                    row.instant = moment.toInstant(ZoneOffset.UTC);
                    row.offset = moment.atOffset(ZoneOffset.ofHours(14)).withOffsetSameInstant(ZoneOffset.UTC);
                    row.madeAt = row.instant;
                    return row;
                })
                .toList();
    }

    /** Rows of hostile text. */
    public static List<Everything> hostile() {
        return HOSTILE.stream()
                .map(text -> {
                    Everything row = new Everything();
                    row.text = text;
                    row.longText = text;
                    row.lobText = text;
                    row.once = text;
                    row.имя = text;
                    return row;
                })
                .toList();
    }

    /** Gives a row all values of another, but for those that are its own. */
    public static void copy(Everything from, Everything to) {
        for (Field field : fields()) {
            if (!List.of("id", "version", "once", "theirs").contains(field.getName())) {
                try {
                    field.set(to, field.get(from));
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    /** What the row's fields hold, by their names, so that two rows can be compared. */
    public static Map<String, Object> values(Everything row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : fields()) {
            try {
                Object value = field.get(row);
                values.put(field.getName(), value instanceof byte[] bytes ? Arrays.hashCode(bytes) : value);
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
        return values;
    }

    private static List<Field> fields() {
        return Arrays.stream(Everything.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .filter(field -> !field.getName().equals("ignored"))
                .toList();
    }

    private static InetAddress address(int... parts) {
        byte[] bytes = new byte[parts.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) parts[i];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] allBytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
