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

/** A group of students. */
@Entity
@Table(name = "groups")
public class Group {
    public static final int LONGEST_NAME = 50;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, unique = true, length = LONGEST_NAME)
    private String name;

    @OneToMany(mappedBy = "group")
    private List<Student> students = new ArrayList<>();

    /** For Aludel, which fills the fields itself. */
    protected Group() {
        this("");
    }

    public Group(String name) {
        this.name = name;
    }

    /** Null until the group has been written. */
    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void rename(String name) {
        this.name = name;
    }

    public List<Student> students() {
        return students;
    }

    @Override
    public String toString() {
        return id + ": " + name;
    }
}
