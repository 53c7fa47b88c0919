// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.type.BasicType;
import io.aludel.core.type.Codec;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A database that does everything as the standard says; it has a renderer and DDL, and no more. */
final class PlainDialect implements Dialect {
    static final PlainDialect INSTANCE = new PlainDialect(EnumSet.allOf(Feature.class));

    /** Few, so that a test can reach the limit. */
    static final int MAX_PARAMETERS = 6;

    private final Set<Feature> features;

    private PlainDialect(Set<Feature> features) {
        this.features = features;
    }

    /** A dialect that has all features but these. */
    static PlainDialect without(Feature first, Feature... rest) {
        return new PlainDialect(EnumSet.complementOf(EnumSet.of(first, rest)));
    }

    @Override
    public String name() {
        return "plain";
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
        return Set.of("plain");
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return false;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(features, MAX_PARAMETERS, 63);
    }

    @Override
    public Types types() {
        return new Types() {
            @Override
            public String declaration(SqlType type) {
                return type.equals(new StandardType(TypeKind.DECIMAL, -1, -1)) ? "decimal" : type.toString();
            }

            @Override
            public SqlType parse(String declaration) {
                throw notThis();
            }

            @Override
            public <T> Codec<T> codec(BasicType<T> type) {
                throw notThis();
            }

            @Override
            public <T> String literal(T value, BasicType<T> type) {
                return value instanceof Number || value instanceof Boolean
                        ? value.toString()
                        : "'" + value.toString().replace("'", "''") + "'";
            }
        };
    }

    @Override
    public Ddl ddl() {
        return new StandardDdl(this, new StandardColumns(this));
    }

    @Override
    public SqlRenderer newRenderer() {
        return new StandardRenderer(this);
    }

    @Override
    public String quote(String name) {
        return Identifiers.quoteIfNeeded(name);
    }

    @Override
    public JdbcTarget target(Dsn dsn) {
        throw notThis();
    }

    @Override
    public DriverArtifact driver() {
        throw notThis();
    }

    @Override
    public List<String> connectionSetup() {
        return List.of();
    }

    @Override
    public Introspector introspector() {
        throw notThis();
    }

    @Override
    public Scratch scratch() {
        throw notThis();
    }

    private static UnsupportedOperationException notThis() {
        return new UnsupportedOperationException("The plain dialect only writes SQL.");
    }
}
