// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities.golden;

import io.aludel.mapping.annotation.Computed;
import io.aludel.mapping.annotation.DefaultValue;
import io.aludel.mapping.annotation.ForeignKeyConstraint;
import io.aludel.mapping.annotation.SqlDialect;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(
        name = "orders",
        indexes = {
            @Index(name = "by_sum", columnList = "((price + pieces)) desc, price"),
            @Index(name = "dear", columnList = "price", options = "where price > 100"),
            @Index(name = "no_constraint", columnList = "customer, id", unique = true),
            @Index(name = "nulls_early", columnList = "customer nulls first"),
            @Index(name = "with_more", columnList = "pieces, id", unique = true, options = "include (price)")
        })
@ForeignKeyConstraint(
        name = "of_orders_customer",
        columns = "customer",
        table = "customers",
        referencedColumns = "email")
@SqlDialect("postgresql")
public class Order {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "customer_id", foreignKey = @ForeignKey(options = "on delete cascade"))
    private Customer customerId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(foreignKey = @ForeignKey(name = "billed", options = "on delete set null"))
    private Customer billingCustomer;

    private String customer;

    private int price;

    @DefaultValue("1")
    private int pieces;

    @Computed("price * pieces")
    private Integer total;

    @Computed(value = "price + 1", stored = false)
    private Integer half;

    public Long id() {
        return id;
    }

    public Customer customerId() {
        return customerId;
    }

    public void customerId(Customer customerId) {
        this.customerId = customerId;
    }

    public Customer billingCustomer() {
        return billingCustomer;
    }

    public void billingCustomer(Customer billingCustomer) {
        this.billingCustomer = billingCustomer;
    }

    public String customer() {
        return customer;
    }

    public void customer(String customer) {
        this.customer = customer;
    }

    public int price() {
        return price;
    }

    public void price(int price) {
        this.price = price;
    }

    public int pieces() {
        return pieces;
    }

    public void pieces(int pieces) {
        this.pieces = pieces;
    }

    public Integer total() {
        return total;
    }

    public Integer half() {
        return half;
    }
}
