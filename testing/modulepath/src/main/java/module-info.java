// SPDX-License-Identifier: Apache-2.0

/** The built modules, used by a program of named modules. */
module io.aludel.testing.modulepath {
    requires io.aludel.migrate;
    requires io.aludel.orm;
    requires static org.jspecify;

    uses io.aludel.core.dialect.Dialect;
}
