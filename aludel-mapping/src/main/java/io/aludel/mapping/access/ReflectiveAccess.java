// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.access;

import io.aludel.core.type.RowReader;
import io.aludel.mapping.problem.MappingException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Access to an entity that was compiled without the processor: slower, and on the module path only where the entity's package is open to
 * {@code io.aludel.mapping}. It makes no lazy references.
 */
public final class ReflectiveAccess<E> implements EntityAccess<E> {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final Class<E> entityClass;
    private final String[] members;
    private final int attributes;
    private final boolean[] primitive;
    private final MethodHandle constructor;
    private final MethodHandle[] getters;
    private final MethodHandle[] setters;

    /**
     * Access to these fields.
     *
     * @param fields the members in the order of their numbers, wherever they are declared
     * @param attributes how many of them are attributes
     * @throws MappingException if the class's package is not open to this module
     */
    public ReflectiveAccess(Class<E> entityClass, List<Field> fields, int attributes) {
        this.entityClass = entityClass;
        this.attributes = attributes;
        int count = fields.size();
        members = new String[count];
        primitive = new boolean[count];
        getters = new MethodHandle[count];
        setters = new MethodHandle[count];
        constructor = constructor(entityClass);
        for (int i = 0; i < count; i++) {
            Field field = fields.get(i);
            open(field, field.getDeclaringClass());
            members[i] = field.getName();
            primitive[i] = field.getType().isPrimitive();
            try {
                getters[i] = LOOKUP.unreflectGetter(field).asType(MethodType.methodType(Object.class, Object.class));
                setters[i] = LOOKUP.unreflectSetter(field)
                        .asType(MethodType.methodType(void.class, Object.class, Object.class));
            } catch (IllegalAccessException e) {
                throw closed(field.getDeclaringClass(), e);
            }
        }
    }

    @Override
    public Class<E> entityClass() {
        return entityClass;
    }

    @Override
    public String[] members() {
        return members.clone();
    }

    @Override
    public E instantiate() {
        return entityClass.cast(call(() -> constructor.invoke()));
    }

    @Override
    public @Nullable Object get(E entity, int member) {
        return call(() -> getters[member].invokeExact((Object) entity));
    }

    @Override
    public void set(E entity, int member, @Nullable Object value) {
        if (value == null && primitive[member]) {
            throw new IllegalArgumentException("Cannot set " + entityClass.getName() + "." + members[member]
                    + " to null: its type is a primitive; declare it with the wrapper class, or give it a value.");
        }
        call(() -> {
            setters[member].invokeExact((Object) entity, value);
            return null;
        });
    }

    @Override
    public void read(E entity, RowReader row, int firstColumn) {
        for (int i = 0; i < attributes; i++) {
            set(entity, i, row.get(firstColumn + i));
        }
    }

    @Override
    public Object snapshot(E entity) {
        @Nullable Object[] values = new Object[attributes];
        for (int i = 0; i < attributes; i++) {
            Object value = get(entity, i);
            values[i] = value instanceof byte[] bytes
                    ? bytes.clone()
                    : value instanceof List<?> list ? new ArrayList<>(list) : value;
        }
        return values;
    }

    @Override
    public boolean isChanged(E entity, Object snapshot) {
        return !changes(entity, snapshot).isEmpty();
    }

    @Override
    public BitSet changes(E entity, Object snapshot) {
        @Nullable Object[] before = (Object[]) snapshot;
        BitSet changes = new BitSet(attributes);
        for (int i = 0; i < attributes; i++) {
            changes.set(i, !isSame(before[i], get(entity, i)));
        }
        return changes;
    }

    @Override
    public @Nullable Object snapshotValue(Object snapshot, int attribute) {
        return ((Object[]) snapshot)[attribute];
    }

    @Override
    public @Nullable E newReference(ReferenceLoader loader) {
        return null;
    }

    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (one instanceof byte[] a && other instanceof byte[] b) {
            return Arrays.equals(a, b);
        }
        return Objects.equals(one, other);
    }

    private static MethodHandle constructor(Class<?> entityClass) {
        try {
            var constructor = entityClass.getDeclaredConstructor();
            open(constructor, entityClass);
            return LOOKUP.unreflectConstructor(constructor).asType(MethodType.methodType(Object.class));
        } catch (NoSuchMethodException e) {
            throw new MappingException(
                    "Entity " + entityClass.getName() + " has no constructor without parameters; add one.", e);
        } catch (IllegalAccessException e) {
            throw closed(entityClass, e);
        }
    }

    private static void open(AccessibleObject member, Class<?> declaring) {
        try {
            member.setAccessible(true);
        } catch (InaccessibleObjectException e) {
            throw closed(declaring, e);
        }
    }

    private static MappingException closed(Class<?> declaring, Exception cause) {
        String target = ReflectiveAccess.class.getModule().isNamed()
                ? " to " + ReflectiveAccess.class.getModule().getName()
                : "";
        return new MappingException(
                "Cannot reach the fields of " + declaring.getName() + ": module "
                        + declaring.getModule().getName() + " does not open package " + declaring.getPackageName()
                        + target + ". Compile the class with aludel-processor as annotation processor, or add \"opens "
                        + declaring.getPackageName() + target + ";\" to its module-info.java.",
                cause);
    }

    private interface Call {
        @Nullable
        Object run() throws Throwable;
    }

    private static @Nullable Object call(Call call) {
        try {
            return call.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) { // what a user's constructor throws
            throw new MappingException("Cannot make an entity: its constructor failed.", e);
        }
    }
}
