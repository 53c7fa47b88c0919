// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.gradebook.Gradebook;
import io.aludel.testing.databases.FreshDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** Runs commands on one database, in this JVM. */
public record Shell(String dsn) {
    public Shell(FreshDatabase database) {
        this(database.dsn());
    }

    /** What a command printed, with line feeds as line ends, and how it ended. */
    public record Ran(int exitCode, String out, String err) {}

    public Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Map<String, String> environment = Map.of("GRADEBOOK_URL", dsn);
        int exitCode = Main.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ran(exitCode, plain(out), plain(err));
    }

    /** What a command that goes well prints. */
    public String seen(String... arguments) {
        Ran ran = run(arguments);
        assertThat(ran).isEqualTo(new Ran(0, ran.out(), ""));
        return ran.out();
    }

    /** The message of a command that fails, without the end of its line. */
    public String refused(String... arguments) {
        Ran ran = run(arguments);
        assertThat(ran).isEqualTo(new Ran(1, "", ran.err()));
        assertThat(ran.err()).endsWith("\n").doesNotContain("\tat ");
        return ran.err().substring(0, ran.err().length() - 1);
    }

    /** The database as messages name it: without user and password. */
    public String place() {
        try (Gradebook gradebook = new Gradebook(dsn)) {
            return gradebook.place();
        }
    }

    private static String plain(StringWriter text) {
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
