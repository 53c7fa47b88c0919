// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.Gradebook;
import io.aludel.examples.gradebook.OneLine;
import io.aludel.examples.gradebook.question.Asked;
import io.aludel.examples.gradebook.question.Choices;
import io.aludel.examples.gradebook.question.TextTable;
import io.aludel.examples.gradebook.report.Report;
import io.aludel.examples.gradebook.report.ReportFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The whole path, told as it is walked: what is pending, the upgrade, rows, ten answers, one revision down and up again, and a page. */
final class Demo {
    private static final long RANDOM_SEED = 1;
    private static final String DATABASE = "gradebook.db";
    private static final String PAGE = "gradebook-report.html";

    private final PrintWriter out;

    Demo(PrintWriter out) {
        this.out = out;
    }

    /** On an SQLite database that is gone afterwards. */
    void runOnTemporaryDatabase() {
        inNewFolder(folder -> walk("sqlite:" + folder.resolve(DATABASE), folder));
    }

    void run(String dsn) {
        inNewFolder(folder -> walk(dsn, folder));
    }

    private void walk(String dsn, Path folder) {
        ReportFile page = ReportFile.at(folder.resolve(PAGE));
        try (Gradebook gradebook = new Gradebook(dsn)) {
            showPending(gradebook);
            upgrade(gradebook);
            seed(gradebook);
            answer(gradebook);
            downAndUp(gradebook);
            page.write(gradebook.read(session -> Report.read(session, Choices.Given.NOTHING)));
            showWhatToTry();
            showPage(page);
        }
    }

    private void showPending(Gradebook gradebook) {
        String sql = gradebook.pendingSql();
        heading("What " + gradebook.place() + " lacks");
        out.println(sql.isEmpty() ? "Nothing: it is up to date." : sql.stripTrailing());
    }

    private void upgrade(Gradebook gradebook) {
        heading("Upgrade");
        int applied = gradebook.migrate(one -> out.println("Applied " + one.id() + "  " + one.message()));
        if (applied == 0) {
            out.println("Nothing to do.");
        }
    }

    private void seed(Gradebook gradebook) {
        heading("Rows");
        if (gradebook.hasRows()) {
            out.println("There are rows already; they stay as they are.");
            return;
        }
        out.println("Made " + gradebook.seed(RANDOM_SEED).inWords() + ".");
    }

    private void answer(Gradebook gradebook) {
        for (Asked asked : gradebook.read(session -> Asked.homework(session, Choices.Given.NOTHING))) {
            heading(OneLine.of(asked.heading()));
            TextTable.lines(asked.answer()).forEach(out::println);
        }
    }

    private void downAndUp(Gradebook gradebook) {
        heading("One revision down, and up again");
        gradebook.downgrade("-1", one -> out.println("Undid " + one.id() + "  " + one.message()));
        gradebook.migrate(one -> out.println("Applied " + one.id() + "  " + one.message()));
    }

    private void showWhatToTry() {
        heading("What to try next");
        out.println("bin/gradebook migrate                      make the tables in ./gradebook.db");
        out.println("bin/gradebook seed                         fill them");
        out.println("bin/gradebook select 3 --subject Algebra   ask one question; select --help lists them");
        out.println("bin/gradebook report                       the ten answers as a page, with charts");
        out.println("bin/gradebook --url postgresql://… demo     the same on PostgreSQL");
        out.println("examples/gradebook                         change a class there, then ../../bin/aludel check");
    }

    private void showPage(ReportFile page) {
        heading("The ten answers as a page, to be opened in a browser");
        out.println(page.path());
    }

    private void heading(String text) {
        out.println();
        out.println("== " + text);
    }

    /** In a temporary folder, of which the page stays, so that nothing is left in the user's own. */
    private static void inNewFolder(Consumer<Path> work) {
        try {
            Path folder = Files.createTempDirectory("gradebook-demo-");
            try {
                work.accept(folder);
            } finally {
                deleteAllButThePage(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAllButThePage(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> !file.endsWith(PAGE)).toList()) {
                Files.delete(file);
            }
        }
        if (!Files.exists(folder.resolve(PAGE))) {
            Files.delete(folder);
        }
    }
}
