// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.processor.report.ProcessorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the compiler says, and where. */
class MessagesTest {
    @Test
    void reportsEveryMistakeInAMappingAtItsMember() {
        Compiled compiled = new Compilation()
                .source("world.Bad", """
                        package world;

                        import jakarta.persistence.*;

                        @Entity
                        public class Bad {
                            private Thread thread;
                            private final String name = "";

                            Bad(int noOther) {}
                        }
                        """)
                .source("world.Worse", """
                        package world;

                        @jakarta.persistence.Entity
                        enum Worse {}
                        """)
                .compile();

        assertThat(compiled.isSuccessful()).isFalse();
        assertThat(compiled.messages().lines().map(MessagesTest::untilFirstColon))
                .containsExactlyInAnyOrder(
                        "world/Bad.java:6 error: MAP-003 Bad",
                        "world/Bad.java:6 error: MAP-010 Bad",
                        "world/Bad.java:7 error: MAP-020 Bad.thread",
                        "world/Bad.java:8 error: MAP-004 Bad.name",
                        "world/Worse.java:4 error: MAP-002 Worse",
                        "world/Worse.java:4 error: MAP-010 Worse");
        assertThat(compiled.outputs()).containsOnlyKeys("world.QBad.java", "world.QWorse.java");
    }

    private static String untilFirstColon(String message) {
        return message.substring(0, message.indexOf(": ", message.indexOf("error: ") + 7));
    }

    @Test
    void refusesAFinalMethodOfAnEntityThatOthersReferTo() {
        assertThat(owned("""
                public final String getName() { return name; }
                """).compile().messages()).isEqualTo("""
                world/Owner.java:7 error: PRO-011 The method getName of Owner is final: called on a lazy reference it could not load \
                the entity, and would see empty fields. Remove "final".""");
    }

    @Test
    void allowsAFinalMethodThatNoReferenceCouldGetWrong() {
        assertThat(owned("""
                public final long getId() { return id; }
                """).compile().successful().outputs()).containsKey("world.Owner__Lazy");
        assertThat(new Compilation()
                        .source("world.Alone", """
                        package world;

                        @jakarta.persistence.Entity
                        class Alone {
                            @jakarta.persistence.Id long id;
                            final long twice() { return 2 * id; }
                        }
                        """)
                        .compile()
                        .successful()
                        .outputs())
                .containsKey("world.Alone__Aludel")
                .doesNotContainKey("world.Alone__Lazy");
    }

    @Test
    void warnsOfReachingIntoAnotherInstance() {
        assertThat(owned("""
                boolean sameName(Owner other) { return name.equals(other.name); }
                void rename(Owner other) { other.name = other.hidden() + this.name + Owner.this.hidden(); }
                private String hidden() { return name; }
                long difference(Owner other) { return id - other.id; }
                """).compile().messages()).isEqualTo("""
                world/Owner.java:7 warning: PRO-013 This reads or writes the field "name" of another Owner, which may be a lazy \
                reference that is not loaded: only calls of its methods load it. Call its getter or setter, or add \
                @SuppressWarnings("aludel") where it is certain to be loaded.
                world/Owner.java:8 warning: PRO-013 This reads or writes the field "name" of another Owner, which may be a lazy \
                reference that is not loaded: only calls of its methods load it. Call its getter or setter, or add \
                @SuppressWarnings("aludel") where it is certain to be loaded.
                world/Owner.java:8 warning: PRO-013 This calls the private method "hidden" of another Owner, which may be a lazy \
                reference that is not loaded: only calls of its methods load it. Make the method package-private, or add \
                @SuppressWarnings("aludel") where it is certain to be loaded.""");
    }

    @Test
    void warnsOfReachingIntoAnEntityFromAnotherClassToo() {
        assertThat(owned("").source("world.Report", """
                        package world;

                        class Report {
                            String text(Thing thing) { return thing.owner.name; }
                        }
                        """).compile().messages())
                .startsWith("world/Report.java:4 warning: PRO-013 ")
                .hasLineCount(1);
    }

    @Test
    void isSilentWhereItIsToldTo() {
        owned("""
                @SuppressWarnings("aludel") boolean sameName(Owner other) { return name.equals(other.name); }
                @SuppressWarnings({"aludel", "unused"}) @Override
                public boolean equals(Object other) { return other != null && other.getClass() == getClass(); }
                @Override public int hashCode() { return 1; }
                """).compile().successful();
    }

    @Test
    void warnsOfEqualityByClass() {
        assertThat(owned("""
                @Override public int hashCode() { return 1; }
                @Override public boolean equals(Object other) { return other != null && other.getClass() == getClass(); }
                """).compile().messages()).isEqualTo("""
                world/Owner.java:8 warning: PRO-012 This equals compares classes with getClass(): a lazy reference has a class of its \
                own, so it would never equal the same row loaded elsewhere. Use instanceof, and the getters of the other object.""");
    }

    @Test
    void warnsWhereNoReferenceCanBeLazy() {
        assertThat(owned("""
                private Owner() {}
                """).compile().messages()).isEqualTo("""
                world/Owner.java:4 warning: PRO-010 No reference to Owner can be lazy, because the class has no constructor without \
                parameters that a subclass may call: it is loaded together with each owner. Add a protected one.""");
        assertThat(owned("""
                private enum Mood { GOOD }
                Mood mood(Mood mood) { return mood; }
                """).compile().messages())
                .startsWith("world/Owner.java:8 warning: PRO-010 ")
                .contains("its method mood names a type");
    }

    @Test
    void refusesWhatGeneratedCodeCannotName() {
        assertThat(new Compilation()
                        .source("world.Outer", """
                        package world;

                        import jakarta.persistence.*;

                        class Outer {
                            @Entity
                            private static class Secret { @Id long id; }
                            @Entity
                            static class Open {
                                private enum Mood { GOOD }
                                @Id long id;
                                Mood mood;
                            }
                            @Entity
                            static class Generic<T> { @Id long id; }
                        }
                        """)
                        .compile()
                        .messages()
                        .lines()
                        .toList())
                .satisfiesExactlyInAnyOrder(
                        message ->
                                assertThat(message).startsWith("world/Outer.java:7 error: PRO-001 Secret is private"),
                        message -> assertThat(message)
                                .startsWith(
                                        "world/Outer.java:12 error: PRO-001 Open.mood has the type world.Outer.Open.Mood"),
                        message -> assertThat(message)
                                .startsWith("world/Outer.java:15 error: PRO-002 Generic has type parameters"));
    }

    @Test
    void refusesProjectionsThatAreNoRecords() {
        assertThat(new Compilation().source("world.Wrong", """
                        package world;

                        import io.aludel.mapping.annotation.Projection;

                        class Wrong {
                            @Projection class Plain {}
                            @Projection record Generic<T>(T value) {}
                            @Projection record Empty() {}
                            @Projection private record Hidden(int x) {}
                        }
                        """).compile().messages())
                .isEqualTo("""
                world/Wrong.java:8 error: PRO-020 The projection Empty has no components: there is nothing to select. Give it one.
                world/Wrong.java:7 error: PRO-020 The projection Generic has type parameters, so that no query could tell its types. \
                Write a record without.
                world/Wrong.java:9 error: PRO-020 The projection Hidden is private, so that its factory cannot see it. Remove "private".
                world/Wrong.java:6 error: PRO-020 Plain is marked with @Projection, but only a record can be one. Make it a record.""");
    }

    @Test
    void refusesAPrefixThatBeginsNoName() {
        assertThat(World.compilation().option("-Aaludel.prefix=1-").compile().messages())
                .contains(
                        "error: PRO-030 The option aludel.prefix is \"1-\", with which no Java class's name can begin; give letters, such as Q.");
    }

    @Test
    void saysWhatStandsInTheWayOfAGeneratedClass() {
        assertThat(World.compilation()
                        .source("world.QPet", "package world; public class QPet {}")
                        .compile()
                        .messages())
                .contains("world/Pet.java:6 error: PRO-031 Cannot write world.QPet: ");
    }

    @Test
    void explainsEachCode() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "errors.md"));

        assertThat(Arrays.stream(ProcessorCode.values()).map(code -> "\n### " + code.code()))
                .allSatisfy(heading -> assertThat(page).contains(heading));
    }

    /** A thing refers to its owner, whose members these are. */
    private static Compilation owned(String members) {
        return new Compilation()
                .source("world.Owner", """
                        package world;

                        @jakarta.persistence.Entity
                        public class Owner {
                            @jakarta.persistence.Id long id;
                            String name;
                        %s
                        }
                        """.formatted(
                                members.isEmpty()
                                        ? ""
                                        : members.stripTrailing().indent(4).stripTrailing()))
                .source("world.Thing", """
                        package world;

                        import jakarta.persistence.*;

                        @Entity
                        class Thing {
                            @Id long id;
                            @ManyToOne(fetch = FetchType.LAZY) Owner owner;
                        }
                        """);
    }
}
