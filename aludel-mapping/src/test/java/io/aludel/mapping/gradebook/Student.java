// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.gradebook;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "students")
public class Student {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(nullable = false, length = 100)
    @Nullable
    String fullName;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @Nullable
    Group group;

    @OneToMany(mappedBy = "student", cascade = CascadeType.ALL)
    List<Grade> grades = new ArrayList<>();
}
