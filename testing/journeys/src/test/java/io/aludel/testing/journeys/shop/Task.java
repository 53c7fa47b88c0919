// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys.shop;

import io.aludel.core.schema.ForeignKey;
import io.aludel.mapping.annotation.OnDelete;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;

/** An employee's; perhaps of a category, which is forgotten when the category is deleted. */
@Entity
public class Task {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tasks")
    @SequenceGenerator(name = "tasks", sequenceName = "Task Numbers", initialValue = 100, allocationSize = 7)
    private Integer id;

    @Column(unique = true)
    private String title;

    @Column(check = @CheckConstraint(constraint = "priority between 0 and 9"))
    private short priority;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @OnDelete(ForeignKey.Action.CASCADE)
    private Employee employee;

    @ManyToOne(fetch = FetchType.LAZY)
    @OnDelete(ForeignKey.Action.SET_NULL)
    private Category category;

    protected Task() {}

    public Task(String title, int priority, Employee employee) {
        this.title = title;
        this.priority = (short) priority;
        this.employee = employee;
    }

    public Integer getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public short getPriority() {
        return priority;
    }

    public void setPriority(short priority) {
        this.priority = priority;
    }

    public Employee getEmployee() {
        return employee;
    }

    public void setEmployee(Employee employee) {
        this.employee = employee;
    }

    public Category getCategory() {
        return category;
    }

    public void setCategory(Category category) {
        this.category = category;
    }

    @Override
    public String toString() {
        return "Task " + title;
    }
}
