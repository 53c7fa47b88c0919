// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.testing.databases.FreshDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;

/** Runs commands on one database, in this JVM. */
record Shell(String dsn) {
    Shell(FreshDatabase database) {
        this(database.dsn());
    }

    /** What a command printed, with line feeds as line ends, and how it ended. */
    record Ran(int exitCode, String out, String err) {}

    Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all =
                Stream.concat(Stream.of("--url", dsn), Stream.of(arguments)).toArray(String[]::new);
        int exitCode = Main.run(Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), all);
        return new Ran(exitCode, plain(out), plain(err));
    }

    private static String plain(StringWriter text) {
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
