// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModuleDirectionTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .importPackages(
                    LibraryModule.all().stream().map(LibraryModule::rootPackage).toList());

    /** What opens a connection or a statement, which is the engine's work alone. */
    private static final DescribedPredicate<JavaClass> OPENS_THE_DATABASE = describe(
            "open a connection or a statement",
            type -> Set.of(
                            "java.sql.Connection",
                            "java.sql.Driver",
                            "java.sql.DriverManager",
                            "java.sql.Statement",
                            "java.sql.CallableStatement",
                            "javax.sql.DataSource")
                    .contains(type.getName()));

    /** Each package by itself, also one inside another. */
    private static final SliceAssignment BY_PACKAGE = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };

    /** Without this every rule below would hold for classes that were never read. */
    @ParameterizedTest
    @EnumSource
    void readsTheClassesOfEachModuleThatHasSome(LibraryModule module) {
        assertThat(classesOf(module).stream()
                        .anyMatch(type -> !type.getSimpleName().equals("package-info")))
                .as("classes of %s were read", module.folder())
                .isEqualTo(Project.hasTypes(module));
    }

    @Test
    void knowsEachModuleOfTheLibrary() {
        assertThat(Project.modules())
                .filteredOn(folder -> folder.startsWith("aludel-") && !folder.equals("aludel-bom"))
                .containsExactlyInAnyOrderElementsOf(
                        LibraryModule.all().stream().map(LibraryModule::folder).toList());
    }

    @ParameterizedTest
    @EnumSource
    void usesExactlyTheModulesOfItsRow(LibraryModule module) {
        assertThat(Project.dependencies(module.folder())).containsExactlyInAnyOrderElementsOf(module.artifactsUsed());
    }

    @ParameterizedTest
    @EnumSource
    void dependsOnNothingBeyondItsRow(LibraryModule module) {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(module.packagesAllowed()))
                .allowEmptyShould(true)
                .check(classesOf(module));
    }

    @ParameterizedTest
    @EnumSource
    void hasNoCircleOfPackages(LibraryModule module) {
        slices().assignedFrom(BY_PACKAGE)
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classesOf(module));
    }

    @ParameterizedTest
    @EnumSource(names = {"CORE", "DIALECTS", "MAPPING", "PROCESSOR"})
    void leavesConnectionsAndStatementsToTheEngine(LibraryModule module) {
        noClasses()
                .should()
                .dependOnClassesThat(OPENS_THE_DATABASE)
                .allowEmptyShould(true)
                .check(classesOf(module));
    }

    @Test
    void hasNoPackageThatIsNamedAfterNothing() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..impl..", "..helper..", "..manager..")
                .check(ALL);
    }

    @Test
    void keepsOtherModulesOutOfInternalPackages() {
        LibraryModule.all()
                .forEach(module -> noClasses()
                        .that(resideOutsideOfPackages(module.rootPackage() + ".."))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(module.rootPackage() + "..internal.."))
                        .check(ALL));
    }

    /** A virtual thread that waits for the database inside {@code synchronized} pins its carrier on JDK 17 to 23. */
    @ParameterizedTest
    @EnumSource(names = {"ENGINE", "ORM"})
    void synchronizesNothingAroundTheDatabase(LibraryModule module) {
        methods()
                .should()
                .notHaveModifier(JavaModifier.SYNCHRONIZED)
                .allowEmptyShould(true)
                .check(classesOf(module));

        List<Path> blocks = Project.sources(module.folder(), "src/main/java").stream()
                .filter(source -> Project.code(source).matches("(?s).*\\bsynchronized\\b.*"))
                .toList();
        assertThat(blocks).as("sources with a synchronized block").isEmpty();
    }

    private static JavaClasses classesOf(LibraryModule module) {
        return ALL.that(resideInAnyPackage(module.rootPackage() + ".."));
    }
}
