// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.migrate.op.Recorded;
import java.util.List;

/**
 * A script without a place in the history, for one database: it makes a view, a routine or a trigger as its text says, and is executed again whenever
 * the text has changed.
 *
 * @param name of the file, without its ending
 * @param fileName for people
 * @param after names of those that must come before it, and after whose execution it is executed, too
 * @param drops what takes away what it makes, executed before anything is made; may be empty
 * @param statements what makes it
 * @param checksum of all statements, whatever their layout
 */
public record RepeatableScript(
        String name,
        String fileName,
        List<String> after,
        List<Recorded> drops,
        List<Recorded> statements,
        String checksum) {
    public RepeatableScript {
        after = List.copyOf(after);
        drops = List.copyOf(drops);
        statements = List.copyOf(statements);
    }
}
