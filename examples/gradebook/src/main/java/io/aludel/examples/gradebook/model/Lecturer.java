// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Somebody who teaches subjects. */
@Entity
@Table(name = "lecturers")
public class Lecturer {
    public static final int LONGEST_NAME = 150;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, length = LONGEST_NAME)
    private String fullName;

    @OneToMany(mappedBy = "lecturer")
    private List<Subject> subjects = new ArrayList<>();

    /** For Aludel, which fills the fields itself. */
    protected Lecturer() {
        this("");
    }

    public Lecturer(String fullName) {
        this.fullName = fullName;
    }

    /** Null until the lecturer has been written. */
    public Long id() {
        return id;
    }

    public String fullName() {
        return fullName;
    }

    public void rename(String fullName) {
        this.fullName = fullName;
    }

    public List<Subject> subjects() {
        return subjects;
    }

    @Override
    public String toString() {
        return id + ": " + fullName;
    }
}
