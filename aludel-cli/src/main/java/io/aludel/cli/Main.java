// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.core.AludelException;
import io.aludel.core.dialect.Confidential;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: {@code aludel init}, {@code revision}, {@code upgrade}, {@code downgrade}, and so on. */
@Command(
        name = "aludel",
        description = "Migrations that write themselves by comparing the model with the live database.",
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            InitCommand.class,
            RevisionCommand.class,
            UpgradeCommand.class,
            DowngradeCommand.class,
            CurrentCommand.class,
            HistoryCommand.class,
            StatusCommand.class,
            HeadsCommand.class,
            BranchesCommand.class,
            ShowCommand.class,
            MergeCommand.class,
            SquashCommand.class,
            StampCommand.class,
            BaselineCommand.class,
            CheckCommand.class,
            DriftCommand.class,
            SqlCommand.class,
            LintCommand.class,
            ExportCommand.class,
            RepairCommand.class,
            VerifyCommand.class,
            DoctorCommand.class,
            DiagramCommand.class,
            EntitiesCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main implements Callable<Integer> {
    /** All went well. */
    static final int FINE = 0;
    /** Any error, wrong usage included. */
    static final int ERROR = 1;
    /** Only from {@code check}: something differs, or cannot be told. */
    static final int DIFFERENT = 2;

    /** What a new project does first. */
    static final String FIRST = "aludel revision --autogenerate -m \"first tables\"";

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

    @Spec
    private @Nullable CommandSpec spec;

    private Main(Workplace workplace) {
        this.workplace = workplace;
    }

    public static void main(String[] arguments) {
        // Whatever the locale says, so that names arrive as they are; before the first logger is made, which keeps
        // both.
        StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        quiet(List.of(arguments).contains("--verbose"));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(Path.of(""), System.getenv(), Prompt.at(System.console()), out, err, arguments);
        out.flush();
        code = output.exitCode(code, err);
        err.flush();
        System.exit(code);
    }

    /** Only warnings, and the SQL where it is asked for; what the user has set stays. */
    private static void quiet(boolean verbose) {
        Map<String, String> logging = new LinkedHashMap<>();
        logging.put("defaultLogLevel", "warn");
        logging.put("log.io.aludel.sql", verbose ? "debug" : "warn");
        logging.put("showThreadName", "false");
        logging.forEach((name, value) -> {
            String property = "org.slf4j.simpleLogger." + name;
            if (System.getProperty(property) == null) {
                System.setProperty(property, value);
            }
        });
    }

    /** As {@link #run(Path, Map, Prompt, PrintWriter, PrintWriter, String...)}, where there is nobody to ask. */
    static int run(
            Path folder, Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
        return run(folder, environment, Prompt.NOBODY, out, err, arguments);
    }

    /**
     * Runs one command.
     *
     * @param folder where {@code aludel.properties} is looked for
     * @param prompt who can be asked
     * @return the exit code
     */
    static int run(
            Path folder,
            Map<String, String> environment,
            Prompt prompt,
            PrintWriter out,
            PrintWriter err,
            String... arguments) {
        Workplace workplace = new Workplace(folder, environment, prompt, err::println);
        Main main = new Main(workplace);
        CommandLine line = new CommandLine(main)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> main.failed(failure, command))
                .setParameterExceptionHandler((failure, given) -> misused(failure));
        workplace.addFlags(line.getCommandSpec());
        Usage.arrange(line);
        return line.execute(arguments);
    }

    Workplace workplace() {
        return workplace;
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getErr());
        return ERROR;
    }

    /** Wrong usage: what is wrong, and where to read on. */
    private static int misused(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(Confidential.hidden(failure.getMessage()));
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Try \"" + command.getCommandSpec().qualifiedName() + " --help\".");
        return ERROR;
    }

    /** What the user can mend is said in one message; everything else is a fault of ours and shows where it happened. */
    private int failed(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        if (failure instanceof AludelException) {
            err.println(failure.getMessage());
        } else {
            err.println("This is a fault of Aludel's, not yours. Please report it with all that follows.");
        }
        if (verbose || !(failure instanceof AludelException)) {
            failure.printStackTrace(err);
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
