// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks.migration;

import io.aludel.testing.databases.FreshDatabase;

/** Who applies scripts. */
interface Migrator {
    String name();

    /** Applies all of the scripts to an empty database. */
    void apply(Scripts scripts, FreshDatabase database) throws Exception;
}
