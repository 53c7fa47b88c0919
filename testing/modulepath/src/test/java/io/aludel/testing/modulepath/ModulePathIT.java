// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.modulepath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Starts {@link Main} in a process of its own, on the jars of this build. */
class ModulePathIT {
    private static List<String> output = List.of();

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        System.getProperty("aludel.modulepath"),
                        "-m",
                        "io.aludel.testing.modulepath/io.aludel.testing.modulepath.Main")
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        output = text.lines().toList();
    }

    @Test
    void runsOnNamedModulesOnly() {
        assertThat(output)
                .contains(
                        "module io.aludel.core",
                        "module io.aludel.engine",
                        "module io.aludel.mapping",
                        "module io.aludel.migrate",
                        "module io.aludel.orm")
                .noneMatch(line -> line.startsWith("automatic"));
    }

    @Test
    void findsTheDialectsByServiceBinding() {
        assertThat(output).contains("dialect postgresql", "dialect sqlite");
    }

    @Test
    void writesAndReadsAnEntityOfAClosedPackage() {
        assertThat(output).contains("pet 1 Rex");
    }

    @Test
    void startsOnTheJarsOfThisBuild() {
        assertThat(System.getProperty("aludel.modulepath").split(System.getProperty("path.separator")))
                .filteredOn(entry -> entry.contains("aludel-core"))
                .singleElement()
                .asString()
                .endsWith(".jar");
    }
}
