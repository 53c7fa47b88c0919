// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.core.AludelException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line: {@code aludel init}, {@code revision}, {@code upgrade}, {@code downgrade}, and so on. */
@Command(
        name = "aludel",
        description = "Migrations that write themselves by comparing the model with the live database.",
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            InitCommand.class,
            RevisionCommand.class,
            UpgradeCommand.class,
            DowngradeCommand.class,
            CurrentCommand.class,
            HistoryCommand.class,
            CheckCommand.class,
            SqlCommand.class
        })
public final class Main {
    /** All went well. */
    static final int FINE = 0;
    /** Any error, wrong usage included. */
    static final int ERROR = 1;
    /** Only from {@code check}: something differs, or cannot be told. */
    static final int DIFFERENT = 2;

    private final Workplace workplace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show the SQL, and the stack trace of an error.")
    private boolean verbose;

    private Main(Workplace workplace) {
        this.workplace = workplace;
    }

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--verbose")) {
            // Before the first logger is made, as the backend reads it only once.
            System.setProperty("org.slf4j.simpleLogger.log.io.aludel.sql", "debug");
        }
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        System.exit(run(Path.of(""), System.getenv(), out, err, arguments));
    }

    /**
     * Runs one command.
     *
     * @param folder where {@code aludel.properties} is looked for
     * @return the exit code
     */
    static int run(
            Path folder, Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
        Workplace workplace = new Workplace(folder, environment);
        Main main = new Main(workplace);
        CommandLine line = new CommandLine(main)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> main.failed(failure, command))
                .setParameterExceptionHandler((failure, given) -> {
                    PrintWriter to = failure.getCommandLine().getErr();
                    to.println(failure.getMessage());
                    to.println(
                            "Try \"" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help\".");
                    return ERROR;
                });
        workplace.addFlags(line.getCommandSpec());
        return line.execute(arguments);
    }

    Workplace workplace() {
        return workplace;
    }

    /** What the user can mend is said in one message; everything else is a fault of ours and shows where it happened. */
    private int failed(Exception failure, CommandLine command) {
        if (failure instanceof AludelException && !verbose) {
            command.getErr().println(failure.getMessage());
        } else {
            failure.printStackTrace(command.getErr());
        }
        return ERROR;
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"aludel " + (version == null ? "(not built as a jar)" : version)};
        }
    }
}
