// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities.golden;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

@Entity
@Table(name = "passports", uniqueConstraints = @UniqueConstraint(name = "issued_once", columnNames = "issuer_id"))
public class Passport {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(name = "of_passports_customer_id"))
    private Customer customer;

    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(foreignKey = @ForeignKey(name = "of_passports_issuer_id"))
    private Customer issuer;

    public Long id() {
        return id;
    }

    public Customer customer() {
        return customer;
    }

    public void customer(Customer customer) {
        this.customer = customer;
    }

    public Customer issuer() {
        return issuer;
    }

    public void issuer(Customer issuer) {
        this.issuer = issuer;
    }
}
