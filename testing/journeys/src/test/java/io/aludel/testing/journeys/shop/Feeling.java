// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys.shop;

import io.aludel.mapping.annotation.ColumnType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** An enum that is a type of the database's where it has such. */
@Entity
public class Feeling {
    /** In the order in which they compare there. */
    public enum Mood {
        SAD,
        HAPPY
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Enumerated(EnumType.STRING)
    @ColumnType(on = "postgresql", type = "mood")
    public Mood mood;
}
