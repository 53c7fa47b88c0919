// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.gradebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "groups")
public class Group {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(nullable = false, unique = true, length = 40)
    @Nullable
    String name;

    @OneToMany(mappedBy = "group")
    @OrderBy("fullName desc, id")
    List<Student> students = new ArrayList<>();
}
