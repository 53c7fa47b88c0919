// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.resolve;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Identifiers;
import io.aludel.core.dialect.StandardRenderer;
import io.aludel.core.expr.Bind;
import io.aludel.core.expr.Statement;
import io.aludel.core.expr.Value;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;

/** Statements as standard SQL, so that a test can show them whole. */
final class StandardSql {
    private static final Dialect DIALECT = (Dialect) Proxy.newProxyInstance(
            StandardSql.class.getClassLoader(),
            new Class<?>[] {Dialect.class},
            (dialect, method, arguments) -> switch (method.getName()) {
                case "newRenderer" -> new StandardRenderer((Dialect) dialect);
                case "quote" -> Identifiers.quoteIfNeeded((String) arguments[0]);
                case "name" -> "standard";
                case "capabilities" -> new Capabilities(Set.of(), 100, 63);
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private StandardSql() {}

    static String of(Statement statement) {
        return DIALECT.newRenderer().render(statement).sql();
    }

    static List<Object> values(Statement statement) {
        return DIALECT.newRenderer().render(statement).binds().stream()
                .map((Bind bind) -> ((Value) bind).value())
                .toList();
    }
}
