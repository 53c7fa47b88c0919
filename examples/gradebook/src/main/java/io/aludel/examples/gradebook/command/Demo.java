// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.Gradebook;
import io.aludel.examples.gradebook.Seed;
import io.aludel.examples.gradebook.question.Choices;
import io.aludel.examples.gradebook.question.Question;
import io.aludel.examples.gradebook.question.TextTable;
import io.aludel.migrate.command.Migrations;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The whole path, told as it is walked: what is pending, the upgrade, rows, ten answers, one revision down and up again. */
final class Demo {
    private static final long RANDOM_SEED = 1;

    private final PrintWriter out;

    Demo(PrintWriter out) {
        this.out = out;
    }

    /** On an SQLite database that is gone afterwards. */
    void runOnTemporaryDatabase() {
        try {
            Path folder = Files.createTempDirectory("gradebook-demo-");
            try {
                run("sqlite:" + folder.resolve("gradebook.db"));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void run(String dsn) {
        try (Gradebook gradebook = new Gradebook(dsn)) {
            Migrations migrations = gradebook.migrations();
            showPending(gradebook, migrations);
            upgrade(migrations);
            seed(gradebook);
            answer(gradebook);
            downAndUp(migrations);
            showWhatToTry();
        }
    }

    private void showPending(Gradebook gradebook, Migrations migrations) {
        String sql = migrations.sql("head");
        heading("What " + gradebook.place() + " lacks");
        out.println(sql.isEmpty() ? "Nothing: it is up to date." : sql.stripTrailing());
    }

    private void upgrade(Migrations migrations) {
        heading("Upgrade");
        int applied = migrations
                .upgrade("head", one -> out.println("Applied " + one.id() + "  " + one.message()))
                .size();
        if (applied == 0) {
            out.println("Nothing to apply.");
        }
    }

    private void seed(Gradebook gradebook) {
        heading("Rows");
        if (gradebook.hasRows()) {
            out.println("There are rows already; they stay as they are.");
            return;
        }
        Seed.Made made = gradebook.seed(RANDOM_SEED);
        out.println(made.students() + " students in " + made.groups() + " groups, " + made.subjects() + " subjects of "
                + made.lecturers() + " lecturers, " + made.grades() + " grades.");
    }

    private void answer(Gradebook gradebook) {
        for (Question question : Question.homework()) {
            heading(question.number() + ". " + question.title());
            TextTable.lines(gradebook.read(
                            session -> question.ask(session, Choices.orFirst(session, Choices.Given.NOTHING))))
                    .forEach(out::println);
        }
    }

    private void downAndUp(Migrations migrations) {
        heading("One revision down, and up again");
        migrations.downgrade("-1", one -> out.println("Undid   " + one.id() + "  " + one.message()));
        migrations.upgrade("+1", one -> out.println("Applied " + one.id() + "  " + one.message()));
    }

    private void showWhatToTry() {
        heading("What to try next");
        out.println("bin/gradebook migrate              make the tables in ./gradebook.db");
        out.println("bin/gradebook seed                 fill them");
        out.println("bin/gradebook select 3             ask one question; --subject, --group, … say about whom");
        out.println("bin/gradebook --url postgresql://… demo   the same on PostgreSQL");
        out.println("examples/gradebook                 change a class there, then ../../bin/aludel check");
    }

    private void heading(String text) {
        out.println();
        out.println("== " + text);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
