// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.lecture;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A course. It does not know its homeworks: the reverse side of an association need not be declared to be used. */
@Entity
@Table(name = "course")
public class Course {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 40, unique = true)
    private String name;

    protected Course() {}

    public Course(String name) {
        this.name = name;
    }

    public Integer id() {
        return id;
    }

    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return id + ": " + name;
    }
}
