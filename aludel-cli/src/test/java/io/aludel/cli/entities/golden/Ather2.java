// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities.golden;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "Äther 2")
public class Ather2 {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "Äther Id")
    private Long ätherId;

    @OneToMany(mappedBy = "äther")
    private List<ClassEntity> classEntities = new ArrayList<>();

    public Long ätherId() {
        return ätherId;
    }

    public List<ClassEntity> classEntities() {
        return classEntities;
    }
}
