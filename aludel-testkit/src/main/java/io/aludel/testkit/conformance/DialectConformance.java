// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import io.aludel.testkit.TestedDatabase;
import org.junit.jupiter.api.Nested;

/**
 * What every dialect must do on its database: extend this class, say where empty databases come from, and all tests of the suite run.
 *
 * <pre>
 * class MimerConformanceTest extends DialectConformance {
 *     &#64;Override
 *     protected TestedDatabase newDatabase() { return MimerServer.running().create(); }
 * }
 * </pre>
 *
 * <p>The dialect is found as engines find it, by the DSN of the database. What a test asks for beyond every database is a
 * {@link io.aludel.core.dialect.Feature} of the dialect's {@link io.aludel.core.dialect.Capabilities}: without it the test is skipped and says which it
 * was, or expects the refusal. No test asks which database it is.
 *
 * <p>Tests with the tag {@code server-version} depend on what the server makes of SQL; run them on each version that the dialect supports. {@code
 * -Daludel.trials=N} makes the tests with many rows larger (50 unless said).
 *
 * <p>Needs JUnit Jupiter and AssertJ, which this module only names as optional.
 */
public abstract class DialectConformance {
    protected DialectConformance() {}

    /** A new and empty database, which nobody else uses. Called for each test, by the thread that runs it; the test closes it. */
    protected abstract TestedDatabase newDatabase();

    @Nested
    class BulkInsert extends BulkInsertTests {
        BulkInsert() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class BulkValues extends BulkValuesTests {
        BulkValues() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class DeleteAllRows extends DeleteAllRowsTests {
        DeleteAllRows() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class EngineEnd extends EngineEndTests {
        EngineEnd() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class HostileNames extends HostileNamesTests {
        HostileNames() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class InsertRows extends InsertRowsTests {
        InsertRows() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class IntegerAverage extends IntegerAverageTests {
        IntegerAverage() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class Isolation extends IsolationTests {
        Isolation() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class Limits extends LimitsTests {
        Limits() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class Meaning extends MeaningTests {
        Meaning() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class MeaningTable extends MeaningTableTests {
        MeaningTable() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class Memory extends MemoryTests {
        Memory() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class OpenRows extends OpenRowsTests {
        OpenRows() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class PreparedQuery extends PreparedQueryTests {
        PreparedQuery() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class RefusedValues extends RefusedValuesTests {
        RefusedValues() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class Retry extends RetryTests {
        Retry() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class RoundTrip extends RoundTripTests {
        RoundTrip() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class SameMeaning extends SameMeaningTests {
        SameMeaning() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class Savepoints extends SavepointsTests {
        Savepoints() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class SchemaCreation extends SchemaCreationTests {
        SchemaCreation() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class Statements extends StatementsTests {
        Statements() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class TablePresence extends TablePresenceTests {
        TablePresence() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class Timeouts extends TimeoutsTests {
        Timeouts() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class Transactions extends TransactionsTests {
        Transactions() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class Values extends ValuesTests {
        Values() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class ViolationTable extends ViolationTableTests {
        ViolationTable() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class Violations extends ViolationsTests {
        Violations() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class ViolationsInBulk extends ViolationsInBulkTests {
        ViolationsInBulk() {
            super(DialectConformance.this::newDatabase);
        }
    }

    @Nested
    class ViolationsOfActions extends ViolationsOfActionsTests {
        ViolationsOfActions() {
            super(DialectConformance.this::newDatabase);
        }
    }
}
