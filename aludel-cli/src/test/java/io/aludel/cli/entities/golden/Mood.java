// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities.golden;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "moods")
public class Mood {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Enumerated(EnumType.STRING)
    private MoodValue mood;

    @Column(nullable = false)
    private FilmRating rating;

    public Long id() {
        return id;
    }

    public MoodValue mood() {
        return mood;
    }

    public void mood(MoodValue mood) {
        this.mood = mood;
    }

    public FilmRating rating() {
        return rating;
    }

    public void rating(FilmRating rating) {
        this.rating = rating;
    }
}
