// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys.shop;

import io.aludel.core.type.Json;
import io.aludel.mapping.annotation.DefaultValue;
import jakarta.persistence.Basic;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;

/** One attribute of each type, once as it is and once that may be null. */
@Entity
@Table(
        name = "order",
        comment = "every type; it's \"all\" of them: 100 % \\ и ещё",
        uniqueConstraints = @UniqueConstraint(columnNames = {"select", "mixedCase"}),
        indexes = {
            @Index(columnList = "Тариф desc, a_long"),
            @Index(name = "Ix With Space", columnList = "a_date", unique = false)
        },
        check =
                @CheckConstraint(
                        name = "Ck Mixed",
                        constraint = "a_short > -32769 and (\"mixedCase\" is null or \"mixedCase\" <> '%_''x')"))
public class Everything {
    /** Kept by name. */
    public enum Colour {
        RED,
        GREEN,
        ULTRA_VIOLET
    }

    /** Kept by a letter. */
    public enum Size {
        SMALL("s"),
        LARGE("Ж");

        @EnumeratedValue
        private final String letter;

        Size(String letter) {
            this.letter = letter;
        }
    }

    /** Kept by a number. */
    public enum Weight {
        LIGHT(-5),
        HEAVY(70_000);

        @EnumeratedValue
        private final int grams;

        Weight(int grams) {
            this.grams = grams;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Version
    int version;

    boolean aBoolean;
    byte aByte;
    short aShort;
    int anInt;
    long aLong;
    float aFloat;
    double aDouble;
    char aChar = 'a';

    Boolean boolOrNull;
    Byte byteOrNull;
    Short shortOrNull;
    Integer intOrNull;
    Long longOrNull;
    Float floatOrNull;
    Double doubleOrNull;
    Character charOrNull;

    @Column(name = "select", comment = "it's reserved; \\ too")
    String text;

    @Column(name = "mixedCase", length = 40)
    String shortText;

    @Column(name = "quo\"te", length = 20000)
    String longText;

    @Lob
    @Column(name = "with space")
    String lobText;

    @Column(name = "Тариф", precision = 12, scale = 3)
    BigDecimal decimal;

    @Column(precision = 38, scale = 0)
    BigDecimal wide;

    BigInteger bigInteger;
    LocalDate aDate;
    LocalTime aTime;
    LocalDateTime dateTime;
    OffsetDateTime offset;
    Instant instant;
    Year year;
    UUID uuid;
    Duration duration;
    Json document;
    YearMonth month;
    ZoneId zone;
    Currency currency;
    Locale language;
    URI link;

    @Convert(converter = AddressConverter.class)
    @Column(length = 43)
    InetAddress address;

    byte[] bytes;

    @Lob
    byte[] lobBytes;

    @Enumerated(EnumType.STRING)
    Colour colour;

    Colour place;
    Size size;
    Weight weight;

    @Basic(optional = false)
    @DefaultValue("'it''s'")
    String word = "x";

    @Column(nullable = false)
    @DefaultValue("7")
    int counted = 1;

    @DefaultValue("current_timestamp")
    Instant madeAt;

    @Column(updatable = false)
    String once;

    @Column(insertable = false, updatable = false)
    @DefaultValue("'by the database'")
    String theirs;

    String имя;

    @Transient
    Object ignored = new Object();

    public Everything() {}

    public Long getId() {
        return id;
    }
}
