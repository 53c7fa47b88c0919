// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static io.aludel.core.type.SqlType.integer;
import static io.aludel.migrate.command.TestHistory.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.script.Script;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.util.List;

/** A user of the database who may not do what a revision asks for: the message has the statement by which an administrator lets them. */
class MissingRightTest {
    private static final Script A =
            script("a", "", op -> op.createTable("pet", t -> t.column("id", integer())), op -> op.dropTable("pet"));

    @OnEveryDatabase(TestDatabase.POSTGRESQL)
    void theStatementThatGivesTheRightHelps(FreshDatabase database) {
        String user = "nobody_of_" + database.name();
        try (Engine admin = Engine.create(database.dsn());
                EngineConnection connection = admin.connect()) {
            connection.execute("create role " + user + " login");
            connection.execute("revoke create on schema public from public");
            try (Engine engine = Engine.create(database.dsn().replace("postgres@", user + "@"))) {
                Migrations migrations = Migrations.of(engine, () -> Schema.EMPTY, () -> List.of(A));
                Throwable failure = catchThrowable(() -> migrations.upgrade("head"));
                String statement = "grant usage, create on schema public to " + user;
                assertThat(failure.getMessage())
                        .startsWith("MIG-014: Revision aaaaaaaaaaaa (Raaaaaaaaaaaa.java) could not go up")
                        .contains("permission denied for schema public")
                        .endsWith(" The statement for it: " + statement
                                + ". Nothing of this revision remains; those before it do.");
                connection.execute(statement);
                assertThat(migrations.upgrade("head")).hasSize(1);
            }
            connection.execute("drop owned by " + user);
            connection.execute("drop role " + user);
        }
    }
}
