// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishTest {
    @ParameterizedTest
    @CsvSource({
        "pets, pet",
        "people, person",
        "cities, city",
        "days, day",
        "movies, movie",
        "addresses, address",
        "boxes, box",
        "branches, branch",
        "dishes, dish",
        "caches, cache",
        "statuses, status",
        "aliases, alias",
        "houses, house",
        "warehouses, warehouse",
        "purchases, purchase",
        "sizes, size",
        "quizzes, quiz",
        "heroes, hero",
        "shoes, shoe",
        "analyses, analysis",
        "indices, index",
        "series, series",
        "shelves, shelf"
    })
    void tellsOneOfMany(String many, String one) {
        assertThat(English.singular(many)).isEqualTo(one);
        assertThat(English.singular(one)).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({
        "pet, pets",
        "person, people",
        "city, cities",
        "day, days",
        "address, addresses",
        "box, boxes",
        "branch, branches",
        "analysis, analyses",
        "status, statuses",
        "series, series"
    })
    void tellsManyOfOne(String one, String many) {
        assertThat(English.plural(one)).isEqualTo(many);
    }

    @Test
    void leavesShortWordsAlone() {
        assertThat(English.singular("as")).isEqualTo("as");
        assertThat(English.singular("")).isEmpty();
    }
}
