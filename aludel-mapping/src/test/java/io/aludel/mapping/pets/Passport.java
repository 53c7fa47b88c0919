// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.pets;

import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import org.jspecify.annotations.Nullable;

@Entity(name = "TravelPassport")
public class Passport {
    @Id
    private @Nullable String number;

    @OneToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "fk_holder", options = "on delete set null"))
    private @Nullable Person holder;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    private @Nullable Person issuer;

    public @Nullable String number() {
        return number;
    }

    public @Nullable Person holder() {
        return holder;
    }

    public @Nullable Person issuer() {
        return issuer;
    }
}
