// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The list of entities, also where a compiler sees some of the classes only. */
class IndexFileTest {
    private static final String INDEX = "META-INF/aludel/entities";

    @Test
    void listsEntitiesByBinaryNameAndInOrder() {
        assertThat(new Compilation()
                        .source("world.Zoo", """
                        package world;

                        import jakarta.persistence.*;

                        class Zoo {
                            @Entity static class Cage { @Id long id; }
                            @Entity static class Animal { @Id long id; }
                            static class Visitor {}
                        }
                        """)
                        .source("A", "@jakarta.persistence.Entity class A { @jakarta.persistence.Id long id; }")
                        .compile()
                        .successful()
                        .text(INDEX))
                .isEqualTo("""
                        A
                        world.Zoo$Animal
                        world.Zoo$Cage
                        """);
    }

    @Test
    void keepsEntitiesThatWereCompiledBeforeAndAreStillThere() {
        Compiled all = World.compilation()
                .source("world.Toy", entity("Toy"))
                .source("world.Box", entity("Box"))
                .compile()
                .successful();

        Compiled again = new Compilation()
                .after(all)
                .source("world.Person", World.PERSON)
                .source("world.Pet", World.PET)
                .source("world.Box", "package world; class Box {}")
                .source("world.Car", entity("Car"))
                .compile()
                .successful();

        assertThat(again.text(INDEX)).isEqualTo("""
                world.Car
                world.Person
                world.Pet
                """);
    }

    @Test
    void isNotWrittenWhereThereIsAnError() {
        assertThat(World.compilation()
                        .source("world.Bad", "package world; @jakarta.persistence.Entity class Bad {}")
                        .compile()
                        .outputs())
                .doesNotContainKey(INDEX);
    }

    private static String entity(String name) {
        return "package world; @jakarta.persistence.Entity class " + name + " { @jakarta.persistence.Id long id; }";
    }
}
