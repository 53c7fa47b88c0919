// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.core.dialect.Dialect;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.graph.RevisionNode;
import java.util.List;
import java.util.stream.Stream;

/** Where revisions come from. */
public interface ScriptSource {
    /**
     * Every revision, in no particular order.
     *
     * @throws MigrationException if one cannot be read; the message names its file
     */
    List<Script> scripts();

    /** Who is called around an upgrade, beside those that the program names; none where there is nobody. */
    default List<MigrationListener> callbacks() {
        return List.of();
    }

    /**
     * What is executed after the revisions, whenever it has changed: each after what it needs. None where there is nothing of the kind.
     *
     * @param dialect of the database that they are for
     */
    default List<RepeatableScript> repeatables(Dialect dialect) {
        return List.of();
    }

    /** Revisions that are there as objects. */
    static ScriptSource of(Migration... migrations) {
        List<Script> scripts =
                Stream.of(migrations).map(migration -> describe(migration, "")).toList();
        return () -> scripts;
    }

    /**
     * What its annotation says about it.
     *
     * @param message empty where only the class's name tells
     */
    static Script describe(Migration migration, String message) {
        Class<?> type = migration.getClass();
        Revision revision = type.getAnnotation(Revision.class);
        if (revision == null) {
            throw new MigrationException(
                    "MIG-005", type.getName() + " is a Migration without @Revision; say its id and its parent.");
        }
        return new Script(
                new RevisionNode(
                        revision.id(),
                        List.of(revision.parent()),
                        List.of(revision.labels()),
                        List.of(revision.dependsOn()),
                        List.of(revision.replaces())),
                message.isEmpty() ? Message.inClassName(type.getSimpleName()) : message,
                type.getSimpleName() + ".java",
                migration);
    }
}
