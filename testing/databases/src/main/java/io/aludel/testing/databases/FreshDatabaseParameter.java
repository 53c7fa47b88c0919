// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test its database, made when the first parameter asks for it; or its kind, to one that makes databases itself.
 *
 * <p>It lives in the store of that test. JUnit closes what is in a store, and a failure to close fails the test.
 */
record FreshDatabaseParameter(TestDatabase database) implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(FreshDatabase.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == FreshDatabase.class || type == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == TestDatabase.class) return database;
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(FreshDatabase.class, key -> database.fresh(), FreshDatabase.class);
    }

    /** A constructor's parameter belongs to the test that the instance is made for, not to the class. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }
}
