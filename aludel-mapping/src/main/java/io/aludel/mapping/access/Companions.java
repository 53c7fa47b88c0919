// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.access;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where companions make themselves known. A companion lies in the entity's own package, where no other module may look; so it is
 * initialised by name, and its static initialiser registers it here.
 */
public final class Companions {
    /** What follows the entity's binary name in its companion's. */
    public static final String SUFFIX = "__Aludel";

    private static final ClassValue<Map<Class<?>, EntityAccess<?>>> REGISTERED = new ClassValue<>() {
        @Override
        protected Map<Class<?>, EntityAccess<?>> computeValue(Class<?> entity) {
            return new ConcurrentHashMap<>(1);
        }
    };

    private Companions() {}

    /** Called by generated companions only. */
    public static <E> void register(Class<E> entity, EntityAccess<E> access) {
        REGISTERED.get(entity).put(entity, access);
    }

    /** The entity's companion; nothing where it was compiled without the processor. */
    @SuppressWarnings("unchecked") // register() takes an access for its own class only
    public static <E> Optional<EntityAccess<E>> find(Class<E> entity) {
        try {
            Class.forName(entity.getName() + SUFFIX, true, entity.getClassLoader());
        } catch (ClassNotFoundException noCompanion) {
            return Optional.empty();
        }
        return Optional.ofNullable((EntityAccess<E>) REGISTERED.get(entity).get(entity));
    }
}
