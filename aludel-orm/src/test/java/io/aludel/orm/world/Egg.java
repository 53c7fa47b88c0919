// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.world;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Needs a {@link Hen} first. */
@Entity
public class Egg {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false)
    private Hen hen;

    public Long getId() {
        return id;
    }

    public Hen getHen() {
        return hen;
    }

    public void setHen(Hen hen) {
        this.hen = hen;
    }
}
