// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.gradebook;

import io.aludel.core.schema.ForeignKey;
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
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "grades", indexes = @Index(columnList = "subject_id"))
public class Grade {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @OnDelete(ForeignKey.Action.CASCADE)
    @Nullable
    Student student;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @Nullable
    Subject subject;

    @Column(check = @CheckConstraint(constraint = "value between 1 and 12"))
    int value;

    @Column(nullable = false)
    @Nullable
    LocalDate receivedOn;
}
