// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.pets;

import io.aludel.core.schema.ForeignKey;
import io.aludel.mapping.annotation.DefaultValue;
import io.aludel.mapping.annotation.OnDelete;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has an attribute of every kind. */
@Entity
@Table(
        name = "pets",
        schema = "zoo",
        comment = "all animals",
        options = "without rowid",
        uniqueConstraints = @UniqueConstraint(columnNames = {"owner", "name"}),
        indexes = {
            @Index(name = "ix_by_birth", columnList = "born desc, weight"),
            @Index(columnList = "lower(name)", unique = true)
        },
        check = {
            @CheckConstraint(constraint = "weight > 0 and weight < legs * 100"),
            @CheckConstraint(name = "ck_known_kind", constraint = "kind in ('CAT', 'DOG')")
        })
public class Pet extends Named {
    public enum Kind {
        CAT,
        DOG,
        GOLDFISH
    }

    public enum Size {
        SMALL,
        LARGE
    }

    @Id
    @GeneratedValue
    private @Nullable UUID id;

    @ManyToOne
    @JoinColumn(name = "owner", nullable = false)
    @OnDelete(ForeignKey.Action.CASCADE)
    private @Nullable Person owner;

    @Enumerated(EnumType.STRING)
    private @Nullable Kind kind;

    @DefaultValue("0")
    private @Nullable Size size;

    @Column(precision = 6, scale = 2)
    private @Nullable BigDecimal weight;

    private byte legs = 4;
    private boolean tame;
    private short age;
    private float speed;
    private double length;
    private long chip;
    private char initial = '?';
    private @Nullable Integer rank;
    private @Nullable BigInteger hairs;
    private @Nullable LocalDate born;
    private @Nullable LocalTime feeding;
    private @Nullable LocalDateTime groomed;
    private @Nullable OffsetDateTime seen;
    private @Nullable Instant vaccinated;
    private @Nullable Year adopted;
    private byte @Nullable [] photo;

    @Lob
    private @Nullable String story;

    @Column(unique = true, insertable = false, updatable = false)
    private @Nullable String badgeNumber;

    @Transient
    private int mood;

    private transient int hunger;

    public @Nullable UUID id() {
        return id;
    }

    public void rank(@Nullable Integer rank) {
        this.rank = rank;
    }

    public int state() {
        return mood + hunger + legs + age + initial + (tame ? 1 : 0) + (int) (speed + length + chip);
    }
}
