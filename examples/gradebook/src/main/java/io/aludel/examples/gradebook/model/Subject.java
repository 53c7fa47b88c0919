// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** What one lecturer teaches. */
@Entity
@Table(name = "subjects", indexes = @Index(columnList = "lecturer_id"))
public class Subject {
    public static final int LONGEST_NAME = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, unique = true, length = LONGEST_NAME)
    private String name;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Lecturer lecturer;

    /** For Aludel, which fills the fields itself. */
    protected Subject() {
        this.name = "";
    }

    public Subject(String name, Lecturer lecturer) {
        this.name = name;
        this.lecturer = lecturer;
    }

    /** Null until the subject has been written. */
    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void rename(String name) {
        this.name = name;
    }

    public Lecturer lecturer() {
        return lecturer;
    }

    public void handTo(Lecturer lecturer) {
        this.lecturer = lecturer;
    }

    @Override
    public String toString() {
        return id + ": " + name;
    }
}
