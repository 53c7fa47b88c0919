// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities.golden;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "bookings")
public class Booking {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Integer room;

    public Long id() {
        return id;
    }

    public Integer room() {
        return room;
    }

    public void room(Integer room) {
        this.room = room;
    }
}
