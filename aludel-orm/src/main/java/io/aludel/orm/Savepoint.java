// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

/** A place in a session's transaction that one can go back to, with its objects. Got by {@link Session#savepoint}. */
public final class Savepoint {
    private final Session session;
    private final io.aludel.engine.Savepoint mark;
    private final int depth;

    Savepoint(Session session, io.aludel.engine.Savepoint mark, int depth) {
        this.session = session;
        this.mark = mark;
        this.depth = depth;
    }

    /**
     * Undoes what happened since, in the database and in the session's objects: new ones are unknown to the session again, removed ones are back,
     * values are what they were. The savepoint remains; later ones are gone.
     */
    public void rollback() {
        session.rollbackTo(this);
    }

    /** Forgets the savepoint, and later ones; what happened since remains. */
    public void release() {
        session.release(this);
    }

    io.aludel.engine.Savepoint mark() {
        return mark;
    }

    /** Which scope of the session's history it began. */
    int depth() {
        return depth;
    }
}
