// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

/** Sources of entities: people and their pets, as they are at first and as they are later. */
final class Pets {
    private static final String PERSON = """
            package pets;

            import jakarta.persistence.*;

            @Entity
            public class Person {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                private Long id;

                @Column(nullable = false, length = 40)
                private String name;
            }
            """;

    private static final String PET = """
            package pets;

            import jakarta.persistence.*;

            @Entity
            public class Pet {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                private Long id;

                private int legs;

                @ManyToOne(optional = false)
                private Person owner;
            }
            """;

    private static final String LATER_PET = """
            package pets;

            import io.aludel.core.schema.ForeignKey;
            import io.aludel.mapping.annotation.*;
            import jakarta.persistence.*;

            @Entity
            @Table(
                    indexes = @Index(columnList = "name"),
                    check = @CheckConstraint(name = "ck_pet_legs", constraint = "legs between 0 and 8"))
            public class Pet {
                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                private Long id;

                @DefaultValue("4")
                private int legs;

                @Column(length = 30)
                private String name;

                @ManyToOne(optional = false)
                @OnDelete(ForeignKey.Action.CASCADE)
                private Person owner;
            }
            """;

    private Pets() {}

    /** A person, and a pet with legs and an owner. */
    static Project atFirst(Project project) {
        return project.write("src/main/java/pets/Person.java", PERSON).write("src/main/java/pets/Pet.java", PET);
    }

    /** A pet has a name now, which is indexed, four legs if nobody says how many, never more than eight, and goes with its owner. */
    static Project later(Project project) {
        return project.write("src/main/java/pets/Pet.java", LATER_PET);
    }

    /** The check is written in another way. */
    static Project respelled(Project project) {
        return project.write(
                "src/main/java/pets/Pet.java", LATER_PET.replace("legs between 0 and 8", "legs >= 0 and legs <= 8"));
    }
}
