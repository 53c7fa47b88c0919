// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.SqlError;
import io.aludel.core.dialect.SqlError.Kind;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages as MariaDB 11.4 and its driver give them, and MySQL 8.4 by its manual. */
class MariaDbErrorsTest {
    @Test
    void readsTheConstraintFromTheMessageWhateverTheValueIs() {
        assertThat(of(1062, "(conn=3) Duplicate entry 'a' for key 'uq_name'"))
                .isEqualTo(new SqlError(Kind.UNIQUE_VIOLATION, "uq_name"));
        assertThat(of(1062, "(conn=3) Duplicate entry 'x' for key 'wrong'' for key 'uq'name'"))
                .isEqualTo(new SqlError(Kind.UNIQUE_VIOLATION, "uq'name"));
        assertThat(
                        of(
                                1452,
                                "(conn=4) Cannot add or update a child row: a foreign key constraint fails (`db`.`pet`, CONSTRAINT `fk`pet` FOREIGN KEY (`owner_id`) REFERENCES `person` (`id`))"))
                .isEqualTo(new SqlError(Kind.FOREIGN_KEY_VIOLATION, "fk`pet"));
        assertThat(of(4025, "(conn=4) CONSTRAINT `ck_grade` failed for `db`.`grade`"))
                .isEqualTo(new SqlError(Kind.CHECK_VIOLATION, "ck_grade"));
        assertThat(of(3819, "Check constraint 'ck_grade' is violated."))
                .isEqualTo(new SqlError(Kind.CHECK_VIOLATION, "ck_grade"));
        assertThat(of(
                        1761,
                        "(conn=4) Foreign key constraint for table 'keeper', record '1-in table 'x', key 'y'' would lead"
                                + " to a duplicate entry in table 'animal', key 'uq'name'"))
                .isEqualTo(new SqlError(Kind.UNIQUE_VIOLATION, "uq'name", "animal", List.of()));
        assertThat(of(1761, "Etwas anderes")).isEqualTo(SqlError.of(Kind.UNIQUE_VIOLATION));
        assertThat(of(1062, "Etwas anderes")).isEqualTo(SqlError.of(Kind.UNIQUE_VIOLATION));
        assertThat(of(1452, "Etwas anderes")).isEqualTo(SqlError.of(Kind.FOREIGN_KEY_VIOLATION));
    }

    @Test
    void readsTheColumnThatMustNotBeNull() {
        SqlError missing = new SqlError(Kind.NOT_NULL_VIOLATION, null, null, List.of("full'name"));

        assertThat(of(1048, "(conn=4) Column 'full'name' cannot be null")).isEqualTo(missing);
        assertThat(of(1364, "(conn=4) Field 'full'name' doesn't have a default value"))
                .isEqualTo(missing);
        assertThat(of(1048, "Etwas anderes")).isEqualTo(SqlError.of(Kind.NOT_NULL_VIOLATION));
    }

    @ParameterizedTest
    @CsvSource({
        "1213, DEADLOCK",
        "1205, LOCK_TIMEOUT",
        "1020, SERIALIZATION_FAILURE",
        "1317, CANCELLED",
        "1969, CANCELLED",
        "3024, CANCELLED",
        "1927, CONNECTION_FAILURE",
        "2006, CONNECTION_FAILURE",
        "1044, MISSING_RIGHT",
        "1142, MISSING_RIGHT",
        "1143, MISSING_RIGHT",
        "1227, MISSING_RIGHT",
        "1370, MISSING_RIGHT",
        "1290, READ_ONLY",
        "1792, READ_ONLY",
        "1021, STORAGE_FULL",
        "1114, STORAGE_FULL",
        "1030, STORAGE_FAILURE",
        "1034, UNREADABLE",
        "1064, OTHER"
    })
    void knowsWhatCodesMean(int code, Kind kind) {
        assertThat(of(code, "no matter").kind()).isEqualTo(kind);
    }

    /** The two servers have given the number to different errors. */
    @Test
    void knowsALostConnectionOfMySqlByItsWords() {
        assertThat(of(4031, "The client was disconnected by the server because of inactivity. See wait_timeout")
                        .kind())
                .isEqualTo(Kind.CONNECTION_FAILURE);
        assertThat(of(4031, "Referenced trigger 't' for the given action time and event type does not exist")
                        .kind())
                .isEqualTo(Kind.OTHER);
    }

    @Test
    void fallsBackToTheState() {
        assertThat(MariaDbErrors.classify(new SQLException("gone", "08000", 0)).kind())
                .isEqualTo(Kind.CONNECTION_FAILURE);
    }

    private static SqlError of(int code, String message) {
        return MariaDbErrors.classify(new SQLException(message, "HY000", code));
    }

    @Test
    void saysTheStatementThatGivesAMissingRight() {
        String grant =
                "grant create, drop, alter, index, references, select, insert, update, delete on `school`.* to 'ada'@'%'";

        assertThat(MariaDbErrors.grant("CREATE command denied to user 'ada'@'%' for table `school`.`pet`"))
                .contains(grant);
        assertThat(MariaDbErrors.grant("Access denied for user 'ada'@'%' to database 'school'"))
                .contains(grant);
        assertThat(MariaDbErrors.grant("Access denied; you need the SUPER privilege"))
                .isEmpty();
    }
}
