// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Ddl;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.DriverArtifact;
import io.aludel.core.dialect.Dsn;
import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.JdbcTarget;
import io.aludel.core.dialect.Scratch;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.SqlRenderer;
import io.aludel.core.dialect.Types;
import java.util.List;
import java.util.Set;

/** A dialect whose database no test ever reaches: what happens until there is a connection. */
record UnreachableDialect(String driverClass) implements Dialect {
    @Override
    public String name() {
        return "unreachable";
    }

    @Override
    public ServerVersion version() {
        return new ServerVersion(1, 0);
    }

    @Override
    public Dialect forVersion(ServerVersion version) {
        return this;
    }

    @Override
    public Set<String> schemes() {
        return Set.of("unreachable");
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return false;
    }

    @Override
    public JdbcTarget target(Dsn dsn) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DriverArtifact driver() {
        return new DriverArtifact(driverClass, "org.example:the-driver");
    }

    @Override
    public List<String> connectionSetup() {
        return List.of();
    }

    @Override
    public Capabilities capabilities() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Types types() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Ddl ddl() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Introspector introspector() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Scratch scratch() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SqlRenderer newRenderer() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String quote(String name) {
        throw new UnsupportedOperationException();
    }
}
