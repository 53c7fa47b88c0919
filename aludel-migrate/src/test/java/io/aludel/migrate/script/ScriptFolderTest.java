// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.migrate.script.golden.R1b7e02c55f10_CreatesPeoplePetsAndToys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptFolderTest {
    @TempDir
    private Path folder;

    private final ScriptWriter writer = new ScriptWriter("some.scripts", "");

    private ScriptFolder scripts() {
        return new ScriptFolder(folder, List.of());
    }

    private Path write(NewScript script) throws IOException {
        return Files.writeString(folder.resolve(script.fileName()), writer.write(script));
    }

    @Test
    void aFolderThatIsNotThereHasNoScripts() {
        assertThat(new ScriptFolder(folder.resolve("nowhere"), List.of()).scripts())
                .isEmpty();
    }

    @Test
    void scriptsMayUseClassesBesideThemAndOnTheirClassPath() throws IOException {
        Path pets = write(ScriptExamples.pets());
        Files.writeString(
                folder.resolve("Names.java"),
                "package some.scripts; class Names { static final String TOY = \"toy\"; }");
        Files.writeString(folder.resolve("package-info.java"), "/** Scripts. */ package some.scripts;");
        Files.writeString(pets, Files.readString(pets).replace("\"toy\"", "Names.TOY"));

        Script script = scripts().scripts().get(0);

        assertThat(script.up()).hasSize(3);
        assertThat(script.checksum())
                .isEqualTo(Checksum.of(ScriptExamples.pets().operations()));
        assertThat(script.title()).isEqualTo("1b7e02c55f10 (R1b7e02c55f10_CreatesPeoplePetsAndToys.java)");
    }

    @Test
    void errorsOfTheCompilerComeWithTheirPlace() throws IOException {
        Path pets = write(ScriptExamples.pets());
        Files.writeString(
                pets,
                Files.readString(pets)
                        .replace("t.identity(\"id\", bigint());", "t.identity(\"id\", bigint())\n;t.nonsense();"));

        assertThatThrownBy(() -> scripts().scripts())
                .isInstanceOfSatisfying(
                        ScriptCompilationException.class,
                        e -> assertThat(e.problems())
                                .hasSize(3)
                                .allSatisfy(
                                        problem -> assertThat(problem.message()).startsWith("cannot find symbol")))
                .hasMessageStartingWith(
                        "MIG-003: The scripts do not compile:\n  " + pets.getFileName() + ":21:3: cannot find symbol");
    }

    @Test
    void whatHasNotChangedIsNotCompiledAgain() throws IOException {
        Path pets = write(ScriptExamples.pets());
        ScriptFolder scripts = scripts();
        List<Script> first = scripts.scripts();

        assertThat(scripts.scripts()).isSameAs(first);
        Files.writeString(pets, Files.readString(pets).replace("Creates people", "Makes people"));
        assertThat(scripts.scripts().get(0).message()).isEqualTo("Makes people, pets and toys.");
    }

    @Test
    void aScriptWithoutItsInterfaceIsRefused() throws IOException {
        Files.writeString(
                folder.resolve("Odd.java"),
                "@io.aludel.migrate.script.Revision(id = \"aaaa00000001\") public class Odd {}");

        assertThatThrownBy(() -> scripts().scripts())
                .hasMessage(
                        "MIG-005: Script Odd cannot be used: it has @Revision, but is no class that implements Migration.");
    }

    @Test
    void aLineOfTheScriptIsKnownForEachOperation() throws IOException {
        write(ScriptExamples.pets());

        assertThat(scripts().scripts().get(0).up())
                .extracting(recorded -> recorded.place())
                .startsWith("R1b7e02c55f10_CreatesPeoplePetsAndToys.java:19");
    }

    @Test
    void classesThatAreCompiledAlreadyAreFoundByTheirPackage() {
        ClassPathScripts compiled =
                new ClassPathScripts(getClass().getClassLoader(), "io.aludel.migrate.script.golden");

        assertThat(compiled.scripts())
                .extracting(Script::id)
                .contains("1b7e02c55f10", "c0ffee000004")
                .hasSizeGreaterThan(8);
        assertThat(compiled.scripts().get(0).message()).isEqualTo("Creates people pets and toys");
        assertThat(ScriptSource.of(new R1b7e02c55f10_CreatesPeoplePetsAndToys())
                        .scripts()
                        .get(0)
                        .checksum())
                .isEqualTo(compiled.scripts().get(0).checksum());
    }

    @Test
    void withoutACompilerTheWaysOutAreNamed() {
        assertThat(ScriptCompiler.noCompiler(Path.of("db")))
                .startsWith("The scripts in db are Java source, and this Java (")
                .endsWith(
                        ") runs without a compiler. Run with a JDK (on the module path add --add-modules jdk.compiler), or"
                                + " compile the scripts with your build and give their package instead of their folder.");
    }
}
