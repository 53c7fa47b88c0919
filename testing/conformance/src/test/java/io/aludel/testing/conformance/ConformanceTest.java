// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.databases.TestDatabase;
import io.aludel.testkit.TestedDatabase;
import io.aludel.testkit.conformance.DialectConformance;

/** Our own dialects conform. */
@OnEveryDatabase
class ConformanceTest extends DialectConformance {
    private final TestDatabase kind;

    ConformanceTest(TestDatabase kind) {
        this.kind = kind;
    }

    @Override
    protected TestedDatabase newDatabase() {
        return kind.fresh();
    }
}
