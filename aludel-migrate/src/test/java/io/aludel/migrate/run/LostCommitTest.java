// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.Engine;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The connection ends while a revision is being committed: nobody knows whether it was. */
class LostCommitTest {
    @OnEveryDatabase(POSTGRESQL)
    void isNotSaidToHaveLeftNothing(FreshDatabase database, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Raaaa00000001.java"), """
                import io.aludel.migrate.op.*;
                import io.aludel.migrate.script.*;
                import io.aludel.core.type.SqlType;
                @Revision(id = "aaaa00000001", parent = {})
                public final class Raaaa00000001 implements Migration {
                    public void up(Operations op) {
                        op.createTable("one", t -> t.column("x", SqlType.integer()));
                        op.sql("create function leave() returns trigger language plpgsql as "
                                + "'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'").schemaNeutral();
                        op.sql("create constraint trigger at_commit after insert on one deferrable initially deferred "
                                + "for each row execute function leave()").schemaNeutral();
                        op.sql("insert into one values (1)").schemaNeutral();
                    }
                    public void down(Operations op) {
                        op.dropTable("one");
                    }
                }
                """);
        try (Engine engine = Engine.create(database.dsn())) {
            Migrations migrations = Migrations.of(engine, PetWorld::schema, new ScriptFolder(folder, List.of()));

            assertThatThrownBy(() -> migrations.upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessage("MIG-014: Revision aaaa00000001 (Raaaa00000001.java) could not go up: ENG-006: The"
                            + " connection to " + engine.description()
                            + " was lost. Whether this transaction was committed"
                            + " is unknown: look before you try it again. What was said: FATAL: terminating connection due"
                            + " to administrator command. Revisions before it remain; \"aludel current\" tells whether this"
                            + " one does.");
        }
    }
}
