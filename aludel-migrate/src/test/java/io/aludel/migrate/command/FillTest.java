// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.diff.RenameProposal;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column that refuses NULL comes to a table with rows only if somebody says what these get. */
@OnEveryDatabase
class FillTest {
    private final FreshDatabase database;
    private final Engine engine;
    private final ScriptedDatabase scripted;

    FillTest(FreshDatabase database, @TempDir Path folder) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
        this.scripted = new ScriptedDatabase(engine, folder);
        scripted.wants(Schema.of(PetWorld.tag())).changes();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** A note of each kind that refuses NULL, and a title that refuses it now. */
    private static Schema stricter() {
        List<Column> columns = new ArrayList<>(PetWorld.tag().columns());
        columns.set(1, Column.notNull("title", SqlType.text()));
        columns.add(Column.notNull("note", SqlType.varchar(20)));
        columns.add(Column.notNull("weight", SqlType.integer()));
        columns.add(Column.notNull("made_on", SqlType.date()));
        Table tag =
                Table.of(PetWorld.TAG, columns).withPrimaryKey(PetWorld.tag().primaryKey());
        return Schema.of(tag);
    }

    @Test
    void withoutAValueNothingIsWrittenAndTheFlagIsNamed() throws Exception {
        database.execute("insert into tag (code) values ('a')");
        scripted.wants(stricter());

        assertThatThrownBy(() -> scripted.writes(
                        AutogenerateOptions.USUAL.allowingDestructive().filling("tag.weight=1")))
                .hasMessage(
                        "MIG-052: Rows of " + engine.description()
                                + " would have NULL in a column that refuses it, so no script was written:"
                                + "\n  add column \"note\" to table \"tag\": --fill tag.note=VALUE"
                                + "\n  add column \"made_on\" to table \"tag\": --fill tag.made_on=VALUE"
                                + "\n  alter column \"title\" of table \"tag\": --fill tag.title=VALUE"
                                + "\nSay what they get, by that flag or by filling(…) in a program; or give the column a default.");
        assertThat(scripted.scripts()).isZero();
    }

    @Test
    void whatWasGivenOrAnsweredIsWrittenAndFilledIn() throws SQLException, IOException {
        database.execute("insert into tag (code) values ('a')", "insert into tag (code, title) values ('b', 'B')");
        Questions asked = new Questions() {
            @Override
            public Optional<Boolean> isRenamed(RenameProposal proposal) {
                return Optional.empty();
            }

            @Override
            public Optional<String> fill(TableName table, Column column) {
                return Optional.of(table + "'s " + column.name());
            }
        };

        scripted.wants(stricter())
                .becomes(AutogenerateOptions.USUAL
                        .allowingDestructive()
                        .filling("tag.weight=7")
                        .filling("tag.made_on=2026-01-31")
                        .asking(asked));

        assertThat(database.rows("select code, title, note, weight from tag order by code")
                        .toString())
                .isEqualTo("[[a, tag's title, tag's note, 7], [b, B, tag's note, 7]]");
        assertThat(database.rows("select count(*) from tag where made_on = '2026-01-31'")
                        .get(0)
                        .get(0)
                        .toString())
                .isEqualTo("2");
    }

    @Test
    void whereThereAreNoRowsNobodyIsAsked() throws SQLException {
        scripted.wants(stricter()).becomes(AutogenerateOptions.USUAL.allowingDestructive());

        Table again = stricter().tables().get(0).withColumn(Column.nullable("note", SqlType.varchar(20)));
        scripted.wants(Schema.of(again)).changes();
        database.execute(
                "insert into tag (code, title, note, weight, made_on) values ('a', 'A', 'n', 1, '2026-01-31')");
        assertThat(scripted.wants(stricter()).becomes(AutogenerateOptions.USUAL.allowingDestructive()))
                .as("no row has NULL there")
                .containsExactly("alter column \"note\" of table \"tag\"");
    }

    @Test
    void aValueThatFitsNothingIsRefused() {
        scripted.wants(stricter());
        AutogenerateOptions options = AutogenerateOptions.USUAL.allowingDestructive();

        assertThatThrownBy(() -> scripted.writes(options.filling("tag.code=x")))
                .hasMessage(
                        "MIG-054: Nothing is filled by tag.code: no column of that name is added, or made to refuse NULL."
                                + " Leave it out.");
        assertThatThrownBy(() -> scripted.writes(options.filling("tag.weight=heavy")))
                .hasMessageStartingWith("MIG-054: \"heavy\" is no value of column tag.weight, which is integer: ");
        for (String text : List.of("tag.weight", "weight=1", "=1", "a.b.c.d=1")) {
            assertThatThrownBy(() -> options.filling(text))
                    .hasMessageStartingWith("MIG-054: \"" + text + "\" says of no column what its rows get. ");
        }
    }
}
