// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static io.aludel.core.type.SqlType.text;
import static io.aludel.core.type.SqlType.varchar;

import io.aludel.engine.Engine;
import io.aludel.engine.EngineSettings;
import io.aludel.engine.ExecutedStatement;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;
import io.aludel.migrate.script.ScriptSource;
import java.time.Duration;
import java.util.Locale;

/** A program of its own that upgrades a database, and dies by its own hand half-way where it is told to. */
final class Upgrading {
    private Upgrading() {}

    /** Changes the type of a column that a parent has, so that a database which cannot do so in place rebuilds the table. */
    @Revision(id = "dead00000001")
    static final class Widen implements Migration {
        @Override
        public void up(Operations op) {
            op.alterColumn("person", "name", c -> {
                c.from(varchar(40)).notNull();
                c.to(varchar(60)).notNull();
            });
            op.addColumn("toy", "note", text());
            op.sql("insert into tag (code, title) values ('k', 'once')").schemaNeutral();
            op.createIndex("ix_toy_price", "toy", "price");
            op.renameColumn("toy", "price", "cost");
        }

        @Override
        public void down(Operations op) {
            op.irreversible("Not needed.");
        }
    }

    /**
     * Upgrades.
     *
     * @param arguments the DSN, and after how many statements that change something the process is to die; 0 for never
     */
    public static void main(String[] arguments) {
        int last = Integer.parseInt(arguments[1]);
        int[] changes = {0};
        EngineSettings settings = EngineSettings.DEFAULT.withListener((ExecutedStatement statement) -> {
            if (isChange(statement.sql()) && ++changes[0] == last) {
                Runtime.getRuntime().halt(99);
            }
        });
        try (Engine engine = Engine.create(arguments[0], settings)) {
            Revisions revisions = Revisions.of(ScriptSource.of(new Widen()).scripts());
            new MigrationRunner(engine, revisions, LedgerTables.DEFAULT, Duration.ofSeconds(20))
                    .upgrade("head", done -> {});
        }
        System.out.println("changes " + changes[0]);
    }

    private static boolean isChange(String sql) {
        String start = sql.stripLeading().toLowerCase(Locale.ROOT);
        return !start.startsWith("select") && !start.startsWith("pragma foreign_key_check");
    }
}
