// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import io.aludel.mapping.access.Companions;
import io.aludel.orm.plain.Owner;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;

/** Loads the entities of package {@code plain} once more, and does not find their companions. */
final class PlainEntities extends ClassLoader {
    private static final String PACKAGE = Owner.class.getPackageName() + ".";

    PlainEntities() {
        super(PlainEntities.class.getClassLoader());
    }

    /** The class as this loader has it. */
    Class<?> plain(Class<?> entity) throws ClassNotFoundException {
        return loadClass(entity.getName());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PACKAGE)) {
            return super.loadClass(name, resolve);
        }
        if (name.endsWith(Companions.SUFFIX)) {
            throw new ClassNotFoundException(name);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String file = name.substring(PACKAGE.length()) + ".class";
        try (InputStream in = Owner.class.getResourceAsStream(file)) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** Calls a method of an object whose class the compiler of the tests does not know. */
    static Object call(Object object, String method, Object... arguments) {
        try {
            for (Method candidate : object.getClass().getMethods()) {
                if (candidate.getName().equals(method) && candidate.getParameterCount() == arguments.length) {
                    return candidate.invoke(object, arguments);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalArgumentException(method);
    }
}
