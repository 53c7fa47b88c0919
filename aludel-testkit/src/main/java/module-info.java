// SPDX-License-Identifier: Apache-2.0

/** Statement recorder, assertions and the dialect conformance suite, for tests on Aludel. */
module io.aludel.testkit {
    requires transitive io.aludel.engine;
    requires transitive java.sql;
    requires transitive org.junit.jupiter.api;
    requires static org.assertj.core;
    requires static org.jspecify;

    exports io.aludel.testkit;
    exports io.aludel.testkit.conformance;

    opens io.aludel.testkit.conformance;
}
