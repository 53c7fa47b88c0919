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
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A student of one group. */
@Entity
@Table(name = "students", indexes = @Index(columnList = "group_id"))
public class Student {
    public static final int LONGEST_NAME = 150;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, length = LONGEST_NAME)
    private String fullName;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Group group;

    @OneToMany(mappedBy = "student")
    private List<Grade> grades = new ArrayList<>();

    /** For Aludel, which fills the fields itself. */
    protected Student() {
        this.fullName = "";
    }

    public Student(String fullName, Group group) {
        this.fullName = fullName;
        this.group = group;
    }

    /** Null until the student has been written. */
    public Long id() {
        return id;
    }

    public String fullName() {
        return fullName;
    }

    public void rename(String fullName) {
        this.fullName = fullName;
    }

    public Group group() {
        return group;
    }

    public void moveTo(Group group) {
        this.group = group;
    }

    public List<Grade> grades() {
        return grades;
    }

    @Override
    public String toString() {
        return id + ": " + fullName;
    }
}
