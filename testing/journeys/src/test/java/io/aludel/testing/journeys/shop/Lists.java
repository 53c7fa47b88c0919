// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Many values in one column. */
@Entity
public class Lists {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(length = 40)
    public List<String> words;

    public List<Integer> numbers;
    public List<Instant> moments;
    public List<Duration> lengths;

    @Column(precision = 10, scale = 2)
    public List<BigDecimal> prices;
}
