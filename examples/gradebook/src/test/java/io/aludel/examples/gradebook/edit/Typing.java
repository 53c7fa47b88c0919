// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.gradebook.command.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;

/** Types commands on one database, and gives what is seen; lines end as on Unix. */
final class Typing {
    private final String dsn;

    Typing(String dsn) {
        this.dsn = dsn;
    }

    /** What a command that goes well prints. */
    String seen(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = run(out, err, arguments);
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        return unix(out);
    }

    /** The message of a command that fails, without the end of its line. */
    String refused(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = run(out, err, arguments);
        assertThat(out.toString()).isEmpty();
        assertThat(code).isEqualTo(1);
        String message = unix(err);
        assertThat(message).endsWith("\n").doesNotContain("\tat ");
        return message.substring(0, message.length() - 1);
    }

    private int run(StringWriter out, StringWriter err, String... arguments) {
        String[] all =
                Stream.concat(Stream.of("--url", dsn), Stream.of(arguments)).toArray(String[]::new);
        return Main.run(Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), all);
    }

    private static String unix(StringWriter text) {
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
