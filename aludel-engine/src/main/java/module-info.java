// SPDX-License-Identifier: Apache-2.0

/** Connections, transactions, statements and rows. */
module io.aludel.engine {
    requires transitive io.aludel.core;
    requires transitive java.sql;
    requires com.zaxxer.hikari;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.aludel.engine;

    uses io.aludel.core.dialect.Dialect;
}
