// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.error;

/** There is no row where one has to be. */
public final class EntityNotFoundException extends SessionException {
    private final Class<?> entityClass;
    private final transient Object id;

    public EntityNotFoundException(String message, Class<?> entityClass, Object id) {
        super(message);
        this.entityClass = entityClass;
        this.id = id;
    }

    public Class<?> entityClass() {
        return entityClass;
    }

    public Object id() {
        return id;
    }
}
