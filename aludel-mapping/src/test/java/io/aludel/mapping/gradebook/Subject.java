// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.gradebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "subjects")
public class Subject {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(nullable = false, unique = true, length = 100)
    @Nullable
    String name;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @Nullable
    Lecturer lecturer;
}
