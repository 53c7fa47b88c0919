// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.engine.EngineConnection;
import java.util.List;

/**
 * Is called around an upgrade that has something to do, and around each of its revisions; a downgrade calls nobody. Whatever is thrown before or after a
 * revision fails it. Several are called in the order in which they were given.
 */
public interface MigrationListener {
    /**
     * Before the first revision, under the lock.
     *
     * @param connection in no transaction; to be left so
     * @param scripts what will be applied, in order; empty where only repeatable scripts run
     */
    default void beforeUpgrade(EngineConnection connection, List<Script> scripts) {}

    /**
     * Before the first statement of a revision. One that was cut short and is gone on has it again.
     *
     * @param connection in the revision's transaction, where the revision is one
     */
    default void beforeRevision(EngineConnection connection, Script script) {}

    /**
     * After the last statement of a revision, before the history has it.
     *
     * @param connection in the transaction that is committed with the history's entry; where the revision is one, in that
     */
    default void afterRevision(EngineConnection connection, Script script) {}

    /**
     * After the last revision, which is committed, as all before it.
     *
     * @param connection in no transaction; to be left so
     */
    default void afterUpgrade(EngineConnection connection, List<Script> scripts) {}

    /**
     * The upgrade ends here; what it throws is added to the failure.
     *
     * @param failure what will be thrown
     */
    default void failed(RuntimeException failure) {}
}
