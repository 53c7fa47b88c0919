// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.EngineException.Outcome;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nobody is told that nothing was written where it may have been. */
class SqlErrorsTest {
    private static final String LOST = "08006";
    private static final String BROKEN_DISK = "58030";
    private static final String COMMIT_UNKNOWN =
            "Whether this transaction was committed is unknown: look before you try it again.";

    @Test
    void theEndOfATransactionMayHaveArrived() {
        for (String ending : new String[] {SqlErrors.COMMIT, SqlErrors.END}) {
            for (String state : new String[] {LOST, BROKEN_DISK}) {
                assertThat(failed(ending, null, state, true))
                        .as(ending + state)
                        .hasMessageContaining(COMMIT_UNKNOWN)
                        .extracting(EngineException::outcome)
                        .isEqualTo(Outcome.UNKNOWN);
            }
        }
    }

    @Test
    void aStatementWithoutATransactionMayHaveArrived() {
        EngineException failure = failed("execute a statement", "delete from pet", LOST, false);

        assertThat(failure)
                .hasMessage("ENG-006: The connection to the school was lost. Whether this statement was executed is"
                        + " unknown: if it writes, look before you try it again. What was said: Gone.");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void whatATransactionHasDoneSoFarIsUndone() {
        for (String state : new String[] {LOST, BROKEN_DISK, "53100", "25006"}) {
            assertThat(failed("execute a statement", "delete from pet", state, true))
                    .as(state)
                    .hasMessageContaining("Nothing of this transaction w")
                    .extracting(EngineException::outcome)
                    .isEqualTo(Outcome.NOTHING_WRITTEN);
        }
        assertThat(failed("begin a transaction", null, LOST, false).outcome()).isEqualTo(Outcome.NOTHING_WRITTEN);
        assertThat(failed("execute a statement", "delete from pet", "42601", true)
                        .outcome())
                .isEqualTo(Outcome.UNSAID);
    }

    private static EngineException failed(String attempted, @Nullable String sql, String state, boolean inTransaction) {
        return new SqlErrors(new UnreachableDialect("x.Driver"), Secrets.NONE, "the school", () -> inTransaction)
                .of(attempted, sql, new SQLException("Gone\n  Where: PL/pgSQL", state));
    }
}
