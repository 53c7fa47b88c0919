// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.world;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Takes the books on it along when it goes, though the database would only forget where they were. */
@Entity
public class Shelf {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @OneToMany(mappedBy = "shelf", cascade = CascadeType.REMOVE)
    private List<Book> books = new ArrayList<>();

    @OneToMany(mappedBy = "second")
    private List<Book> others = new ArrayList<>();

    public Long getId() {
        return id;
    }

    public List<Book> getBooks() {
        return books;
    }

    public List<Book> getOthers() {
        return others;
    }
}
