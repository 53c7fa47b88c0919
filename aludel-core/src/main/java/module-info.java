// SPDX-License-Identifier: Apache-2.0

/** Types, expressions, schema, statements and the contract of a dialect; only data. */
module io.aludel.core {
    requires java.sql;
    requires static org.jspecify;
}
