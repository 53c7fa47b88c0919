// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.pets;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has pets, a boss who is a person too, and perhaps a passport. */
@Entity
@SequenceGenerator(name = "people", sequenceName = "person_ids", initialValue = 100, allocationSize = 20)
public class Person extends Named {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "people")
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Person boss;

    @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("name desc, id")
    private List<Pet> pets = new ArrayList<>();

    @OneToOne(mappedBy = "holder")
    private @Nullable Passport passport;

    public @Nullable Long id() {
        return id;
    }

    public void id(Long id) {
        this.id = id;
    }

    public List<Pet> pets() {
        return pets;
    }

    public @Nullable Person boss() {
        return boss;
    }

    public @Nullable Passport passport() {
        return passport;
    }
}
