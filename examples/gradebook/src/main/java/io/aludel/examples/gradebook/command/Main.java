// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of the gradebook. */
@Command(
        name = "gradebook",
        description = "Students, groups, lecturers, subjects and grades: the homework, on Aludel.",
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            MigrateCommand.class,
            DowngradeCommand.class,
            SeedCommand.class,
            SelectCommand.class,
            CreateCommand.class,
            ListCommand.class,
            UpdateCommand.class,
            RemoveCommand.class,
            ReportCommand.class,
            DemoCommand.class
        })
public final class Main implements Callable<Integer> {
    /** All went well. */
    static final int FINE = 0;
    /** Any error, wrong usage included. */
    static final int ERROR = 1;

    private static final int WIDTH = 100;
    private static final String DEFAULT_DSN = "sqlite:gradebook.db";

    private final Map<String, String> environment;
    private final BooleanSupplier terminal;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Option(
            names = "--url",
            paramLabel = "DSN",
            scope = ScopeType.INHERIT,
            description = "The database, such as postgresql://user:password@host/name. Default: $GRADEBOOK_URL, else "
                    + DEFAULT_DSN + " in the current folder.")
    private @Nullable String url;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show the SQL, and the stack trace of an error.")
    private boolean verbose;

    /** @param terminal whether somebody watches standard error */
    private Main(Map<String, String> environment, BooleanSupplier terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    public static void main(String[] arguments) {
        // Whatever the locale says, so that names are printed as they are; before the first logger is made, which keeps
        // the stream.
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        showSql(List.of(arguments).contains("--verbose"));
        StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(output, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Map<String, String> environment = System.getenv();
        Main main = new Main(environment, () -> Terminal.isThere(environment));
        int code = main.run(out, err, arguments);
        out.flush();
        code = output.exitCode(code, err);
        err.flush();
        System.exit(code);
    }

    /** What the user has set stays. */
    private static void showSql(boolean verbose) {
        String level = "org.slf4j.simpleLogger.log.io.aludel.sql";
        if (verbose && System.getProperty(level) == null) {
            System.setProperty(level, "debug");
        }
    }

    /** Runs one command; the exit code: 0 if all went well, otherwise 1. */
    public static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
        return new Main(environment, () -> false).run(out, err, arguments);
    }

    private int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(this)
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(WIDTH)
                // A name may begin with an @; it is no file of arguments.
                .setExpandAtFiles(false)
                .setAllowOptionsAsOptionParameters(isNamedLikeAnOption(arguments))
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> Failures.failed(failure, command.getErr(), advice(), verbose))
                .setParameterExceptionHandler((failure, given) -> Failures.misused(failure, advice()))
                .execute(arguments);
    }

    /**
     * Whether a value is attached that looks like an option: {@code --student=--subject}. Otherwise an option is never taken for a value, so that a
     * forgotten value is noticed.
     */
    private static boolean isNamedLikeAnOption(String... arguments) {
        return Stream.of(arguments).anyMatch(argument -> argument.matches("(?s)--[^=]+=-.*"));
    }

    Advice advice() {
        return new Advice(url());
    }

    /** The database that was asked for by {@code --url}, if any. */
    Optional<String> url() {
        return Optional.ofNullable(url);
    }

    /** The database to work on. */
    String dsn() {
        return url().orElseGet(() -> {
            String given = environment.getOrDefault("GRADEBOOK_URL", "");
            return given.isBlank() ? DEFAULT_DSN : given;
        });
    }

    /** Whether somebody watches standard error. */
    boolean isTerminal() {
        return terminal.getAsBoolean();
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getErr());
        return ERROR;
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"gradebook " + (version == null ? "(not built as a jar)" : version)};
        }
    }
}
