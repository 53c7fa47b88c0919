// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.engine.Engine;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;
import io.aludel.migrate.script.ScriptSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A history of one revision, whose ways are given by the test. */
@Revision(id = "5ce0a2100001")
record OneRevision(Consumer<Operations> way, Consumer<Operations> back) implements Migration {
    @Override
    public void up(Operations op) {
        way.accept(op);
    }

    @Override
    public void down(Operations op) {
        back.accept(op);
    }

    void upgrade(Engine engine) {
        runner(engine).upgrade("head", done -> {});
    }

    void downgrade(Engine engine) {
        runner(engine).downgrade("base", done -> {});
    }

    /** What would be executed, by scripts alone. */
    String text(Engine engine) {
        return new SqlText(engine.dialect(), revisions(), LedgerTables.DEFAULT).up(Set.of(), List.of("5ce0a2100001"));
    }

    private MigrationRunner runner(Engine engine) {
        return new MigrationRunner(engine, revisions(), LedgerTables.DEFAULT, Duration.ofSeconds(5));
    }

    private Revisions revisions() {
        return Revisions.of(ScriptSource.of(this).scripts());
    }
}
