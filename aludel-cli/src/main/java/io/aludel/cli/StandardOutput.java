// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a program prints to, remembering why it could not be written: a {@link PrintWriter} says nothing of it. */
final class StandardOutput extends OutputStream {
    private interface Writing {
        void run() throws IOException;
    }

    private final OutputStream stream;
    private @Nullable IOException failure;

    StandardOutput(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int oneByte) {
        attempt(() -> stream.write(oneByte));
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        attempt(() -> stream.write(bytes, from, count));
    }

    @Override
    public void flush() {
        attempt(stream::flush);
    }

    /** After the first failure nothing is tried any more. */
    private void attempt(Writing writing) {
        if (failure == null) {
            try {
                writing.run();
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /** The exit code of a command that has ended with this one, and a message if what it printed has not all arrived. */
    int exitCode(int code, PrintWriter err) {
        IOException missed = failure;
        if (missed == null || isReaderGone(missed)) {
            return code;
        }
        err.println("Cannot write the output: " + missed.getMessage()
                + ". What the command did is done; what it printed is incomplete.");
        return Main.ERROR;
    }

    /** As {@code head} goes when it has enough: then nobody wants the rest. Java has no other sign of it than the system's text. */
    private static boolean isReaderGone(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
