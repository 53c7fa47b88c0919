// SPDX-License-Identifier: Apache-2.0

/** What an engine does, as Micrometer's meters. */
module io.aludel.micrometer {
    requires transitive io.aludel.engine;
    requires transitive micrometer.core;
    requires static org.jspecify;

    exports io.aludel.micrometer;
}
