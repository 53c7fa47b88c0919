// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys.owners;

import io.aludel.core.schema.ForeignKey;
import io.aludel.mapping.annotation.OnDelete;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Deleted with its pet. */
@Entity
public class Toy {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;

    @ManyToOne(optional = false)
    @OnDelete(ForeignKey.Action.CASCADE)
    Pet pet;

    public Toy() {}

    public Toy(String name, Pet pet) {
        this.name = name;
        this.pet = pet;
    }
}
