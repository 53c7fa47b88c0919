// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static final List<Path> MAIN = Project.modules().stream()
            .flatMap(module -> Project.sources(module, "src/main/java").stream())
            .toList();

    @Test
    void findsSources() {
        assertThat(MAIN).hasSizeGreaterThan(20);
        assertThat(Project.sources("testing/architecture", "src/test/java")).isNotEmpty();
    }

    @Test
    void beginEachFileWithTheLicence() {
        Stream<Path> all = Project.modules().stream().flatMap(module -> Project.sources(module, "src").stream());

        assertThat(all.filter(file -> !Project.read(file).startsWith("// SPDX-License-Identifier: Apache-2.0\n")))
                .isEmpty();
    }

    @Test
    void describeEachPackageAndMarkItForNulls() {
        Stream<Path> packages = MAIN.stream()
                .filter(file -> !file.endsWith("module-info.java"))
                .map(Path::getParent)
                .distinct();

        assertThat(packages.map(folder -> folder.resolve("package-info.java"))).allSatisfy(file -> {
            assertThat(file).exists();
            assertThat(Files.readString(file)).startsWith("// SPDX").contains("/**");
            // The examples' entities are written as users write theirs: without annotations of ours.
            if (!isOfExamples(file)) {
                assertThat(Files.readString(file)).contains("@NullMarked\npackage ");
            }
        });
    }

    @Test
    void nameEachLibraryModuleAsItsRootPackage() {
        assertThat(LibraryModule.all())
                .allSatisfy(module -> assertThat(Project.sources(module.folder(), "src/main/java"))
                        .filteredOn(file -> file.endsWith("module-info.java"))
                        .singleElement()
                        .satisfies(file ->
                                assertThat(Project.code(file)).contains("module " + module.rootPackage() + " {")));
    }

    private static boolean isOfExamples(Path file) {
        return file.toString().replace('\\', '/').contains("/examples/");
    }
}
