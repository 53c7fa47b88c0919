// SPDX-License-Identifier: Apache-2.0

/** The difference between two schemas, and the revisions that lead from one to the other and back. */
module io.aludel.migrate {
    requires transitive io.aludel.engine;
    requires transitive io.aludel.mapping;
    requires static java.compiler;
    requires static org.jspecify;

    exports io.aludel.migrate;
    exports io.aludel.migrate.command;
    exports io.aludel.migrate.diff;
    exports io.aludel.migrate.graph;
    exports io.aludel.migrate.lint;
    exports io.aludel.migrate.interop;
    exports io.aludel.migrate.op;
    exports io.aludel.migrate.run;
    exports io.aludel.migrate.script;
    exports io.aludel.migrate.setting;
}
