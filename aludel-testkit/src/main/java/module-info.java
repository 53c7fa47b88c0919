// SPDX-License-Identifier: Apache-2.0

/** Statement recorder and assertions for tests on Aludel. */
module io.aludel.testkit {
    requires transitive io.aludel.engine;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports io.aludel.testkit;
}
