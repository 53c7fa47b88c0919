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
import java.time.LocalDate;

/** A grade that a student received in a subject on a day. */
@Entity
@Table(
        name = "grades",
        indexes = {@Index(columnList = "student_id"), @Index(columnList = "subject_id")})
public class Grade {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Student student;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Subject subject;

    private int value;

    @Column(nullable = false)
    private LocalDate receivedOn;

    protected Grade() {}

    public Grade(Student student, Subject subject, int value, LocalDate receivedOn) {
        this.student = student;
        this.subject = subject;
        this.value = value;
        this.receivedOn = receivedOn;
    }

    public Long id() {
        return id;
    }

    public Student student() {
        return student;
    }

    public Subject subject() {
        return subject;
    }

    public int value() {
        return value;
    }

    public LocalDate receivedOn() {
        return receivedOn;
    }
}
