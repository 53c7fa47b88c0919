// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.schema.Schema;
import io.aludel.migrate.op.Recorded;
import java.util.List;

/**
 * The schema at any revision, by the scripts alone. Raw SQL counts for nothing here: what it does to the schema, nobody knows.
 *
 * @param dialect of the database whose schema it is: what is not for it is left out
 */
public record Replay(Revisions revisions, Dialect dialect) {
    /** The schema as it is when this revision and all it stands on are applied. */
    public Schema schemaAt(String id) {
        return apply(Schema.EMPTY, revisions.graph().upTo(id));
    }

    /** The schema after these revisions, given parents first. */
    public Schema apply(Schema before, List<String> ids) {
        Schema schema = before;
        for (String id : ids) {
            for (Recorded recorded : revisions.script(id).up()) {
                if (recorded.operation().isFor(dialect)) {
                    schema = recorded.operation().applyTo(schema);
                }
            }
        }
        return schema;
    }
}
