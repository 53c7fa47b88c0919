// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/launch} in a small project, whose Maven and Java are scripts that say that they were called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "shell scripts")
class LaunchTest {
    private static final String BUILDING =
            "Building Aludel, as there is no build yet or a source has changed; this takes a minute.";

    /** Says what it ran with, and with which archive; makes what it is asked to make. */
    private static final String JAVA = """
            for last in "$@"; do
                case $last in
                    -XX:DumpLoadedClassList=*) echo "class of this run" >"${last#*=}" ;;
                    -Xshare:dump) dumps=yes ;;
                    -XX:SharedArchiveFile=*) archive=${last#*=} ;;
                esac
            done
            if [ -n "${dumps:-}" ]; then
                echo dumped >>"$(dirname "$0")/dumps"
                cp all.list "$archive"
            else
                echo "ran with $last${archive:+ and $(cat "$archive")}"
            fi
            exit "$(cat "$(dirname "$0")/code" 2>/dev/null || echo 0)\"""";

    private static final String TARGET = "examples/gradebook/target";

    @TempDir
    private Path project = Path.of("");

    private Path source = Path.of("");

    /** What a command printed, and how it ended. */
    private record Ran(int exitCode, List<String> out, List<String> err) {}

    @BeforeEach
    void makeProject() throws IOException {
        Files.createDirectories(project.resolve("bin"));
        for (String script : List.of("launch", "gradebook")) {
            Files.copy(
                    Path.of("..", "..", "bin", script),
                    project.resolve("bin").resolve(script),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        source = project.resolve("examples/gradebook/src/main/java/A.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "class A {}");
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        script(
                "mvnw",
                "echo built >>built; mkdir -p " + TARGET + "; touch " + TARGET + "/program.jar\n"
                        + "sleep \"$(cat slow 2>/dev/null || echo 0)\"; exit \"$(cat fails 2>/dev/null || echo 0)\"");
        script("jdk/bin/java", JAVA);
        inThePast(project.resolve("pom.xml"));
        inThePast(source);
        inThePast(source.getParent());
    }

    @Test
    void buildsAtFirstAndSaysSoInOneLine() throws IOException, InterruptedException {
        Ran ran = run("demo");

        assertThat(ran).isEqualTo(new Ran(0, List.of("ran with demo"), List.of(BUILDING)));
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void startsWithoutMavenWhenItWasBuilt() throws IOException, InterruptedException {
        run("demo");

        assertThat(run("select")).isEqualTo(new Ran(0, List.of("ran with select"), List.of()));
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws IOException, InterruptedException {
        run("demo");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(run("demo").err()).containsExactly(BUILDING);
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void buildsAgainWhenAPomIsNewerOrASourceIsGone() throws IOException, InterruptedException {
        run("demo");
        Files.setLastModifiedTime(
                project.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(1)));
        assertThat(run("demo").err()).containsExactly(BUILDING);
        Files.setLastModifiedTime(project.resolve("pom.xml"), FileTime.from(Instant.EPOCH));
        assertThat(run("demo").err()).isEmpty();
        Files.setLastModifiedTime(
                project.resolve("target/launch.stamp"),
                FileTime.from(Instant.now().minusSeconds(30))); // file times may be whole seconds
        Files.delete(source);

        assertThat(run("demo").err()).containsExactly(BUILDING);
    }

    @Test
    void buildsAgainWhenWhatWasBuiltIsGone() throws IOException, InterruptedException {
        run("demo");
        Files.delete(project.resolve(TARGET).resolve("program.jar"));

        assertThat(run("demo").err()).containsExactly(BUILDING);
    }

    @Test
    void startsNothingWhenTheBuildFailsAndTriesAgainNextTime() throws IOException, InterruptedException {
        Files.writeString(project.resolve("fails"), "1");

        assertThat(run("demo"))
                .isEqualTo(new Ran(1, List.of(), List.of(BUILDING, "The build failed; its messages are above.")));
        Files.delete(project.resolve("fails"));
        assertThat(run("demo").out()).containsExactly("ran with demo");
    }

    @Test
    void buildsOnceWhenTwoAreStartedAtOnce() throws IOException, InterruptedException {
        Files.writeString(project.resolve("slow"), "0.3");
        Process one = start("one");
        Process two = start("two");

        assertThat(List.of(one.waitFor(), two.waitFor())).containsExactly(0, 0);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void goesOnAfterABuildThatWasKilled() throws IOException, InterruptedException {
        Path lock = project.resolve("target/launch.lock");
        Files.createDirectories(lock);
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.writeString(lock.resolve("pid"), Long.toString(gone.pid()));

        assertThat(run("demo").out()).containsExactly("ran with demo");
    }

    @Test
    void worksThroughASymbolicLinkAndInAFolderWithBlanks() throws IOException, InterruptedException {
        Path elsewhere = Files.createDirectories(project.resolve("some where"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("grade book"), project.resolve("bin/gradebook"));

        Process process = process(List.of(link.toString(), "a b")).start();

        assertThat(lines(process.getInputStream().readAllBytes())).containsExactly("ran with a b");
    }

    @Test
    void archivesTheClassesOfTheProgramOnceAfterABuild() throws IOException, InterruptedException {
        Path file = program("demo\nselect 1\n");

        assertThat(run("a").out()).containsExactly("ran with a and class of this run");
        assertThat(run("b").out()).containsExactly("ran with b and class of this run");
        assertThat(dumps()).isEqualTo(1);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(2)));
        assertThat(run("c").out()).containsExactly("ran with c and class of this run");
        assertThat(dumps()).isEqualTo(2);
        assertThat(project.resolve("examples/gradebook/target/launch.scratch")).doesNotExist();
    }

    @Test
    void startsWithoutAnArchiveWhereJavaMakesNone() throws IOException, InterruptedException {
        program("demo\n");
        run("a");
        Path code = Files.writeString(project.resolve("jdk/bin/code"), "1");
        Files.delete(project.resolve("examples/gradebook/target/launch.jsa"));

        assertThat(run("b")).isEqualTo(new Ran(1, List.of("ran with b"), List.of()));
        Files.delete(code);
        assertThat(run("c")).isEqualTo(new Ran(0, List.of("ran with c"), List.of()));
        assertThat(dumps()).as("tried once a build").isEqualTo(2);
    }

    @Test
    void givesJavaALocaleThatReadsLettersWhereNoneIsSetOrTheOneThatIsNamedIsNotThere()
            throws IOException, InterruptedException {
        script("jdk/bin/java", "echo \"${LC_ALL:-} and $LANG\"");

        assertThat(runIn(Map.of("LANG", "C")).out()).containsExactly("C.UTF-8 and C");
        assertThat(runIn(Map.of("LANG", "xx_XX.UTF-8")).out()).containsExactly("C.UTF-8 and xx_XX.UTF-8");
        assertThat(runIn(Map.of("LANG", "C.UTF-8")).out()).containsExactly(" and C.UTF-8");
    }

    @Test
    void saysWhereJavaShouldBeBeforeItBuilds() throws IOException, InterruptedException {
        String nowhere = project.resolve("nowhere").toString();

        assertThat(runIn(Map.of("JAVA_HOME", nowhere)))
                .isEqualTo(new Ran(
                        1,
                        List.of(),
                        List.of("There is no " + nowhere
                                + "/bin/java. Let JAVA_HOME be the folder of a JDK, 17 or newer, or unset it.")));
        assertThat(project.resolve("built")).doesNotExist();
    }

    private Ran runIn(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder =
                process(List.of(project.resolve("bin/gradebook").toString()));
        builder.environment().keySet().removeAll(List.of("LC_ALL", "LC_CTYPE", "LANG"));
        builder.environment().putAll(environment);
        return ran(builder.start());
    }

    private Path program(String runs) throws IOException {
        Path file = Files.writeString(project.resolve("examples/gradebook/src/main/program"), runs);
        inThePast(file);
        inThePast(file.getParent());
        return file;
    }

    private int dumps() throws IOException {
        return Files.readAllLines(project.resolve("jdk/bin/dumps")).size();
    }

    private Ran run(String... arguments) throws IOException, InterruptedException {
        return ran(start(arguments));
    }

    private static Ran ran(Process process) throws IOException, InterruptedException {
        List<String> out = lines(process.getInputStream().readAllBytes());
        List<String> err = lines(process.getErrorStream().readAllBytes());
        return new Ran(process.waitFor(), out, err);
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(project.resolve("bin/gradebook").toString());
        command.addAll(List.of(arguments));
        return process(command).start();
    }

    private ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", project.resolve("jdk").toString());
        return builder;
    }

    private int builds() throws IOException {
        return Files.readAllLines(project.resolve("built")).size();
    }

    private void script(String name, String body) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void inThePast(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }

    private static List<String> lines(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }
}
