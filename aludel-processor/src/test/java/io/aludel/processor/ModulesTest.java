// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities in named modules that export and open nothing. Compiled to files and started, as users do. */
class ModulesTest {
    private static final String MODULE_PATH = System.getProperty("jdk.module.path");

    private static final String BASE = """
            package base;

            @jakarta.persistence.MappedSuperclass
            public abstract class Numbered {
                @jakarta.persistence.Id
                protected long id;
            }
            """;

    private static final Map<String, String> APP = Map.of(
            "module-info.java", "module app { requires io.aludel.mapping; requires base; }",
            "app/part/Dated.java", """
            package app.part;

            @jakarta.persistence.MappedSuperclass
            public abstract class Dated extends base.Numbered {
                private java.time.LocalDate day;
            }
            """,
            "app/model/Student.java", """
            package app.model;

            @jakarta.persistence.Entity
            class Student extends app.part.Dated {
                private String name;

                private Student() {}
            }
            """,
            "app/Main.java", """
            package app;

            import io.aludel.mapping.access.*;
            import java.util.Arrays;

            public class Main {
                public static void main(String[] arguments) throws Exception {
                    check(Companions.find(Class.forName("app.model.Student")).orElseThrow());
                }

                private static <E> void check(EntityAccess<E> access) {
                    E student = access.instantiate();
                    access.set(student, 0, 5L);
                    access.set(student, 1, java.time.LocalDate.EPOCH);
                    access.set(student, 2, "Ada");
                    System.out.println(Arrays.toString(access.members()) + access.get(student, 0) + access.get(student, 1)
                            + access.get(student, 2));
                }
            }
            """);

    @TempDir
    private Path folder;

    @Test
    void companionsReachFieldsWithoutOpens() throws Exception {
        assertThat(compile("base", "module base { requires io.aludel.mapping; exports base; }", BASE))
                .isEmpty();
        assertThat(compile("app", APP)).isEmpty();

        assertThat(run("app/app.Main")).isEqualTo("[id, day, name]51970-01-01Ada\n");
    }

    @Test
    void refusesPrivateFieldsOfAnotherModuleThatIsClosed() throws Exception {
        String closed = BASE.replace("protected", "private");
        assertThat(compile("base", "module base { requires io.aludel.mapping; exports base; }", closed))
                .isEmpty();

        assertThat(compile("app", APP))
                .contains(
                        "Student.java:4: error: PRO-003 Student.id is declared in module base, which does not "
                                + "let this module reach its fields. Add \"opens base to app;\" there, or make the field protected.");
    }

    @Test
    void reachesPrivateFieldsOfAnotherModuleThatIsOpen() throws Exception {
        String closed = BASE.replace("protected", "private");
        assertThat(compile(
                        "base", "module base { requires io.aludel.mapping; exports base; opens base to app; }", closed))
                .isEmpty();
        assertThat(compile("app", APP)).isEmpty();

        assertThat(run("app/app.Main")).isEqualTo("[id, day, name]51970-01-01Ada\n");
    }

    private String compile(String module, String descriptor, String numbered) throws IOException {
        return compile(module, Map.of("module-info.java", descriptor, "base/Numbered.java", numbered));
    }

    /** Compiles a module into {@code classes/<module>}, and gives what the compiler says. */
    private String compile(String module, Map<String, String> sources) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve("sources").resolve(module).resolve(source.getKey());
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager =
                javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "--module-path",
                    modulePath(),
                    "-d",
                    classes().resolve(module).toString(),
                    "--release",
                    "17",
                    "-Xlint:-module"); // a module is opened to one that is compiled after it
            JavaCompiler.CompilationTask task =
                    javac.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new AludelProcessor()));
            task.setLocale(Locale.ROOT);
            task.call();
        }
        return said.toString();
    }

    private String run(String main) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "--module-path", modulePath(), "--module", main)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private String modulePath() {
        return MODULE_PATH + File.pathSeparator + classes();
    }

    private Path classes() {
        return folder.resolve("classes");
    }
}
