// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** The file that a page is written to. It is there as a whole or as it was before. */
public final class ReportFile {
    private static final int LOOKED_AT = 1024;

    private final Path path;
    private final Path target;

    private ReportFile(Path path, Path target) {
        this.path = path;
        this.target = target;
    }

    /**
     * The file of this name, there or not.
     *
     * @throws GradebookException if no page can be there: its folder is missing, or something else is in its place
     */
    public static ReportFile at(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        requireFolder(path);
        try {
            // A link stays a link; what it leads to is written.
            Path target = Files.exists(path) ? path.toRealPath() : path;
            requireReport(path, target);
            return new ReportFile(path, target);
        } catch (IOException e) {
            throw new GradebookException("Cannot read " + quoted(path) + ": " + reason(e) + ". " + another());
        }
    }

    /** Its absolute path. */
    public Path path() {
        return path;
    }

    /**
     * Writes the page, over an older one if there is one.
     *
     * @throws GradebookException if the file system refuses it; then all is as before
     */
    public void write(Report report) {
        // Not String's own way to a file: it refuses halves of characters, which a database may hold.
        byte[] page = Page.html(report).getBytes(StandardCharsets.UTF_8);
        Path unfinished = target.resolveSibling(".gradebook-report-" + UUID.randomUUID() + ".tmp");
        try {
            try {
                Files.write(unfinished, page, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                move(unfinished);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new GradebookException("Cannot write " + quoted(path) + ": " + reason(e) + ". " + another());
        }
    }

    private void move(Path unfinished) throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void requireFolder(Path path) {
        if (Files.isDirectory(path)) {
            throw new GradebookException(quoted(path) + " is a folder. Name a file in it: --out "
                    + OneLine.of(path.resolve("gradebook-report.html").toString()));
        }
        Path folder = path.getParent();
        if (!Files.exists(folder)) {
            throw new GradebookException("There is no folder " + quoted(folder)
                    + " to put the report in. Make it first, or give --out another path.");
        }
        if (!Files.isDirectory(folder)) {
            throw new GradebookException(
                    quoted(folder) + " is no folder, so that no report can be in it. " + another());
        }
        if (!Files.isWritable(folder)) {
            throw new GradebookException("The folder " + quoted(folder) + " cannot be written to. " + another());
        }
    }

    /** So that a slip of the keyboard costs nobody a database. */
    private static void requireReport(Path path, Path target) throws IOException {
        if (Files.exists(target) && !(Files.isRegularFile(target) && (Files.size(target) == 0 || isReport(target)))) {
            throw new GradebookException(
                    quoted(path) + " is there already and is no report of this program; it is left alone."
                            + " Give --out another path, or remove it first.");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new GradebookException(quoted(path) + " is read-only; it is left alone. " + another());
        }
    }

    private static boolean isReport(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LOOKED_AT), StandardCharsets.UTF_8).contains(Page.MARK);
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no file can be made there";
        }
        String reason = failure instanceof FileSystemException about ? about.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }

    /** In full, as a path is of no use without its end. */
    private static String quoted(Path path) {
        return '"' + OneLine.of(path.toString()) + '"';
    }

    private static String another() {
        return "Give --out another path.";
    }
}
