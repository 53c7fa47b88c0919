// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.plain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.util.UUID;

/** Has attributes of several kinds, and an owner. */
@Entity
public class Thing {
    public enum Kind {
        SOFT,
        HARD
    }

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private Kind kind = Kind.HARD;

    @Column(precision = 8, scale = 2)
    private BigDecimal price;

    private byte[] picture;

    @ManyToOne(fetch = FetchType.LAZY)
    private Owner owner;

    protected Thing() {}

    public Thing(String name, Owner owner) {
        this.name = name;
        this.owner = owner;
    }

    public UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public Kind getKind() {
        return kind;
    }

    public void setPrice(BigDecimal price) {
        this.price = price;
    }

    public byte[] getPicture() {
        return picture;
    }

    public void setPicture(byte[] picture) {
        this.picture = picture;
    }

    public Owner getOwner() {
        return owner;
    }
}
