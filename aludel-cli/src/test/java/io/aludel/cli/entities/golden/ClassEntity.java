// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities.golden;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDate;

@Entity
@Table(
        name = "class",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "\"\"quoted\"\"",
                        columnNames = {"Größe", "select"}),
        indexes =
                @Index(
                        name = "ix \"bad\" name",
                        columnList = "\"with space\", \"quo\"\"te\", \"desc\", \"class value\""))
public class ClassEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "class")
    private Integer classValue;

    @Column(name = "class value")
    private LocalDate classValue2;

    @Column(name = "hash_code")
    private Integer hashCodeValue;

    @Column(name = "2fast")
    private Integer n2fast;

    @Column(name = "with space")
    private Integer withSpace;

    @Column(name = "With_Space")
    private Integer withSpace2;

    @Column(name = "quo\"te")
    private Integer quoTe;

    @Column(name = "back`tick")
    private Integer backTick;

    @Column(name = "Größe")
    private Integer größe;

    private Integer select;

    private Integer desc;

    @Column(name = "URLPath2", length = 9)
    private String urlPath2;

    @Column(name = "line_2", length = 9)
    private String line2;

    @Column(name = "!!!", length = 9)
    private String unnamed;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "Äther Id", foreignKey = @ForeignKey(name = "of_class_Äther Id"))
    private Ather2 äther;

    public Long id() {
        return id;
    }

    public Integer classValue() {
        return classValue;
    }

    public void classValue(Integer classValue) {
        this.classValue = classValue;
    }

    public LocalDate classValue2() {
        return classValue2;
    }

    public void classValue2(LocalDate classValue2) {
        this.classValue2 = classValue2;
    }

    public Integer hashCodeValue() {
        return hashCodeValue;
    }

    public void hashCodeValue(Integer hashCodeValue) {
        this.hashCodeValue = hashCodeValue;
    }

    public Integer n2fast() {
        return n2fast;
    }

    public void n2fast(Integer n2fast) {
        this.n2fast = n2fast;
    }

    public Integer withSpace() {
        return withSpace;
    }

    public void withSpace(Integer withSpace) {
        this.withSpace = withSpace;
    }

    public Integer withSpace2() {
        return withSpace2;
    }

    public void withSpace2(Integer withSpace2) {
        this.withSpace2 = withSpace2;
    }

    public Integer quoTe() {
        return quoTe;
    }

    public void quoTe(Integer quoTe) {
        this.quoTe = quoTe;
    }

    public Integer backTick() {
        return backTick;
    }

    public void backTick(Integer backTick) {
        this.backTick = backTick;
    }

    public Integer größe() {
        return größe;
    }

    public void größe(Integer größe) {
        this.größe = größe;
    }

    public Integer select() {
        return select;
    }

    public void select(Integer select) {
        this.select = select;
    }

    public Integer desc() {
        return desc;
    }

    public void desc(Integer desc) {
        this.desc = desc;
    }

    public String urlPath2() {
        return urlPath2;
    }

    public void urlPath2(String urlPath2) {
        this.urlPath2 = urlPath2;
    }

    public String line2() {
        return line2;
    }

    public void line2(String line2) {
        this.line2 = line2;
    }

    public String unnamed() {
        return unnamed;
    }

    public void unnamed(String unnamed) {
        this.unnamed = unnamed;
    }

    public Ather2 äther() {
        return äther;
    }

    public void äther(Ather2 äther) {
        this.äther = äther;
    }
}
