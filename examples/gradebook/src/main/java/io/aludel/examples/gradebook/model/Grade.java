// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.model;

import io.aludel.core.schema.ForeignKey.Action;
import io.aludel.mapping.annotation.OnDelete;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A grade from 1 to 12 that a student received in a subject on a day. It goes when its student goes. */
@Entity
@Table(
        name = "grades",
        indexes = {@Index(columnList = "student_id"), @Index(columnList = "subject_id")},
        check = @CheckConstraint(constraint = "value between " + Grade.LOWEST + " and " + Grade.HIGHEST))
public class Grade {
    public static final int LOWEST = 1;
    public static final int HIGHEST = 12;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @OnDelete(Action.CASCADE)
    private Student student;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Subject subject;

    private int value;

    @Column(nullable = false)
    private LocalDate receivedOn;

    /** For Aludel, which fills the fields itself. */
    protected Grade() {}

    public Grade(Student student, Subject subject, int value, LocalDate receivedOn) {
        this.student = student;
        this.subject = subject;
        this.value = value;
        this.receivedOn = receivedOn;
    }

    /** Null until the grade has been written. */
    public Long id() {
        return id;
    }

    public Student student() {
        return student;
    }

    public void handTo(Student student) {
        this.student = student;
    }

    public Subject subject() {
        return subject;
    }

    public void moveTo(Subject subject) {
        this.subject = subject;
    }

    public int value() {
        return value;
    }

    public void correct(int value) {
        this.value = value;
    }

    public LocalDate receivedOn() {
        return receivedOn;
    }

    public void redate(LocalDate receivedOn) {
        this.receivedOn = receivedOn;
    }

    @Override
    public String toString() {
        return id + ": " + value + " on " + receivedOn;
    }
}
