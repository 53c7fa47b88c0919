// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.mapping.source.SourceAnnotation.ClassName;
import io.aludel.mapping.source.SourceAnnotation.EnumConstant;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReflectionClassSourceTest {
    @Entity(name = "Shelf")
    @Deprecated
    protected static class Sample<T extends Number> extends java.util.ArrayList<Map<String, ? extends T>> {
        static int counter;
        private final transient List<String> names = List.of();

        @ManyToOne(fetch = FetchType.LAZY)
        @Nullable
        Thread thread;

        @Column(name = "x", check = @CheckConstraint(name = "a", constraint = "x > 0"))
        protected byte[][] bytes = {};

        @Nullable
        T value;

        T @Nullable [] values;

        public final void zeta(String... texts) {}

        abstract static class Inner {}

        void alpha(int first, List<? super String> second) {}
    }

    enum Colour {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "green";
            }
        };

        private final int code = 1;
    }

    private final ClassSource source = new ReflectionClassSource(ReflectionClassSourceTest.class.getClassLoader());

    @Test
    void readsAClassAsItIsWritten() {
        SourceClass sample = source.find(Sample.class.getName()).orElseThrow();

        assertThat(sample.name()).isEqualTo("io.aludel.mapping.source.ReflectionClassSourceTest$Sample");
        assertThat(sample.simpleName()).isEqualTo("Sample");
        assertThat(sample.kind()).isEqualTo(SourceClass.Kind.CLASS);
        assertThat(sample.nesting()).isEqualTo(SourceClass.Nesting.STATIC);
        assertThat(sample.modifiers()).isEqualTo(Set.of(SourceModifier.PROTECTED, SourceModifier.STATIC));
        assertThat(sample.superclass()).hasToString("java.util.ArrayList<java.util.Map<java.lang.String, T>>");
        assertThat(sample.annotations())
                .containsExactly(new SourceAnnotation("jakarta.persistence.Entity", Map.of("name", "Shelf")));
        assertThat(sample.constructors())
                .containsExactly(new SourceConstructor(List.of(), Set.of(SourceModifier.PROTECTED)));
    }

    @Test
    void keepsTheOrderOfFieldsAndTheirTypes() {
        SourceClass sample = source.find(Sample.class.getName()).orElseThrow();

        assertThat(sample.fields())
                .extracting(field ->
                        field.name() + ": " + field.type() + " " + field.type().isVariable())
                .containsExactly(
                        "counter: int false",
                        "names: java.util.List<java.lang.String> false",
                        "thread: java.lang.Thread false",
                        "bytes: byte[][] false",
                        "value: T true",
                        "values: T[] true");
        assertThat(sample.fields().get(1).modifiers())
                .isEqualTo(Set.of(SourceModifier.PRIVATE, SourceModifier.FINAL, SourceModifier.TRANSIENT));
    }

    @Test
    void readsMethodsSortedByName() {
        SourceClass sample = source.find(Sample.class.getName()).orElseThrow();

        assertThat(sample.methods())
                .containsExactly(
                        new SourceMethod(
                                "alpha",
                                List.of(
                                        SourceType.of("int"),
                                        new SourceType(
                                                "java.util.List", List.of(SourceType.of("java.lang.String")), false)),
                                SourceType.of("void"),
                                Set.of(),
                                List.of()),
                        new SourceMethod(
                                "zeta",
                                List.of(SourceType.of("java.lang.String[]")),
                                SourceType.of("void"),
                                Set.of(SourceModifier.PUBLIC, SourceModifier.FINAL),
                                List.of()));
    }

    @Test
    void fillsInDefaultsOfAnnotations() {
        SourceClass sample = source.find(Sample.class.getName()).orElseThrow();

        SourceAnnotation manyToOne = sample.fields()
                .get(2)
                .annotation("jakarta.persistence.ManyToOne")
                .orElseThrow();
        assertThat(manyToOne.values())
                .isEqualTo(Map.of(
                        "targetEntity",
                        new ClassName("void"),
                        "cascade",
                        List.of(),
                        "fetch",
                        new EnumConstant("jakarta.persistence.FetchType", "LAZY"),
                        "optional",
                        true));
        SourceAnnotation column =
                sample.fields().get(3).annotation("jakarta.persistence.Column").orElseThrow();
        assertThat(column.number("length")).isEqualTo(255);
        assertThat(column.annotations("check"))
                .containsExactly(new SourceAnnotation(
                        "jakarta.persistence.CheckConstraint",
                        Map.of("name", "a", "constraint", "x > 0", "options", "")));
        assertThatThrownBy(() -> column.text("other")).hasMessageContaining("has no element \"other\"");
    }

    @Test
    void readsAnEnumsConstantsInTheirOrder() {
        SourceClass colour = source.find(Colour.class.getName()).orElseThrow();

        assertThat(colour.kind()).isEqualTo(SourceClass.Kind.ENUM);
        assertThat(colour.enumConstants()).containsExactly("RED", "GREEN");
        assertThat(colour.fields()).extracting(SourceField::name).containsExactly("code");
        assertThat(colour.methods()).isEmpty();
    }

    @Test
    void findsNeitherPrimitivesNorArraysNorWhatIsNotThere() {
        assertThat(source.find("int")).isEmpty();
        assertThat(source.find("byte[]")).isEmpty();
        assertThat(source.find("[B")).isEmpty();
        assertThat(source.find("io.example.Missing")).isEmpty();
    }
}
