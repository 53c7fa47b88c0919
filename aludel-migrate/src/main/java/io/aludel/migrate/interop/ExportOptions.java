// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.interop;

import java.util.Objects;

/**
 * How revisions are written for another tool.
 *
 * @param versions what Flyway's versions are
 * @param author whom Liquibase's changesets are said to be of; without spaces and colons
 */
public record ExportOptions(HistoryTool tool, Versions versions, String author) {
    /** What Flyway's versions are; both are higher than those that are there. */
    public enum Versions {
        /** The time of writing, {@code 20261129185900}, in UTC. */
        TIMESTAMP,
        /** The next number. */
        COUNTER
    }

    public ExportOptions {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(versions, "versions");
        if (!author.matches("[^\\s:]+")) {
            throw new IllegalArgumentException(
                    "The author \"" + author + "\" is empty, or has a space or a colon in it; give one without.");
        }
    }

    /** With what is usual. */
    public static ExportOptions of(HistoryTool tool) {
        return new ExportOptions(tool, Versions.TIMESTAMP, "aludel");
    }

    public ExportOptions with(Versions given) {
        return new ExportOptions(tool, given, author);
    }

    public ExportOptions withAuthor(String given) {
        return new ExportOptions(tool, versions, given);
    }
}
