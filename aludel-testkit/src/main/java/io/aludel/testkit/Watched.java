// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A connection, statement or result set that tells when it is closed. What it gives is watched, too. */
final class Watched implements InvocationHandler {
    private static final AtomicLong COUNT = new AtomicLong();

    private final Class<?> type;
    private final Object real;
    private final @Nullable Watched parent;
    private final LeakCheck check;
    private final long number = COUNT.incrementAndGet();
    private final @Nullable Object sql;
    private final Set<Watched> results = ConcurrentHashMap.newKeySet();

    private Watched(Class<?> type, Object real, @Nullable Watched parent, LeakCheck check, @Nullable Object sql) {
        this.type = type;
        this.real = real;
        this.parent = parent;
        this.check = check;
        this.sql = sql;
    }

    static <T> T wrap(Class<T> type, T real, @Nullable Watched parent, LeakCheck check) {
        return wrap(type, real, parent, check, null);
    }

    private static <T> T wrap(Class<T> type, T real, @Nullable Watched parent, LeakCheck check, @Nullable Object sql) {
        Watched watched = new Watched(type, real, parent, check, sql);
        check.opened(watched);
        if (parent != null && type == ResultSet.class) {
            parent.results.add(watched);
        }
        return type.cast(Proxy.newProxyInstance(Watched.class.getClassLoader(), new Class<?>[] {type}, watched));
    }

    long number() {
        return number;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Object result;
        try {
            result = method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            if (method.getName().equals("close") || method.getName().equals("abort")) {
                close();
            }
        }
        return result == null ? null : watched(method.getReturnType(), result, arguments);
    }

    private void close() {
        check.closed(this);
        results.forEach(check::closed);
    }

    private Object watched(Class<?> returned, Object result, @Nullable Object @Nullable [] arguments) {
        Object text = arguments == null || arguments.length == 0 ? sql : arguments[0];
        if (returned == CallableStatement.class) {
            return wrap(CallableStatement.class, (CallableStatement) result, this, check, text);
        }
        if (returned == PreparedStatement.class) {
            return wrap(PreparedStatement.class, (PreparedStatement) result, this, check, text);
        }
        if (returned == Statement.class && type == Connection.class) {
            return wrap(Statement.class, (Statement) result, this, check, null);
        }
        if (returned == ResultSet.class && Statement.class.isAssignableFrom(type)) {
            return wrap(ResultSet.class, (ResultSet) result, this, check, text);
        }
        return result;
    }

    /** What it is, for people: {@code a prepared statement of "select 1"}. */
    @Override
    public String toString() {
        String name = type == ResultSet.class
                ? "a result set"
                : type == Connection.class
                        ? "a connection"
                        : type == Statement.class ? "a statement" : "a prepared statement";
        return sql == null ? name : name + " of \"" + sql + "\"";
    }
}
