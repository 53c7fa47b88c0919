// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities.golden;

import io.aludel.core.type.Json;
import io.aludel.mapping.annotation.DefaultValue;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@Entity
@Table(
        name = "customers",
        uniqueConstraints = {
            @UniqueConstraint(
                    name = "two_together",
                    columnNames = {"born", "kind"}),
            @UniqueConstraint(name = "uq_mail", columnNames = "email")
        },
        indexes = {@Index(name = "by_name", columnList = "full_name desc, born"), @Index(columnList = "born")},
        check = {
            @CheckConstraint(name = "ck_customers_balance", constraint = "balance >= 0"),
            @CheckConstraint(name = "kinds", constraint = "kind in ('a', 'b''c') or kind is null")
        })
public class Customer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, length = 40, comment = "as \"it\" is\nwritten")
    private String fullName;

    @Column(nullable = false)
    private String email;

    @DefaultValue("0")
    @Column(nullable = false, precision = 10, scale = 2)
    private BigDecimal balance;

    @DefaultValue("true")
    private boolean active;

    private LocalDate born;

    @DefaultValue("current_timestamp")
    @Column(nullable = false)
    private LocalDateTime created;

    @Column(columnDefinition = "text")
    private String note;

    @DefaultValue("'n''w'")
    @Column(columnDefinition = "char(3)")
    private String kind;

    private byte[] photo;

    private double score;

    private Json facts;

    @Column(unique = true)
    private UUID token;

    @Column(columnDefinition = "varchar(20000)")
    private String longText;

    @OneToMany(mappedBy = "billingCustomer")
    private List<Order> ordersByBillingCustomer = new ArrayList<>();

    @OneToMany(mappedBy = "customerId")
    private List<Order> ordersByCustomerId = new ArrayList<>();

    @OneToOne(mappedBy = "customer")
    private Passport passportByCustomer;

    @OneToOne(mappedBy = "issuer")
    private Passport passportByIssuer;

    public Long id() {
        return id;
    }

    public String fullName() {
        return fullName;
    }

    public void fullName(String fullName) {
        this.fullName = fullName;
    }

    public String email() {
        return email;
    }

    public void email(String email) {
        this.email = email;
    }

    public BigDecimal balance() {
        return balance;
    }

    public void balance(BigDecimal balance) {
        this.balance = balance;
    }

    public boolean active() {
        return active;
    }

    public void active(boolean active) {
        this.active = active;
    }

    public LocalDate born() {
        return born;
    }

    public void born(LocalDate born) {
        this.born = born;
    }

    public LocalDateTime created() {
        return created;
    }

    public void created(LocalDateTime created) {
        this.created = created;
    }

    public String note() {
        return note;
    }

    public void note(String note) {
        this.note = note;
    }

    public String kind() {
        return kind;
    }

    public void kind(String kind) {
        this.kind = kind;
    }

    public byte[] photo() {
        return photo;
    }

    public void photo(byte[] photo) {
        this.photo = photo;
    }

    public double score() {
        return score;
    }

    public void score(double score) {
        this.score = score;
    }

    public Json facts() {
        return facts;
    }

    public void facts(Json facts) {
        this.facts = facts;
    }

    public UUID token() {
        return token;
    }

    public void token(UUID token) {
        this.token = token;
    }

    public String longText() {
        return longText;
    }

    public void longText(String longText) {
        this.longText = longText;
    }

    public List<Order> ordersByBillingCustomer() {
        return ordersByBillingCustomer;
    }

    public List<Order> ordersByCustomerId() {
        return ordersByCustomerId;
    }

    public Passport passportByCustomer() {
        return passportByCustomer;
    }

    public Passport passportByIssuer() {
        return passportByIssuer;
    }
}
