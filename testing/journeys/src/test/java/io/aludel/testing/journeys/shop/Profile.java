// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys.shop;

import io.aludel.core.schema.ForeignKey;
import io.aludel.mapping.annotation.OnDelete;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.util.UUID;

/** One employee's. */
@Entity
public class Profile {
    @Id
    @GeneratedValue
    private UUID id;

    private String motto;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @OnDelete(ForeignKey.Action.CASCADE)
    private Employee employee;

    protected Profile() {}

    public Profile(String motto, Employee employee) {
        this.motto = motto;
        this.employee = employee;
    }

    public UUID getId() {
        return id;
    }

    public String getMotto() {
        return motto;
    }

    public void setMotto(String motto) {
        this.motto = motto;
    }

    public Employee getEmployee() {
        return employee;
    }

    public void setEmployee(Employee employee) {
        this.employee = employee;
    }
}
