// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A student of one group. */
@Entity
@Table(name = "students", indexes = @Index(columnList = "group_id"))
public class Student {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, length = 150)
    private String fullName;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Group group;

    protected Student() {}

    public Student(String fullName, Group group) {
        this.fullName = fullName;
        this.group = group;
    }

    public Long id() {
        return id;
    }

    public String fullName() {
        return fullName;
    }

    public Group group() {
        return group;
    }
}
