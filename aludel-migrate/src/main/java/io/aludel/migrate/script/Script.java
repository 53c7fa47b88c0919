// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.migrate.MigrationException;
import io.aludel.migrate.graph.RevisionNode;
import io.aludel.migrate.op.IrreversibleException;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.op.Recorded;
import java.util.List;
import java.util.function.Consumer;

/**
 * A revision that can be run.
 *
 * @param fileName the source file's name, for people
 */
public record Script(RevisionNode node, String message, String fileName, Migration migration) {
    public String id() {
        return node.id();
    }

    /** What the way up asks for. */
    public List<Recorded> up() {
        return recorded("up", migration::up);
    }

    /** What the way down asks for. */
    public List<Recorded> down() {
        return recorded("down", migration::down);
    }

    private List<Recorded> recorded(String way, Consumer<Operations> method) {
        Operations operations = new Operations();
        try {
            method.accept(operations);
            return operations.recorded();
        } catch (IrreversibleException e) {
            throw new IrreversibleException(title(), way, e);
        } catch (RuntimeException e) {
            throw new MigrationException(
                    "MIG-020", "Script " + title() + " fails before anything is executed, in " + way + "(): " + e, e);
        }
    }

    /** Of the operations of the way up: comments, layout and the way down may change, what has been done may not. */
    public String checksum() {
        return migration instanceof SqlMigration sql
                ? sql.checksum()
                : Checksum.of(up().stream().map(Recorded::operation).toList());
    }

    /** For people: {@code 8f2c41d09ab3 (R8f2c41d09ab3_GradeCheck.java)}. */
    public String title() {
        return id() + " (" + fileName + ")";
    }
}
