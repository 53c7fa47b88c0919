// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.world;

import io.aludel.core.schema.ForeignKey;
import io.aludel.mapping.annotation.OnDelete;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Stands on a shelf, and has a second place. */
@Entity
public class Book {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @OnDelete(ForeignKey.Action.SET_NULL)
    private Shelf shelf;

    @ManyToOne(fetch = FetchType.LAZY)
    @OnDelete(ForeignKey.Action.SET_NULL)
    private Shelf second;

    protected Book() {}

    public Book(Shelf shelf, Shelf second) {
        this.shelf = shelf;
        this.second = second;
    }

    public Long getId() {
        return id;
    }

    public Shelf getShelf() {
        return shelf;
    }

    public Shelf getSecond() {
        return second;
    }
}
