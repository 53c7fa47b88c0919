// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.error;

/** The row of an entity was changed or deleted by somebody else since it was read. */
public final class StaleEntityException extends SessionException {
    private final transient Object entity;
    private final transient Object id;

    public StaleEntityException(String message, Object entity, Object id) {
        super(message);
        this.entity = entity;
        this.id = id;
    }

    /** The object as it is in the session. */
    public Object entity() {
        return entity;
    }

    public Object id() {
        return id;
    }
}
