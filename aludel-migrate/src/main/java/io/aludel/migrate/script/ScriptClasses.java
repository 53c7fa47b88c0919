// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.migrate.MigrationException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes revisions of classes: those that carry {@code @Revision}. */
final class ScriptClasses {
    private ScriptClasses() {}

    /** The revisions among the classes; {@code messages} gives a class's message, empty where it has none. */
    static List<Script> scripts(ClassLoader loader, List<String> classNames, Function<Class<?>, String> messages) {
        List<Script> scripts = new ArrayList<>();
        for (String name : classNames) {
            Class<?> type = load(loader, name);
            if (type.isAnnotationPresent(Revision.class)) {
                scripts.add(ScriptSource.describe(instance(type), messages.apply(type)));
            }
        }
        return List.copyOf(scripts);
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw refused(name, "it cannot be loaded: " + e, e);
        }
    }

    private static Migration instance(Class<?> type) {
        if (!Migration.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
            throw refused(type.getName(), "it has @Revision, but is no class that implements Migration", null);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.trySetAccessible();
            return (Migration) constructor.newInstance();
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw refused(type.getName(), "it needs a constructor without parameters that can be reached", e);
        } catch (InvocationTargetException e) {
            throw refused(type.getName(), "its constructor failed: " + e.getCause(), e);
        }
    }

    private static MigrationException refused(String name, String reason, @Nullable Throwable cause) {
        return new MigrationException("MIG-005", "Script " + name + " cannot be used: " + reason + ".", cause);
    }
}
