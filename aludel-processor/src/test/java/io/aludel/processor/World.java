// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

/** The entities that most tests compile: a person has pets, a pet has toys. */
final class World {
    static final String PERSON = """
            package world;

            import jakarta.persistence.*;
            import java.math.BigDecimal;
            import java.time.LocalDate;
            import java.util.*;

            @Entity
            public class Person {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                private Long id;
                private String fullName;
                private int year;
                @Column(precision = 10, scale = 2)
                private BigDecimal height;
                private LocalDate born;
                private byte[] photo;
                @OneToMany(mappedBy = "owner")
                private List<Pet> pets = new ArrayList<>();

                protected Person() {}

                public Person(String fullName) {
                    this.fullName = fullName;
                }

                public Long getId() {
                    return id;
                }

                public String getFullName() {
                    return fullName;
                }

                public void setFullName(String fullName) {
                    this.fullName = fullName;
                }

                @Override
                public boolean equals(Object other) {
                    return other instanceof Person person && id != null && id.equals(person.id);
                }

                @Override
                public int hashCode() {
                    return Objects.hashCode(id);
                }

                @Override
                public String toString() {
                    return "Person " + fullName;
                }
            }
            """;

    static final String PET = """
            package world;

            import jakarta.persistence.*;

            @Entity
            public class Pet {
                @Id
                private long id;
                @ManyToOne(fetch = FetchType.LAZY)
                private Person owner;

                public Person getOwner() {
                    return owner;
                }
            }
            """;

    /** Both, compiled once. */
    static final Compiled COMPILED = compilation().compile();

    private World() {}

    /** Both, ready to be compiled. */
    static Compilation compilation() {
        return new Compilation().source("world.Person", PERSON).source("world.Pet", PET);
    }
}
