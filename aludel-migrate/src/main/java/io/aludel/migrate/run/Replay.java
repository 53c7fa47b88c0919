// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.schema.Schema;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.script.Script;
import java.util.List;

/**
 * The schema at any revision, by the scripts alone. Of raw SQL only what is declared counts; {@link #doubts} says where more may have been done.
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

    /** The statements of these revisions of which nobody has said what they do to the schema, in order: from the first on, replay may be wrong. */
    public List<Doubt> doubts(List<String> ids) {
        return ids.stream()
                .flatMap(id -> revisions.script(id).up().stream()
                        .filter(recorded -> recorded.operation().isFor(dialect))
                        .filter(recorded -> LiveTables.isUndeclared(recorded.operation()))
                        .map(recorded -> new Doubt(revisions.script(id), recorded)))
                .toList();
    }

    /** A statement of the user's whose effect on the schema is not declared. */
    public record Doubt(Script script, Recorded statement) {}
}
