// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.source;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads loaded classes by reflection; it initialises none of them. */
public final class ReflectionClassSource implements ClassSource {
    private final Map<String, Class<?>> given = new LinkedHashMap<>();
    private final Set<ClassLoader> loaders = new LinkedHashSet<>();
    private final Map<String, Optional<SourceClass>> read = new HashMap<>();

    /** The given classes, and what their class loaders find. */
    public ReflectionClassSource(Collection<Class<?>> classes) {
        for (Class<?> type : classes) {
            given.put(type.getName(), type);
            if (type.getClassLoader() != null) {
                loaders.add(type.getClassLoader());
            }
        }
        if (loaders.isEmpty()) {
            loaders.add(ReflectionClassSource.class.getClassLoader());
        }
    }

    /** What the class loader finds. */
    public ReflectionClassSource(ClassLoader loader) {
        loaders.add(Objects.requireNonNull(loader, "loader"));
    }

    @Override
    public Optional<SourceClass> find(String binaryName) {
        return read.computeIfAbsent(binaryName, name -> load(name).map(ReflectionClassSource::read));
    }

    /** The class itself; nothing if no loader finds it. */
    public Optional<Class<?>> load(String binaryName) {
        Class<?> known = given.get(binaryName);
        if (known != null) {
            return Optional.of(known);
        }
        if (binaryName.startsWith("[")) {
            return Optional.empty();
        }
        for (ClassLoader loader : loaders) {
            try {
                return Optional.of(Class.forName(binaryName, false, loader));
            } catch (ClassNotFoundException notHere) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** One class as it stands. */
    public static SourceClass read(Class<?> type) {
        return new SourceClass(
                type.getName(),
                type.getSimpleName(),
                kind(type),
                nesting(type),
                modifiers(type.getModifiers()),
                Stream.of(type.getTypeParameters()).map(TypeVariable::getName).toList(),
                superclass(type),
                enumConstants(type),
                Stream.of(type.getDeclaredFields())
                        .filter(field -> !field.isSynthetic() && !field.isEnumConstant())
                        .map(field -> new SourceField(
                                field.getName(),
                                ReflectedTypes.read(field.getGenericType()),
                                modifiers(field.getModifiers()),
                                annotations(field)))
                        .toList(),
                methods(type),
                constructors(type),
                annotations(type));
    }

    private static SourceClass.Kind kind(Class<?> type) {
        if (type.isEnum()) {
            return SourceClass.Kind.ENUM;
        }
        if (type.isRecord()) {
            return SourceClass.Kind.RECORD;
        }
        return type.isInterface() ? SourceClass.Kind.INTERFACE : SourceClass.Kind.CLASS;
    }

    private static SourceClass.Nesting nesting(Class<?> type) {
        if (type.isLocalClass() || type.isAnonymousClass()) {
            return SourceClass.Nesting.LOCAL;
        }
        if (!type.isMemberClass()) {
            return SourceClass.Nesting.TOP_LEVEL;
        }
        return Modifier.isStatic(type.getModifiers()) ? SourceClass.Nesting.STATIC : SourceClass.Nesting.INNER;
    }

    private static @Nullable SourceType superclass(Class<?> type) {
        return type.getGenericSuperclass() == null ? null : ReflectedTypes.read(type.getGenericSuperclass());
    }

    private static List<String> enumConstants(Class<?> type) {
        return Stream.of(type.getDeclaredFields())
                .filter(Field::isEnumConstant)
                .map(Field::getName)
                .toList();
    }

    private static List<SourceMethod> methods(Class<?> type) {
        if (kind(type) != SourceClass.Kind.CLASS) {
            return List.of();
        }
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(method -> new SourceMethod(
                        method.getName(),
                        Stream.of(method.getGenericParameterTypes())
                                .map(ReflectedTypes::read)
                                .toList(),
                        ReflectedTypes.read(method.getGenericReturnType()),
                        modifiers(method.getModifiers() & ~Modifier.TRANSIENT), // the same bit means varargs there
                        annotations(method)))
                .toList();
    }

    private static List<SourceConstructor> constructors(Class<?> type) {
        if (kind(type) != SourceClass.Kind.CLASS) {
            return List.of();
        }
        return Stream.of(type.getDeclaredConstructors())
                .filter(constructor -> !constructor.isSynthetic())
                .map(constructor -> new SourceConstructor(
                        Stream.of(constructor.getGenericParameterTypes())
                                .skip(hasOuterInstance(constructor, type) ? 1 : 0)
                                .map(ReflectedTypes::read)
                                .toList(),
                        modifiers(constructor.getModifiers() & ~Modifier.TRANSIENT)))
                .toList();
    }

    /** Whether the first parameter is the outer instance; it is not among the generic types where there are any of these. */
    private static boolean hasOuterInstance(Constructor<?> constructor, Class<?> type) {
        return nesting(type) == SourceClass.Nesting.INNER
                && constructor.getGenericParameterTypes().length == constructor.getParameterCount();
    }

    private static Set<SourceModifier> modifiers(int bits) {
        Set<SourceModifier> modifiers = new LinkedHashSet<>();
        for (SourceModifier modifier : SourceModifier.values()) {
            if ((bits & bit(modifier)) != 0) {
                modifiers.add(modifier);
            }
        }
        return modifiers;
    }

    private static int bit(SourceModifier modifier) {
        return switch (modifier) {
            case PUBLIC -> Modifier.PUBLIC;
            case PROTECTED -> Modifier.PROTECTED;
            case PRIVATE -> Modifier.PRIVATE;
            case ABSTRACT -> Modifier.ABSTRACT;
            case STATIC -> Modifier.STATIC;
            case FINAL -> Modifier.FINAL;
            case TRANSIENT -> Modifier.TRANSIENT;
        };
    }

    private static List<SourceAnnotation> annotations(AnnotatedElement element) {
        return Stream.of(element.getDeclaredAnnotations())
                .filter(annotation ->
                        ClassSource.isRelevant(annotation.annotationType().getName()))
                .map(ReflectedAnnotations::read)
                .toList();
    }
}
