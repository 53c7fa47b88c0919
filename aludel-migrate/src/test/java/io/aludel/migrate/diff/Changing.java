// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Feature;
import io.aludel.core.schema.Schema;
import io.aludel.engine.DdlRunner;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.Databases;
import io.aludel.migrate.op.Operation;
import java.util.List;

/** Brings a live database to one model after the other. */
record Changing(Engine engine) {
    /** What differs, for people; afterwards it is executed, and then nothing differs any more. */
    List<String> to(Schema model) {
        SchemaDifference difference = Databases.difference(engine, model);
        assertThat(difference.undecided()).isEmpty();
        try (EngineConnection connection = engine.connect()) {
            for (Operation operation : difference.operations()) {
                new DdlRunner(connection).run(operation.render(connection.dialect(), live()));
            }
        }
        assertThat(Databases.difference(engine, model)).isEqualTo(new SchemaDifference(List.of(), List.of()));
        return difference.operations().stream().map(Operation::describe).toList();
    }

    private Schema live() {
        return has(Feature.ENUM_TYPES) ? Databases.everything(engine) : Databases.live(engine);
    }

    boolean has(Feature feature) {
        return engine.dialect().capabilities().has(feature);
    }
}
