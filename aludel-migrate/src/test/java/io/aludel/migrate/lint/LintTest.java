// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.op.Term;
import io.aludel.migrate.script.Allow;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;
import io.aludel.migrate.script.ScriptSource;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said of revisions that are to be applied to a live database. */
class LintTest {
    /** A table for the later revisions, with rows. */
    @Revision(id = "111111111111")
    static final class First implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("thing", t -> {
                t.column("id", integer()).notNull();
                t.column("word", text());
                t.primaryKey("pk_thing", "id");
            });
            op.createTable("small", t -> t.column("id", integer()));
        }

        @Override
        public void down(Operations op) {
            op.dropTable("small");
            op.dropTable("thing");
        }
    }

    /** Costs as many rows as there are, on every database; and drops something. */
    @Revision(id = "222222222222", parent = "111111111111")
    @Allow(code = "LINT-001", reason = "Nobody has ever used it.")
    @Allow(code = "LINT-019", reason = "For other databases.")
    static final class Second implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("thing", "twice", integer())
                    .computedStored(Term.column("id").plus(1));
            op.dropTable("small");
        }

        @Override
        public void down(Operations op) {
            op.irreversible("not needed");
        }
    }

    @Revision(id = "222222222222", parent = "111111111111")
    @Allow(code = "LINT-999", reason = "?")
    static final class UnknownCode implements Migration {
        @Override
        public void up(Operations op) {}

        @Override
        public void down(Operations op) {}
    }

    @Revision(id = "222222222222", parent = "111111111111")
    @Allow(code = "LINT-001", reason = " ")
    static final class NoReason implements Migration {
        @Override
        public void up(Operations op) {}

        @Override
        public void down(Operations op) {}
    }

    private static Migrations migrations(Engine engine, Migration... scripts) {
        return Migrations.of(engine, () -> Schema.EMPTY, ScriptSource.of(scripts));
    }

    private static List<String> lines(LintReport report) {
        return report.findings().stream()
                .map(finding -> finding.code().text() + " " + finding.place() + " " + finding.what())
                .toList();
    }

    @OnEveryDatabase
    void aTableIsBigByTheRowsThatItHas(FreshDatabase database) throws Exception {
        try (Engine engine = Engine.create(database.dsn())) {
            migrations(engine, new First()).upgrade("head");
            Migrations migrations = migrations(engine, new First(), new Second());
            for (int i = 0; i < 30; i++) {
                database.execute("insert into thing (id) values (" + i + ")");
            }
            if (database.database() == TestDatabase.POSTGRESQL) {
                database.execute("analyze thing");
            } else if (database.database() == TestDatabase.MARIADB) {
                database.execute("analyze table thing");
            }

            LintReport big = migrations.lint("heads", 30);
            LintReport small = migrations.lint("heads", 31);

            assertThat(big.revisions()).containsExactly("222222222222");
            assertThat(big.findings().get(0).code()).isIn(Code.NEW_COLUMN_BLOCKS, Code.TABLE_REBUILT);
            assertThat(big.findings().get(0).what()).containsAnyOf("(about 30 rows)", "(30 rows or more)");
            assertThat(big.has(Severity.DANGER)).isTrue();
            assertThat(lines(small))
                    .containsExactly(
                            "LINT-026 Second.java It allows LINT-019, but there is nothing of that kind here.");
            assertThat(small.has(Severity.WARNING)).isFalse();
            assertThat(small.allowed())
                    .extracting(allowed -> allowed.finding().code() + ": " + allowed.reason())
                    .containsExactly("TABLE_DROPPED: Nobody has ever used it.");
            assertThat(migrations.check()).as("nothing was executed").isNotNull();
            assertThat(migrations(engine, new First()).lint("heads", 0).revisions())
                    .isEmpty();
        }
    }

    @Test
    void withoutADatabaseWhatIsThereIsTakenToBeBigAndTheRestIsNew() {
        try (FreshDatabase database = TestDatabase.SQLITE.fresh();
                Engine engine = Engine.create(database.dsn())) {
            Migrations migrations = migrations(engine, new First(), new Second());

            assertThat(lines(migrations.lint(engine.dialect(), "111111111111", "heads")))
                    .first()
                    .asString()
                    .contains("\"thing\" (an unknown number of rows, taken for many)");
            assertThat(migrations.lint(engine.dialect(), "base", "heads").has(Severity.WARNING))
                    .isFalse();
        }
    }

    @Test
    void anAllowanceNamesACodeAndAReason() {
        try (FreshDatabase database = TestDatabase.SQLITE.fresh();
                Engine engine = Engine.create(database.dsn())) {
            assertThatThrownBy(() ->
                            migrations(engine, new First(), new UnknownCode()).lint(engine.dialect(), "base", "heads"))
                    .hasMessage(
                            "MIG-070: Script 222222222222 (UnknownCode.java) allows \"LINT-999\", which there is not;"
                                    + " there are LINT-001 to LINT-027.");
            assertThatThrownBy(() ->
                            migrations(engine, new First(), new NoReason()).lint(engine.dialect(), "base", "heads"))
                    .hasMessage("MIG-071: Script 222222222222 (NoReason.java) allows LINT-001 without a reason;"
                            + " say in reason = \"…\" why it does no harm.");
        }
    }

    @Test
    void everyCodeHasItsHeadingOnThePage() throws IOException {
        List<String> headings = Pattern.compile("(?m)^## (LINT-\\d+)$")
                .matcher(Files.readString(Path.of("../docs/lint.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(headings)
                .containsExactlyElementsOf(
                        Stream.of(Code.values()).map(Code::text).toList());
    }
}
