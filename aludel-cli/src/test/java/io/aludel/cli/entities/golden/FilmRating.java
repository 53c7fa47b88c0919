// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities.golden;

import io.aludel.mapping.annotation.DatabaseEnum;
import jakarta.persistence.EnumeratedValue;

@DatabaseEnum(
        name = "film-rating",
        labels = {"G", "PG-13", "18"})
public enum FilmRating {
    G("G"),
    PG_13("PG-13"),
    N18("18");

    @EnumeratedValue
    private final String value;

    FilmRating(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }
}
