// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys.owners;

import io.aludel.core.schema.ForeignKey;
import io.aludel.mapping.annotation.OnDelete;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Deleted with its owner. */
@Entity
public class Pet {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;

    @ManyToOne(optional = false)
    @OnDelete(ForeignKey.Action.CASCADE)
    Owner owner;

    public Pet() {}

    public Pet(String name, Owner owner) {
        this.name = name;
        this.owner = owner;
    }
}
