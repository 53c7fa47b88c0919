// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Its code is given by hand. */
@Entity
@Table(name = "Country \"of\" all")
public class Country {
    @Id
    @Column(length = 10)
    private String code;

    private String name;

    protected Country() {}

    public Country(String code, String name) {
        this.code = code;
        this.name = name;
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
