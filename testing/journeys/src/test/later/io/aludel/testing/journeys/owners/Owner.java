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
        indexes = @Index(name = "ix_new", columnList = "since desc, name", unique = true),
        check = @CheckConstraint(name = "ck_level", constraint = "level between -1 and 100 and counted >= 0"))
public class Owner {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, length = 200)
    String name;

    @Column(length = 20)
    String note;

    @Column(length = 100, nullable = false)
    @DefaultValue("'none'")
    String optional;

    String required = "r";

    Long score;
    int level;

    @Column(precision = 14, scale = 4)
    BigDecimal price;

    LocalDate since;

    @DefaultValue("2")
    int counted;

    @DefaultValue("true")
    boolean added;

    @jakarta.persistence.ManyToOne
    Owner mentor;

    public Owner() {}

    public Owner(String name, String note, Long score) {
        this.name = name;
        this.note = note;
        this.score = score;
        this.optional = "given";
        this.price = new BigDecimal("12345678.91");
        this.since = LocalDate.of(2024, 2, 29);
        this.level = 99;
    }

    public Long getId() {
        return id;
    }
}
