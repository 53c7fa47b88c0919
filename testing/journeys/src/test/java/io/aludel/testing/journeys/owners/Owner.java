// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys.owners;

import io.aludel.mapping.annotation.DefaultValue;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Owns pets. */
@Entity
@Table(
        name = "Owner",
        indexes = @Index(name = "ix_gone", columnList = "score"),
        check = @CheckConstraint(name = "ck_level", constraint = "level between 0 and 100"))
public class Owner {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, length = 50)
    String name;

    @Column(length = 200)
    String note;

    @Column(length = 100)
    String optional;

    @Column(nullable = false)
    String required = "r";

    Integer score;
    short level;

    @Column(precision = 10, scale = 2)
    BigDecimal price;

    LocalDate since;

    @DefaultValue("1")
    int counted;

    @Column(name = "Gone")
    String gone;

    public Owner() {}

    public Owner(String name, String note, Integer score) {
        this.name = name;
        this.note = note;
        this.score = score;
        this.optional = "given";
        this.price = new BigDecimal("12345678.91");
        this.since = LocalDate.of(2024, 2, 29);
        this.level = 100;
        this.gone = "lost";
    }

    public Long getId() {
        return id;
    }
}
