// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import io.aludel.core.AludelException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of the gradebook. */
@Command(
        name = "gradebook",
        description = "Students, groups, lecturers, subjects and grades: the homework, on Aludel.",
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private static final String DEFAULT_DSN = "sqlite:gradebook.db";

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = "--url",
            paramLabel = "DSN",
            scope = ScopeType.INHERIT,
            description = "The database, such as postgresql://user:password@host/name. Default: $GRADEBOOK_URL, else "
                    + DEFAULT_DSN + " in the current folder.")
    private @Nullable String url;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean verbose;

    private Main(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        System.exit(run(System.getenv(), out, err, arguments));
    }

    /** Runs one command; the exit code: 0 if all went well, otherwise 1. */
    static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
        Main main = new Main(environment);
        return new CommandLine(main)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> main.failed(failure, command.getErr()))
                .setParameterExceptionHandler((failure, given) -> {
                    err.println(failure.getMessage());
                    err.println(
                            "Try \"" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help\".");
                    return 1;
                })
                .execute(arguments);
    }

    private int failed(Exception failure, PrintWriter err) {
        boolean expected = failure instanceof AludelException || failure instanceof GradebookException;
        if (expected && !verbose) {
            err.println(failure.getMessage());
        } else {
            failure.printStackTrace(err);
        }
        return 1;
    }

    @Command(description = "Make the tables, or bring them up to date.")
    int migrate() {
        return withGradebook(gradebook -> {
            int applied = gradebook
                    .migrations()
                    .upgrade("head", one -> out().println("Applied " + one.id() + "  " + one.message()))
                    .size();
            out().println(
                            applied == 0
                                    ? "Nothing to do: " + gradebook.place() + " is up to date."
                                    : "The tables in " + gradebook.place() + " are up to date. Next: gradebook seed");
        });
    }

    @Command(description = "Undo the newest revision, or all of them.")
    int downgrade(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "TARGET",
                            defaultValue = "-1",
                            description = "-1 (the default), base for all, or the revision that is to stay.")
                    String target) {
        return withGradebook(gradebook -> {
            int undone = gradebook
                    .migrations()
                    .downgrade(target, one -> out().println("Undid " + one.id() + "  " + one.message()))
                    .size();
            if (undone == 0) {
                out().println("Nothing to undo.");
            }
        });
    }

    @Command(description = "Fill an empty gradebook with random rows.")
    int seed(
            @Option(
                            names = "--random-seed",
                            paramLabel = "S",
                            defaultValue = "1",
                            description = "The same number gives the same rows. Default: 1")
                    long randomSeed) {
        return withGradebook(gradebook -> {
            Seed.Made made = gradebook.seed(randomSeed);
            out().println("Made " + made.groups() + " groups, " + made.students() + " students, " + made.lecturers()
                    + " lecturers, " + made.subjects() + " subjects and " + made.grades() + " grades in "
                    + gradebook.place() + ". Next: gradebook select 1");
        });
    }

    @Command(description = "Answer one of the ten questions.")
    int select(
            @Parameters(paramLabel = "N", description = "The number of the question, 1 to 10.") int number,
            @Option(names = "--subject", paramLabel = "NAME", description = "Default: the first by name.") @Nullable
                    String subject,
            @Option(names = "--group", paramLabel = "NAME", description = "Default: the first by name.") @Nullable
                    String group,
            @Option(names = "--lecturer", paramLabel = "NAME", description = "Default: the first by name.") @Nullable
                    String lecturer,
            @Option(names = "--student", paramLabel = "NAME", description = "Default: the first by name.") @Nullable
                    String student) {
        Question question = Question.of(number);
        return withGradebook(gradebook -> {
            Choices.Given given = new Choices.Given(subject, group, lecturer, student);
            TextTable answer = gradebook.read(session -> question.ask(session, new Choices(session, given)));
            answer.lines().forEach(out()::println);
        });
    }

    @Command(
            description =
                    "Show the whole path on a fresh temporary database (or on --url): migrate, seed, ask, down and up.")
    int demo() {
        String dsn = url;
        if (dsn != null) {
            new Demo(out()).run(dsn);
        } else {
            new Demo(out()).runOnTemporaryDatabase();
        }
        return 0;
    }

    private int withGradebook(Consumer<Gradebook> work) {
        String dsn = url != null ? url : environment.getOrDefault("GRADEBOOK_URL", DEFAULT_DSN);
        try (Gradebook gradebook = new Gradebook(dsn)) {
            work.accept(gradebook);
        }
        return 0;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
