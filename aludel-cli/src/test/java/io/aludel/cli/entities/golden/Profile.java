// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities.golden;

import io.aludel.mapping.annotation.ForeignKeyConstraint;
import io.aludel.mapping.annotation.PrimaryKeyConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "profiles")
@PrimaryKeyConstraint(name = "TheKey")
@ForeignKeyConstraint(name = "of_profiles_id", columns = "id", table = "customers", referencedColumns = "id")
public class Profile {
    @Id
    private Long id;

    public Long id() {
        return id;
    }

    public void id(Long id) {
        this.id = id;
    }
}
