// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.mapping.access.EntityAccess;
import io.aludel.mapping.access.LazyReference;
import io.aludel.mapping.access.ReferenceLoader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Compiled lazy references at work. */
class LazyReferenceTest {
    private final Entities world = new Entities(World.COMPILED);
    private final List<Object> loaded = new ArrayList<>();

    private EntityAccess<Object> person() throws ClassNotFoundException {
        return world.access("world.Person");
    }

    private Object reference(ReferenceLoader loader) throws ClassNotFoundException {
        Object reference = person().newReference(loader);
        person().set(reference, 0, 7L);
        return reference;
    }

    /** Loads Ada, and remembers whom it loaded. */
    private void load(Object reference) {
        try {
            loaded.add(reference);
            person().set(reference, 1, "Ada");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void knowsItsIdentifierWithoutLoading() throws Exception {
        Object ada = reference(this::load);

        assertThat(Entities.call(ada, "getId")).isEqualTo(7L);
        assertThat(LazyReference.isUnloaded(ada)).isTrue();
        assertThat(loaded).isEmpty();
    }

    @Test
    void loadsOnceAndIsTheEntity() throws Exception {
        Object ada = reference(this::load);

        assertThat(Entities.call(ada, "getFullName")).isEqualTo("Ada");
        assertThat(ada).hasToString("Person Ada");
        assertThat(loaded).containsExactly(ada);
        assertThat(LazyReference.isUnloaded(ada)).isFalse();
    }

    @Test
    void loadsBeforeASetter() throws Exception {
        Object ada = reference(this::load);

        Entities.call(ada, "setFullName", "Ada Lovelace");

        assertThat(person().get(ada, 1)).isEqualTo("Ada Lovelace");
        assertThat(loaded).hasSize(1);
    }

    @Test
    void triesAgainWhenLoadingFailed() throws Exception {
        List<String> tries = new ArrayList<>();
        Object ada = reference(reference -> {
            tries.add("tried");
            throw new IllegalStateException("the session is closed");
        });

        assertThatThrownBy(() -> Entities.call(ada, "getFullName")).hasMessage("the session is closed");
        assertThatThrownBy(() -> Entities.call(ada, "getFullName")).hasMessage("the session is closed");
        assertThat(tries).hasSize(2);
        assertThat(LazyReference.isUnloaded(ada)).isTrue();
    }

    @Test
    void doesNotLoadAgainForAMethodThatIsCalledWhileItLoads() throws Exception {
        Object ada = reference(reference -> {
            load(reference);
            assertThat(reference).hasToString("Person Ada");
        });

        assertThat(ada).hasToString("Person Ada");
        assertThat(loaded).hasSize(1);
    }

    @Test
    void isFoundInASetWithoutLoadingWhereEqualityIsByIdentifier() throws Exception {
        Object ada = reference(this::load);
        Object plain = person().instantiate();
        person().set(plain, 0, 7L);
        Set<Object> set = new HashSet<>(Set.of(ada));

        assertThat(set).contains(plain);
        assertThat(plain).isEqualTo(ada);
        assertThat(ada).isEqualTo(plain);
        assertThat(loaded).isEmpty();
    }

    @Test
    void loadsForEqualityByOtherFields() throws Exception {
        Entities byName = new Entities(named("""
                String getName() { return name; }
                @Override public int hashCode() { return name.hashCode(); }
                @Override public boolean equals(Object o) { return o instanceof Named n && getName().equals(n.getName()); }
                """).compile());
        EntityAccess<Object> access = byName.access("world.Named");
        Object reference = access.newReference(unloaded -> access.set(unloaded, 1, "Ada"));

        assertThat(reference).hasSameHashCodeAs("Ada");
    }

    @Test
    void overridesWhateverASubclassCan() {
        Compiled compiled = named("""
                public String getName() { return name; }
                protected void rename(String name) { this.name = name; }
                String initial() { return name.substring(0, 1); }
                <T extends Comparable<? super T> & java.io.Serializable> T[] generic(java.util.Map<String, ? extends T> in, T... rest)
                        throws java.io.IOException, InterruptedException { return rest; }
                int[][] grid(int[]... rows) { return rows; }
                synchronized void hold() {}
                private String hidden() { return name; }
                static String none() { return ""; }
                public long getId() { return this.id; }
                public long id() { return id + 1; }
                @Override protected void finalize() { name = null; }
                """).compile();

        assertThat(compiled.text("world.Named__Lazy.java")
                        .lines()
                        .filter(line -> line.endsWith(") {") || line.contains(" throws "))
                        .map(String::strip))
                .containsExactly(
                        "public ReferenceLoader aludelLoader() {",
                        "public void aludelLoader(ReferenceLoader loader) {",
                        "private void aludelLoad() {",
                        "private void aludelLoadNow() {",
                        "} catch (Throwable e) {",
                        "public String getName() {",
                        "protected void rename(String name) {",
                        "String initial() {",
                        "<T extends Comparable<? super T> & Serializable> T[] generic(Map<String, ? extends T> in, T... rest)"
                                + " throws IOException, InterruptedException {",
                        "int[][] grid(int[]... rows) {",
                        "void hold() {",
                        "public long id() {");
        assertThat(compiled.isSuccessful()).isTrue();
    }

    @Test
    void overridesInheritedMethodsWithTheTypesOfTheEntity() {
        Compiled compiled = new Compilation()
                .source("base.Tagged", """
                        package base;

                        @jakarta.persistence.MappedSuperclass
                        public abstract class Tagged<T> {
                            @jakarta.persistence.Transient private T tag;
                            public T getTag() { return tag; }
                            protected void tag(java.util.List<? extends T> tags) {}
                            void ofThisPackageOnly() {}
                        }
                        """)
                .source("world.Note", """
                        package world;

                        @jakarta.persistence.Entity
                        public class Note extends base.Tagged<String> implements Comparable<Note> {
                            @jakarta.persistence.Id long id;
                            @Override public int compareTo(Note other) { return Long.compare(id, other.id); }
                        }
                        """)
                .compile()
                .successful();

        assertThat(compiled.text("world.Note__Lazy.java"))
                .contains(
                        "public String getTag() {",
                        "protected void tag(List<? extends String> tags) {",
                        "public int compareTo(Note other) {")
                .doesNotContain("ofThisPackageOnly");
    }

    /** An entity with an identifier, a name, and these members. */
    private static Compilation named(String members) {
        return new Compilation().option("-Xlint:none").source("world.Named", """
                package world;

                @jakarta.persistence.Entity
                public class Named {
                    @jakarta.persistence.Id private long id;
                    private String name;
                %s
                }
                """.formatted(members.indent(4)));
    }
}
