// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.SqlError;
import io.aludel.core.dialect.SqlError.Kind;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages as H2 2.5 gives them. */
class H2ErrorsTest {
    @Test
    void readsTheConstraintFromTheMessage() {
        assertThat(
                        of(
                                23505,
                                "Unique index or primary key violation: \"public.uq INDEX public.uq_INDEX_1 ON public.pet(name NULLS FIRST) VALUES ( /* 1 */ 'a' )\"; SQL statement:"))
                .isEqualTo(new SqlError(Kind.UNIQUE_VIOLATION, "uq", "pet", List.of("name")));
        assertThat(
                        of(
                                23505,
                                "Doppelter Schluessel: \"s.pk PRIMARY KEY ON s.\"\"a b\"\"(id, \"\"x, y\"\") ( /* key:1 */ 1, 5)\"; SQL"))
                .isEqualTo(new SqlError(Kind.UNIQUE_VIOLATION, "pk", "a b", List.of("id", "x, y")));
        assertThat(of(23505, "Unique: \"s.ux ON s.t(a DESC NULLS LAST, b NULLS FIRST) VALUES ( 1 )\""))
                .isEqualTo(new SqlError(Kind.UNIQUE_VIOLATION, "ux", "t", List.of("a", "b")));
        assertThat(
                        of(
                                23505,
                                "Unique index or primary key violation: \"public.\"\"we ird\"\"\"\"q\"\" INDEX public.\"\"x\"\" ON public.x(a)\""))
                .isEqualTo(new SqlError(Kind.UNIQUE_VIOLATION, "we ird\"q", "x", List.of("a")));
        assertThat(
                        of(
                                23506,
                                "Referential integrity constraint violation: \"fk_kid: public.kid FOREIGN KEY(p) REFERENCES public.p(id) (CAST(1 AS BIGINT))\""))
                .isEqualTo(new SqlError(Kind.FOREIGN_KEY_VIOLATION, "fk_kid", "kid", List.of("p")));
        assertThat(
                        of(
                                23506,
                                "Referential integrity constraint violation: \"FK a: b\\\\: public.kid FOREIGN KEY(U&\"\"\\\\042f\\\\\\\\c\"\") REFERENCES public.pet(id) (7)\""))
                .isEqualTo(new SqlError(Kind.FOREIGN_KEY_VIOLATION, "FK a: b\\", "kid", List.of("Я\\c")));
        assertThat(of(23513, "Check constraint violation: \"Ck (\"\"x.y): \"; SQL statement:"))
                .isEqualTo(new SqlError(Kind.CHECK_VIOLATION, "Ck (\"x.y)"));
        assertThat(of(23513, "Check constraint violation: \"ck: \"; SQL statement:"))
                .isEqualTo(new SqlError(Kind.CHECK_VIOLATION, "ck"));
        assertThat(of(23502, "NULL not allowed for column \"a \"\"b\"\"\"; SQL statement:"))
                .isEqualTo(new SqlError(Kind.NOT_NULL_VIOLATION, null, null, List.of("a \"b\"")));
        assertThat(of(23505, "Etwas anderes")).isEqualTo(SqlError.of(Kind.UNIQUE_VIOLATION));
        assertThat(of(23506, "Etwas anderes")).isEqualTo(SqlError.of(Kind.FOREIGN_KEY_VIOLATION));
        assertThat(of(23502, "Etwas anderes")).isEqualTo(SqlError.of(Kind.NOT_NULL_VIOLATION));
        assertThat(of(23513, "Etwas anderes")).isEqualTo(SqlError.of(Kind.CHECK_VIOLATION));
    }

    /** Seen where threads that wait for a row are interrupted. */
    @Test
    void takesATransactionThatH2RollsBackForOver() {
        IllegalStateException store =
                new IllegalStateException("Transaction 4 has status ROLLING_BACK, not OPEN [2.5.252/103]");
        assertThat(H2Errors.classify(
                        new SQLException("General error: \"" + store.getMessage() + "\"", "HY000", 50000, store)))
                .isEqualTo(SqlError.of(Kind.SERIALIZATION_FAILURE));
    }

    @Test
    void saysWhatIsWrongWithoutTheStatement() {
        assertThat(H2Errors.said(new SQLException(
                        "Table \"a\" not found; SQL statement:\nselect '; SQL statement:\n [1]'\nfrom a [42102-252]")))
                .isEqualTo("Table \"a\" not found [42102-252]");
        assertThat(H2Errors.said(new SQLException("Wrong user name or password [28000-252]")))
                .isEqualTo("Wrong user name or password [28000-252]");
        assertThat(H2Errors.said(new SQLException((String) null))).isEqualTo("null");
    }

    @Test
    void showsOfAStatementThatItCannotReadOnlyWhatIsAroundTheFault() {
        String list = ", 'a'".repeat(100);
        assertThat(H2Errors.said(new SQLException("Syntax error in SQL statement \"select 1" + list + "[*] \"\"; \"\" x"
                        + list + "\"; expected \"FROM\"; SQL statement:\nselect [42001-252]")))
                .isEqualTo("Syntax error in SQL statement \"…" + list.substring(list.length() - 80) + "[*] \"\"; \"\" x"
                        + list.substring(0, 80 - 9) + "…\"; expected \"FROM\" [42001-252]");
        assertThat(H2Errors.said(new SQLException("Syntax error in SQL statement \"[*]selec 1\" [42000-252]")))
                .isEqualTo("Syntax error in SQL statement \"[*]selec 1\" [42000-252]");
    }

    @ParameterizedTest
    @CsvSource({
        "23502, NOT_NULL_VIOLATION",
        "40001, DEADLOCK",
        "50200, LOCK_TIMEOUT",
        "90020, LOCK_TIMEOUT",
        "90131, SERIALIZATION_FAILURE",
        "57014, CANCELLED",
        "90121, CONNECTION_FAILURE",
        "90040, MISSING_RIGHT",
        "90096, MISSING_RIGHT",
        "90097, READ_ONLY",
        "50000, OTHER",
        "90028, STORAGE_FAILURE",
        "90030, UNREADABLE",
        "42001, OTHER"
    })
    void knowsWhatCodesMean(int code, Kind kind) {
        assertThat(of(code, "no matter").kind()).isEqualTo(kind);
    }

    @Test
    void looksForAFullDiskBehindWhatH2CallsAGeneralError() {
        assertThat(because(50000, new IOException("No space left on device"))).isEqualTo(Kind.STORAGE_FULL);
        assertThat(because(90031, new IOException("There is not enough space on the disk")))
                .isEqualTo(Kind.STORAGE_FULL);
        assertThat(because(50000, new IOException("File too large"))).isEqualTo(Kind.STORAGE_FAILURE);
        assertThat(because(50000, new IllegalStateException("No space left on device")))
                .isEqualTo(Kind.OTHER);
    }

    private static Kind because(int code, Exception cause) {
        SQLException error = new SQLException("General error", "HY000", code, new RuntimeException(cause));
        return H2Errors.classify(error).kind();
    }

    private static SqlError of(int code, String message) {
        return H2Errors.classify(new SQLException(message, String.valueOf(code), code));
    }
}
