// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.world;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;

/** A pet's papers, under a number that the program gives. */
@Entity
@Table(name = "passports")
public class Passport {
    @Id
    private String number;

    private String country;

    @OneToOne(fetch = FetchType.LAZY)
    private Pet pet;

    protected Passport() {}

    public Passport(String number, String country) {
        this.number = number;
        this.country = country;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getCountry() {
        return country;
    }

    public Pet getPet() {
        return pet;
    }

    public void setPet(Pet pet) {
        this.pet = pet;
    }
}
