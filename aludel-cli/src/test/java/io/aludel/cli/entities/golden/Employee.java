// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities.golden;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "employees")
public class Employee {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(foreignKey = @ForeignKey(name = "of_employees_boss_id"))
    private Employee boss;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "deputy", options = "default 1", foreignKey = @ForeignKey(name = "of_employees_deputy"))
    private Employee deputy;

    @OneToMany(mappedBy = "boss")
    private List<Employee> employeesByBoss = new ArrayList<>();

    @OneToMany(mappedBy = "deputy")
    private List<Employee> employeesByDeputy = new ArrayList<>();

    public Long id() {
        return id;
    }

    public Employee boss() {
        return boss;
    }

    public void boss(Employee boss) {
        this.boss = boss;
    }

    public Employee deputy() {
        return deputy;
    }

    public void deputy(Employee deputy) {
        this.deputy = deputy;
    }

    public List<Employee> employeesByBoss() {
        return employeesByBoss;
    }

    public List<Employee> employeesByDeputy() {
        return employeesByDeputy;
    }
}
