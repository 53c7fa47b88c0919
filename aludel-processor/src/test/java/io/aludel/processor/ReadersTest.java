// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The compiler's reader and reflection give equal classes, so that the processor and the run time make equal models. */
class ReadersTest {
    /** The mapping's own tests: every mapping that they try is tried here. */
    private static final Path MAPPINGS = Path.of("..", "aludel-mapping", "src", "test", "java");

    @Test
    void readEveryMappingOfTheMappingTestsAlike() throws IOException {
        Compilation compilation = new Compilation().option("-Xlint:none");
        List<Path> sources;
        try (Stream<Path> files = Files.walk(MAPPINGS)) {
            sources = files.filter(file -> file.toString().endsWith(".java")
                            && !file.endsWith("package-info.java")
                            && !file.endsWith("module-info.java"))
                    .toList();
        }
        for (Path source : sources) {
            String path = MAPPINGS.relativize(source).toString();
            String name = path.substring(0, path.length() - ".java".length())
                    .replace(source.getFileSystem().getSeparator(), ".");
            compilation.source(name, Files.readString(source));
        }

        Readers readers = new Readers(compilation);

        assertThat(readers.compiling).hasSizeGreaterThan(5).isEqualTo(readers.loaded);
        assertThat(readers.compilingModels.entities()).hasSizeGreaterThan(4).isEqualTo(readers.loadedModels.entities());
        assertThat(readers.compilingModels.problems()).isEqualTo(readers.loadedModels.problems());
    }

    @Test
    void readTypesMembersAndAnnotationsAlike() {
        Readers readers = new Readers(new Compilation().source("world.Shop", """
                package world;

                import jakarta.persistence.*;
                import java.util.*;

                public class Shop {
                    enum Size { SMALL, LARGE { @Override int factor() { return 2; } }; int factor() { return 1; } }
                    record Point(int x, @Column(name = "why") double y) {}
                    @interface Mark { Class<?>[] value() default {}; }
                    interface Named { String NAME = "n"; String name(); }
                    class Inner { long inner; Inner(List<? extends Number> numbers) {} }
                    private static final class Hidden {}

                    @MappedSuperclass
                    static abstract class Numbered<K extends Comparable<K>> {
                        @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "g") protected K id;
                        K[] more;
                    }

                    @Entity(name = "Thing")
                    @Table(name = "things", schema = "s", uniqueConstraints = @UniqueConstraint(columnNames = {"a", "b"}),
                            indexes = {@Index(columnList = "a nulls last", options = "using gin where a > 0"), @Index(name = "i", columnList = "b desc", unique = true)},
                            check = @CheckConstraint(constraint = "a > 0", options = "not valid"))
                    @SequenceGenerator(name = "g", allocationSize = 7, options = "cache 5")
                    @SequenceGenerator(name = "h")
                    static class Thing$ extends Numbered<Long> {
                        private transient int a = 1;
                        static int counter;
                        final char c = 'c';
                        byte[][] grid;
                        @Convert(attributeName = "key", disableConversion = true) Map<String, ? super Integer[]> map;
                        @Enumerated(EnumType.STRING) Size size;
                        @OneToMany(targetEntity = void.class, cascade = {CascadeType.ALL, CascadeType.MERGE}) Set<?> others;
                        protected Thing$() {}
                        private Thing$(int a, String... rest) throws java.io.IOException {}
                        @Transient synchronized <T> T some(T[] in, List<String>[] lists) { return null; }
                        @PrePersist void before() {}
                        @Deprecated public static void none() {}
                    }
                }
                """));

        assertThat(readers.compiling).hasSize(9).isEqualTo(readers.loaded);
        assertThat(readers.compilingModels).isEqualTo(readers.loadedModels);
    }

    @Test
    void readClassesOfTheDefaultPackageAlike() {
        Readers readers =
                new Readers(new Compilation().source("Plain", "class Plain { static class Nested { int x; } }"));

        assertThat(readers.compiling).containsOnlyKeys("Plain", "Plain$Nested").isEqualTo(readers.loaded);
    }
}
