// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities.golden;

import io.aludel.mapping.annotation.ForeignKeyConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "refunds")
@ForeignKeyConstraint(
        name = "several",
        columns = {"order_id", "line"},
        table = "order_items",
        referencedColumns = {"order_id", "line"},
        options = "deferrable initially deferred")
public class Refund {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Long orderId;

    private Integer line;

    public Long id() {
        return id;
    }

    public Long orderId() {
        return orderId;
    }

    public void orderId(Long orderId) {
        this.orderId = orderId;
    }

    public Integer line() {
        return line;
    }

    public void line(Integer line) {
        this.line = line;
    }
}
