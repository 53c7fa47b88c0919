// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.lecture;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A homework of a course. */
@Entity
@Table(name = "homework")
public class Homework {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private int number;

    @Lob
    @Column(nullable = false)
    private String description;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Course course;

    protected Homework() {}

    public Homework(int number, String description, Course course) {
        this.number = number;
        this.description = description;
        this.course = course;
    }

    public Integer id() {
        return id;
    }

    public int number() {
        return number;
    }

    public String description() {
        return description;
    }

    public Course course() {
        return course;
    }

    @Override
    public String toString() {
        return id + ": " + number + ", " + description + ", " + course.id();
    }
}
