// SPDX-License-Identifier: Apache-2.0

/** Types, expressions, schema, statements and the contract of a dialect; only data. */
module io.aludel.core {
    requires transitive java.sql;
    requires static org.jspecify;

    exports io.aludel.core;
    exports io.aludel.core.dialect;
    exports io.aludel.core.expr;
    exports io.aludel.core.name;
    exports io.aludel.core.parse;
    exports io.aludel.core.query;
    exports io.aludel.core.schema;
    exports io.aludel.core.type;

    uses io.aludel.core.dialect.Dialect;
}
