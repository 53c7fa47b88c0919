// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

/** What is true of every command: where the database is, what is said of wrong usage, where output goes. */
class MainTest {
    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void aFileThatIsNotThereIsSaidAndNotMade() {
        String dsn = "sqlite:" + folder + "/typo.db";

        for (String command : List.of("select 1", "seed", "list group", "create group --set name=A", "downgrade")) {
            String[] arguments = Stream.concat(Stream.of("--url", dsn), Stream.of(command.split(" ")))
                    .toArray(String[]::new);
            assertThat(said(arguments))
                    .as(command)
                    .isEqualTo(
                            "1: There is no database at FOLDER/typo.db. Look at the path, or make one there: gradebook --url sqlite:FOLDER/typo.db migrate");
        }
        assertThat(folder).isEmptyDirectory();
        assertThat(said("--url", dsn, "migrate")).startsWith("0: Applied");
        assertThat(folder.resolve("typo.db")).exists();
    }

    @Test
    void theDatabaseIsThatOfTheOptionElseOfTheEnvironmentElseInTheFolder() {
        environment.put("GRADEBOOK_URL", "sqlite:" + folder + "/environment.db");
        String option = "sqlite:" + folder + "/option.db";

        assertThat(said("select", "1")).startsWith("1: There is no database at FOLDER/environment.db.");
        assertThat(said("--url", option, "select", "1")).startsWith("1: There is no database at FOLDER/option.db.");
        assertThat(said("select", "1", "--url=" + option)).startsWith("1: There is no database at FOLDER/option.db.");
        environment.put("GRADEBOOK_URL", "");
        assertThat(said("select", "1")).startsWith("1: There is no database at gradebook.db.");
    }

    @Test
    void adviceNamesTheDatabaseThatWasNamed() {
        String dsn = "sqlite:" + folder + "/it's mine.db";

        assertThat(said("--url", dsn, "migrate"))
                .endsWith("Next: gradebook --url 'sqlite:FOLDER/it'\\''s mine.db' seed");
        assertThat(said("--url", dsn, "seed"))
                .endsWith("Next: gradebook --url 'sqlite:FOLDER/it'\\''s mine.db' select 1");
        assertThat(said("--url", dsn, "remove", "group", "--id", "x"))
                .contains(": gradebook --url 'sqlite:FOLDER/it'\\''s mine.db' list group");
        assertThat(said("--url", "postgresql://ada:hunter2@localhost:1/x", "remove", "group"))
                .contains("by: gradebook --url … list group")
                .doesNotContain("hunter2");
        environment.put("GRADEBOOK_URL", dsn);
        assertThat(said("update", "group", "--id", "77", "--set", "name=A"))
                .isEqualTo("1: There is no group with the id 77. See which there are: gradebook list group");
    }

    @Test
    void aNameThatLooksLikeAnOptionIsAttachedAndAForgottenValueIsNoticed() {
        environment.put("GRADEBOOK_URL", "sqlite:" + folder + "/names.db");
        said("migrate");
        said("create", "group", "--set", "name=--subject");
        said("create", "student", "--set", "name=--url", "--set", "group=--subject");

        assertThat(said("select", "6", "--group=--subject", "--format=csv")).isEqualTo("0: student\n--url");
        assertThat(said("select", "6", "--group", "--subject", "x"))
                .startsWith("1: Expected parameter for option '--group'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ada:hunter2@localhost/school",
                "postgresql://ada:hunter2@localhost:99999/school",
                "postgresql://ada:hunter2@localhost:port/school",
                "postgresql://ada:hunter2%@localhost/school",
                "postgresql://ada:hunter2/x@localhost/school",
                "postgresql://ada:hunter2@localhost:1/school",
                "postgresql://localhost:1/school?user=ada&password=hunter2",
                "postgresql:ada:hunter2@localhost",
                "jdbc:postgresql://localhost:1/school?user=ada&password=hunter2",
                "jdbc:mysql://ada:hunter2@localhost/school",
                "ada:hunter2@localhost",
                "sqlite://ada:hunter2@localhost/school",
                "",
            })
    void aDsnThatLeadsNowhereIsOneMessageWithoutItsPassword(String dsn) {
        String said = said("--url", dsn, "select", "1");

        assertThat(said).startsWith("1: ENG-00").doesNotContain("hunter2").hasLineCount(1);
        assertThat(said("--verbose", "--url", dsn, "select", "1"))
                .startsWith(said)
                .contains("\tat ")
                .doesNotContain("hunter2");
    }

    @Test
    void aForgottenOptionDoesNotPrintThePassword() {
        assertThat(said("postgresql://ada:hun/ter:2@localhost/school", "select", "1"))
                .startsWith("1: There is no command \"postgresql://ada:****@localhost/school\".");
        assertThat(said("--urll=postgresql://localhost/school?sslpassword=hunter2&a=b", "select", "1"))
                .startsWith("1: Unknown option: '--urll=postgresql://localhost/school?sslpassword=****&a=b'");
    }

    @Test
    void wrongUsageSaysWhatWasMeantAndWhereToRead() {
        assertThat(said("selct", "1")).isEqualTo("""
                1: There is no command "selct".
                Did you mean: gradebook select or gradebook seed?
                Try "gradebook --help".""");
        assertThat(said("seed", "--student", "4")).isEqualTo("""
                1: Unknown options: '--student', '4'
                Possible solutions: --students
                Try "gradebook seed --help".""");
        assertThat(said()).startsWith("1: Usage: gradebook [-hV] [--verbose] [--url=DSN] COMMAND\n");
    }

    @Test
    void aDowngradeSaysWhatItCanGoDownTo() {
        for (String target : List.of("+1", "-0", "head", "x\ny", "")) {
            assertThat(said("downgrade", target))
                    .isEqualTo("1: \"" + target.replace("\n", "\\n")
                            + "\" is no target: give -1 for the newest revision, base for all of them, or"
                            + " the id of the one that is to stay.");
        }
    }

    @Test
    void everyCommandHasHelpOnStandardOutput() {
        for (Class<?> command : Main.class.getAnnotation(Command.class).subcommands()) {
            String name = command.getAnnotation(Command.class).name();
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int code = Main.run(environment, new PrintWriter(out), new PrintWriter(err), name, "--help");
            assertThat(code).as(name).isZero();
            assertThat(err.toString()).isEmpty();
            assertThat(out.toString())
                    .startsWith("Usage: gradebook " + name + " ")
                    .contains(
                            "--url=DSN",
                            "--verbose",
                            String.join("", command.getAnnotation(Command.class).description())
                                    .substring(0, 20));
            assertThat(out.toString().lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        }
        assertThat(said("--version")).startsWith("0: gradebook ");
    }

    @Test
    void aFaultOfOursIsNamedSoAndShowsWhere() {
        String said = new Fault().said();

        assertThat(said)
                .startsWith(
                        "1: This is a fault of the gradebook's, not yours. Please report it with all that follows.\n"
                                + "java.lang.IllegalStateException: oh\n\tat ");
    }

    @Test
    void outputThatCannotBeWrittenIsAnErrorUnlessItsReaderIsGone() {
        assertThat(ended("No space left on device"))
                .isEqualTo("1: Cannot write the output: No space left on device. What the command did is done; what it"
                        + " printed is incomplete.");
        assertThat(ended("Broken pipe")).isEqualTo("0: ");
        assertThat(ended("")).isEqualTo("0: ");
    }

    /** The program itself: its streams are UTF-8 whatever the locale says, and a full device is noticed. */
    @Test
    void printsUtf8AndNoticesAFullDevice() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        assertThat(started(out, "--url", "sqlite:" + folder + "/є.db", "migrate"))
                .isEqualTo("0: ");
        assertThat(Files.readString(out))
                .endsWith("/є.db are up to date. Next: gradebook --url sqlite:" + folder + "/є.db seed"
                        + System.lineSeparator());

        assertThat(started(out, "--url", "sqlite:" + folder + "/є.db", "list", "group", "--verbose"))
                .startsWith("0: DEBUG io.aludel.sql - select sqlite_version()");

        Path full = Path.of("/dev/full");
        if (Files.exists(full)) {
            assertThat(started(full, "--help")).startsWith("1: Cannot write the output: ");
        }
    }

    private static String started(Path out, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()),
                        Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + ": " + err;
    }

    private static String ended(String problem) {
        OutputStream device = problem.isEmpty()
                ? new ByteArrayOutputStream()
                : new OutputStream() {
                    @Override
                    public void write(int oneByte) throws IOException {
                        throw new IOException(problem);
                    }
                };
        StandardOutput output = new StandardOutput(device);
        PrintWriter out = new PrintWriter(output, true, StandardCharsets.UTF_8);
        StringWriter err = new StringWriter();
        int code = Main.run(Map.of(), out, new PrintWriter(err, true), "--help");
        out.flush();
        return (output.exitCode(code, new PrintWriter(err, true)) + ": " + err).stripTrailing()
                + (err.toString().isEmpty() ? " " : "");
    }

    private String said(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return (code + ": " + out + err)
                .replace(System.lineSeparator(), "\n")
                .replace(folder.toString(), "FOLDER")
                .strip();
    }

    /** An environment in which something unforeseen happens. */
    private static final class Fault extends HashMap<String, String> {
        private static final long serialVersionUID = 1;

        @Override
        public String getOrDefault(Object key, String otherwise) {
            throw new IllegalStateException("oh");
        }

        String said() {
            StringWriter err = new StringWriter();
            int code = Main.run(this, new PrintWriter(err), new PrintWriter(err, true), "select", "1");
            return (code + ": " + err).replace(System.lineSeparator(), "\n");
        }
    }
}
