// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.state;

/** What an object is to a session. An object that the session does not know has no entry, and no status. */
public enum Status {
    /** Persisted, and not inserted yet. */
    NEW,
    /** It stands for a row. */
    MANAGED,
    /** Removed, and not deleted yet. */
    REMOVED,
    /** Let go of: detached, deleted, or new until a rollback. */
    GONE
}
