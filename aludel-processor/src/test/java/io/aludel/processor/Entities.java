// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import io.aludel.mapping.access.Companions;
import io.aludel.mapping.access.EntityAccess;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

/** Compiled entities, loaded. */
record Entities(ClassLoader loader) {
    Entities(Compiled compiled) {
        this(compiled.successful().load());
    }

    Class<?> type(String name) throws ClassNotFoundException {
        return loader.loadClass(name);
    }

    /** The companion of the class; the tests know entities as objects only. */
    @SuppressWarnings("unchecked")
    EntityAccess<Object> access(String name) throws ClassNotFoundException {
        return (EntityAccess<Object>) Companions.find(type(name)).orElseThrow();
    }

    /** The number of an attribute or association. */
    int member(String name, String member) throws ClassNotFoundException {
        return List.of(access(name).members()).indexOf(member);
    }

    /** Calls a method of an object, also one that is not public. */
    static Object call(Object target, String method, Object... arguments) throws Exception {
        for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
            for (Method candidate : type.getDeclaredMethods()) {
                if (candidate.getName().equals(method)
                        && candidate.getParameterCount() == arguments.length
                        && !candidate.isBridge()) {
                    candidate.setAccessible(true);
                    try {
                        return candidate.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        if (e.getCause() instanceof Exception cause) throw cause;
                        throw e;
                    }
                }
            }
        }
        throw new NoSuchMethodException(method);
    }
}
