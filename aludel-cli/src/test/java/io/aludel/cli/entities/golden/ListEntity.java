// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities.golden;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

@Entity
@Table(name = "lists")
public class ListEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private List<Integer> numbers;

    @Column(nullable = false, length = 20)
    private List<String> words;

    public Long id() {
        return id;
    }

    public List<Integer> numbers() {
        return numbers;
    }

    public void numbers(List<Integer> numbers) {
        this.numbers = numbers;
    }

    public List<String> words() {
        return words;
    }

    public void words(List<String> words) {
        this.words = words;
    }
}
