// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities.golden;

import io.aludel.mapping.annotation.Identity;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

@Entity
@Table(
        uniqueConstraints = {
            @UniqueConstraint(name = "later", columnNames = "place", options = "deferrable initially deferred"),
            @UniqueConstraint(name = "one_null_only", columnNames = "one_null", options = "nulls not distinct")
        },
        check = @CheckConstraint(name = "not_yet", constraint = "unproven > 0", options = "not valid"))
public class Numbered {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Identity(always = true, options = "start with 100 increment by 10 cache 5")
    private Integer id;

    private Integer place;

    private Integer oneNull;

    private Integer unproven;

    public Integer id() {
        return id;
    }

    public Integer place() {
        return place;
    }

    public void place(Integer place) {
        this.place = place;
    }

    public Integer oneNull() {
        return oneNull;
    }

    public void oneNull(Integer oneNull) {
        this.oneNull = oneNull;
    }

    public Integer unproven() {
        return unproven;
    }

    public void unproven(Integer unproven) {
        this.unproven = unproven;
    }
}
