// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static io.aludel.migrate.PetWorld.PERSON;
import static io.aludel.migrate.PetWorld.TOY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.schema.Column;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.op.Operation;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What loses rows or values is written only where somebody allows it. */
@OnEveryDatabase
class DestructiveGateTest {
    private final Engine engine;
    private final ScriptedDatabase scripted;

    DestructiveGateTest(FreshDatabase database, @TempDir Path folder) {
        this.engine = Engine.create(database.dsn());
        this.scripted = new ScriptedDatabase(engine, folder);
        scripted.wants(PetWorld.schema()).changes();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** No toys, no e-mail addresses, shorter names, prices of fewer digits; and a column more. */
    private static Schema poorer() {
        Table person = Table.of(
                        PERSON,
                        List.of(
                                Column.identity("id", SqlType.bigint()),
                                Column.notNull("name", SqlType.varchar(30)),
                                Column.nullable("born", SqlType.date())))
                .withPrimaryKey(new PrimaryKey("pk_person", List.of("id")));
        Table tag = PetWorld.tag().withColumn(Column.notNull("title", SqlType.text()));
        return Schema.of(person, PetWorld.pet(), tag);
    }

    @Test
    void nothingIsWrittenAndAllThatWouldBeLostIsSaid() throws IOException {
        Schema before = Databases.live(engine);

        assertThatThrownBy(() -> scripted.wants(poorer()).writes(AutogenerateOptions.USUAL))
                .isInstanceOfSatisfying(
                        DestructiveChangesException.class,
                        e -> assertThat(e.destructive())
                                .extracting(Operation::describe)
                                .containsExactlyInAnyOrder(
                                        "alter column \"name\" of table \"person\"",
                                        "drop column \"email\" of table \"person\"",
                                        "alter column \"title\" of table \"tag\"",
                                        "drop table \"toy\""))
                .hasMessageStartingWith("MIG-050: To bring " + engine.description()
                        + " to the model, rows or values may be lost, so no script was written:\n")
                .hasMessageContaining(
                        "\n      may lose values of column \"name\" of table \"person\": varchar(30) does not hold every varchar(40)\n")
                .hasMessageContaining("\n      loses the values of column \"email\" of table \"person\"\n")
                .hasMessageContaining(
                        "\n      takes NULL away from column \"title\" of table \"tag\", and stops where a row has it\n")
                .hasMessageContaining("\n      loses the rows of table \"toy\"\n")
                .hasMessageEndingWith(
                        "\nIf it is to be lost, allow it: --allow-destructive, or allowingDestructive() in a program.");
        assertThat(scripted.scripts()).isZero();
        assertThat(Databases.live(engine)).isEqualTo(before);
    }

    @Test
    void whatIsAllowedIsMarkedInTheScriptAndDone() throws IOException {
        NewRevision revision = scripted.wants(poorer()).writes(AutogenerateOptions.USUAL.allowingDestructive());

        assertThat(ScriptedDatabase.text(revision))
                .contains("        // loses the values of column \"email\" of table \"person\"\n"
                        + "        op.dropColumn(\"person\", \"email\");\n")
                .contains("        // loses the rows of table \"toy\"\n        op.dropTable(\"toy\");\n")
                .contains("        // may lose values of column \"name\" of table \"person\":")
                .contains(
                        "        // takes NULL away from column \"title\" of table \"tag\", and stops where a row has it\n");
        scripted.migrations().upgrade("head");
        assertThat(Databases.live(engine).table(TOY)).isEmpty();
        assertThat(scripted.migrations().check().isEmpty()).isTrue();

        scripted.wants(PetWorld.schema()).migrations().downgrade("-1");
        assertThat(scripted.migrations().check().isEmpty()).isTrue();
    }

    @Test
    void whatLosesNothingNeedsNoWord() {
        Table person = PetWorld.person()
                .withColumn(Column.nullable("name", SqlType.varchar(50)))
                .withColumn(Column.nullable("born", SqlType.date()));

        assertThat(scripted.wants(PetWorld.schema().with(person)).becomes(AutogenerateOptions.USUAL))
                .hasSize(2);
    }
}
