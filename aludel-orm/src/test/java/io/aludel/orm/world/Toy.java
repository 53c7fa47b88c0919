// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.world;

import io.aludel.core.schema.ForeignKey;
import io.aludel.mapping.annotation.OnDelete;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** Belongs to one pet always; the database deletes it with the pet. Its identifiers come from a sequence. */
@Entity
@Table(name = "toys")
public class Toy {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "toys")
    @SequenceGenerator(name = "toys", sequenceName = "toy_ids", allocationSize = 10)
    private Integer id;

    private String name;

    @ManyToOne(optional = false)
    @JoinColumn(nullable = false)
    @OnDelete(ForeignKey.Action.CASCADE)
    private Pet pet;

    protected Toy() {}

    public Toy(String name) {
        this.name = name;
    }

    public Toy(String name, Pet pet) {
        this.name = name;
        this.pet = pet;
    }

    public Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Pet getPet() {
        return pet;
    }

    public void setPet(Pet pet) {
        this.pet = pet;
    }

    @Override
    public String toString() {
        return "Toy " + name;
    }
}
