// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.schema.Index;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.engine.Engine;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.CreateIndex;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.DropTable;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.script.ScriptFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program does to a difference before it becomes a script. */
class RewriterTest {
    @TempDir
    private Path folder;

    private Migrations migrations(Engine engine, Schema model) {
        return Migrations.of(engine, () -> model, new ScriptFolder(folder.resolve("scripts"), List.of()));
    }

    private NewRevision write(Migrations migrations) {
        return migrations.autogenerate("next", new ScriptPlace(folder.resolve("scripts"), "", ""));
    }

    private Engine engine() {
        return Engine.create("sqlite:" + folder.resolve("pets.db"));
    }

    /** As a user would write it: an index for each foreign key whose columns no index begins with. */
    private static List<Operation> indexed(List<Operation> operations) {
        List<Operation> all = new ArrayList<>(operations);
        for (Operation operation : operations) {
            if (operation instanceof CreateTable create) {
                Table table = create.table();
                table.foreignKeys().stream()
                        .filter(key -> table.indexes().isEmpty())
                        .forEach(key -> all.add(new CreateIndex(
                                table.name(),
                                Index.of(
                                        "ix_" + table.name().name() + "_fk",
                                        key.columns().toArray(String[]::new)))));
            } else if (operation instanceof AddForeignKey add) {
                all.add(new CreateIndex(
                        add.table(),
                        Index.of("ix_" + add.key().name(), add.key().columns().get(0))));
            }
        }
        return all;
    }

    @Test
    void addsAnIndexForEachForeignKey() {
        try (Engine engine = engine()) {
            Migrations migrations =
                    migrations(engine, PetWorld.schema()).withRewriter((operations, dialect) -> indexed(operations));
            assertThat(migrations.check().operations()).hasSize(4);

            NewRevision revision = write(migrations);

            assertThat(revision.difference().operations())
                    .extracting(Operation::describe)
                    .hasSize(5)
                    .contains("create index \"ix_toy_fk\" on table \"toy\"");
            migrations.upgrade("head");
            assertThat(migrations.check().operations())
                    .extracting(Operation::describe)
                    .containsExactly("drop index \"ix_toy_fk\" of table \"toy\"");
        }
    }

    @Test
    void oneComesAfterTheOtherAndBothBeforeWhatMayLoseRowsIsLookedFor() {
        try (Engine engine = engine()) {
            write(migrations(engine, PetWorld.schema()));
            Migrations migrations = migrations(engine, Schema.of(PetWorld.person()));
            migrations.upgrade("head");
            List<Integer> seen = new ArrayList<>();

            assertThatThrownBy(() -> write(migrations)).isInstanceOf(DestructiveChangesException.class);
            NewRevision nothing = write(migrations
                    .withRewriter((operations, dialect) -> {
                        seen.add(operations.size());
                        assertThat(dialect.name()).isEqualTo("sqlite");
                        return operations.stream()
                                .filter(operation -> !(operation instanceof DropTable))
                                .toList();
                    })
                    .withRewriter((operations, dialect) -> {
                        seen.add(operations.size());
                        return operations;
                    }));

            assertThat(seen).containsExactly(3, 0);
            assertThat(nothing.file()).isEmpty();
        }
    }
}
