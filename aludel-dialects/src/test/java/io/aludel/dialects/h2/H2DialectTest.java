// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Dsn;
import io.aludel.core.dialect.DsnException;
import io.aludel.core.dialect.JdbcTarget;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Sequence;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H2DialectTest {
    private static final Dialect H2 = new H2Dialect();

    @ParameterizedTest
    @CsvSource({
        "h2:mem:school, jdbc:h2:mem:school",
        "h2:file:./school, jdbc:h2:file:async:./school",
        "h2:file:school, jdbc:h2:file:async:./school",
        "h2:school, jdbc:h2:file:async:./school",
        "h2:../school, jdbc:h2:file:async:../school",
        "h2:.school, jdbc:h2:file:async:./.school",
        "h2:~school, jdbc:h2:file:async:./~school",
        "h2:/data/school, jdbc:h2:file:async:/data/school",
        "h2:~/school, jdbc:h2:file:async:~/school",
        "h2:nio:./school, jdbc:h2:file:nio:./school"
    })
    void leadsToMemoryAndFiles(String dsn, String url) {
        JdbcTarget target = H2.target(Dsn.parse(dsn));

        assertThat(target.url()).isEqualTo(url);
        assertThat(target.keptOpen()).isTrue();
        assertThat(target.server()).isFalse();
    }

    @Test
    void foldsBareNamesToLowerCaseUnlessToldOtherwise() {
        assertThat(options("h2:mem:x"))
                .isEqualTo(Map.of("DATABASE_TO_LOWER", "TRUE", "LOCK_TIMEOUT", "10000", "TRACE_LEVEL_FILE", "0"));
        assertThat(options("h2:mem:x?database_to_lower=FALSE&user=sa&Lock_Timeout=7"))
                .isEqualTo(Map.of(
                        "database_to_lower", "FALSE", "user", "sa", "Lock_Timeout", "7", "TRACE_LEVEL_FILE", "0"));
        assertThat(options("h2:mem:x?DATABASE_TO_UPPER=FALSE"))
                .isEqualTo(Map.of("DATABASE_TO_UPPER", "FALSE", "LOCK_TIMEOUT", "10000", "TRACE_LEVEL_FILE", "0"));
    }

    private static Map<String, String> options(String dsn) {
        return H2.target(Dsn.parse(dsn)).properties();
    }

    /** Who only asks is not to make one there. */
    @Test
    void knowsTheFileOfADatabase() {
        assertThat(H2.target(Dsn.parse("h2:file:./school")).file()).isEqualTo(Path.of("./school.mv.db"));
        assertThat(H2.target(Dsn.parse("h2:~/school")).file())
                .isEqualTo(Path.of(System.getProperty("user.home"), "school.mv.db"));
        assertThat(H2.target(Dsn.parse("h2:nio:./school")).file()).isEqualTo(Path.of("./school.mv.db"));
        assertThat(H2.target("jdbc:h2:file:async:~/school").file())
                .isEqualTo(Path.of(System.getProperty("user.home"), "school.mv.db"));
        assertThat(H2.target(Dsn.parse("h2:split:20:./school")).file()).isNull();
        assertThat(H2.target(Dsn.parse("h2:mem:school")).file()).isNull();
        assertThat(H2.target("jdbc:h2:./school;MODE=REGULAR").file()).isEqualTo(Path.of("./school.mv.db"));
        assertThat(H2.target("jdbc:h2:./school;MODE=REGULAR").url()).isEqualTo("jdbc:h2:./school;MODE=REGULAR");
    }

    @Test
    void reachesAServerByItsJdbcUrl() {
        JdbcTarget target = H2.target("jdbc:h2:tcp://localhost:9092/./school;IFEXISTS=TRUE");

        assertThat(target.server()).isTrue();
        assertThat(target.description()).isEqualTo("localhost:9092/./school");
        assertThat(target.file()).isNull();
    }

    @Test
    void eachDsnWithoutANameIsADatabaseOfItsOwn() {
        assertThat(H2.target(Dsn.parse("h2:mem:")).url())
                .isNotEqualTo(H2.target(Dsn.parse("h2:mem:")).url());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h2://localhost/school | names a server; write h2:mem:name or h2:file:path",
                "h2:tcp://localhost/school | names a server; write h2:mem:name or h2:file:path",
                "h2:mem:x;INIT=drop | has a semicolon in it",
                "h2:file: | names no file; write h2:file:path, or h2:mem:name.",
                "h2:./school.mv.db | ends in .mv.db, which H2 adds by itself; leave it out."
            })
    void saysWhichPartMakesNoSense(String dsn, String message) {
        assertThatThrownBy(() -> H2.target(Dsn.parse(dsn)))
                .isInstanceOf(DsnException.class)
                .hasMessageContaining(message);
    }

    @Test
    void quotesEveryName() {
        assertThat(H2.quote("pet")).isEqualTo("\"pet\"");
        assertThat(H2.quote("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(H2.nextValue(new Sequence(TableName.of("app", "pet_seq"), 1, 1)))
                .contains("select next value for \"app\".\"pet_seq\"");
    }

    @Test
    void isForVersionsFromTwoFiveOn() {
        assertThat(H2.forVersion(new ServerVersion(2, 6)).version()).isEqualTo(new ServerVersion(2, 6));
        assertThatThrownBy(() -> H2.forVersion(new ServerVersion(2, 3)))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("H2 has no support in Aludel for version 2.3. Use version 2.5 or newer.");
    }
}
