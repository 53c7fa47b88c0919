// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys.shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** Has employees, one of whom is its director: two tables that refer to each other. */
@Entity
public class Company {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Version
    private long version;

    @Column(nullable = false, unique = true, length = 30)
    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    private Country country;

    @OneToOne(fetch = FetchType.LAZY)
    private Employee director;

    @OneToMany(mappedBy = "company", cascade = CascadeType.PERSIST)
    private List<Employee> employees = new ArrayList<>();

    protected Company() {}

    public Company(String name) {
        this.name = name;
    }

    public Integer getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Country getCountry() {
        return country;
    }

    public void setCountry(Country country) {
        this.country = country;
    }

    public Employee getDirector() {
        return director;
    }

    public void setDirector(Employee director) {
        this.director = director;
    }

    public List<Employee> getEmployees() {
        return employees;
    }

    @Override
    public String toString() {
        return "Company " + name;
    }
}
