// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.diff.DefaultSchema;
import io.aludel.migrate.diff.DiffOptions;
import io.aludel.migrate.diff.Renaming;
import io.aludel.migrate.diff.SchemaDiffer;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.diff.Spelling;
import java.util.List;
import java.util.Set;

/**
 * One look at the database, which can be compared with the model more than once, as more is decided.
 *
 * @param wanted without the name of the database's default schema
 * @param live as it was read
 */
record Comparison(Engine engine, Schema wanted, Schema live, DiffOptions options) {
    /** Reads the database; one that is a file and not there is empty. */
    static Comparison of(Engine engine, Wanted model, DiffOptions options) {
        if (!engine.exists()) {
            return new Comparison(engine, model.schema(), Schema.EMPTY, options.with(model.formerNames()));
        }
        try (EngineConnection connection = engine.connect()) {
            connection.begin(TransactionMode.READ_ONLY);
            Introspector introspector = connection.dialect().introspector();
            DefaultSchema here = new DefaultSchema(introspector.defaultSchema(connection.catalog()));
            Schema wanted = here.leftOut(model.schema());
            List<String> asked = options.tables().schemas().isEmpty()
                    ? wanted.schemaNames()
                    : options.tables().schemas();
            Schema live = introspector.read(connection.catalog(), scope(asked, connection.dialect()));
            return new Comparison(
                    engine,
                    wanted,
                    live,
                    options.ignoring(here.leftOut(options.ignored())).with(here.leftOut(model.formerNames())));
        }
    }

    /** The kinds of which something may be missing or too much. */
    private static Scope scope(List<String> schemas, Dialect dialect) {
        Scope scope = Scope.of(Set.copyOf(schemas));
        if (!schemas.isEmpty()) {
            scope = scope.and(ObjectKind.SCHEMA);
        }
        return dialect.capabilities().has(Feature.ENUM_TYPES) ? scope.and(ObjectKind.ENUM_TYPE) : scope;
    }

    /** What differs if this was renamed, beside what the options say. */
    SchemaDifference difference(List<Renaming> renamings) {
        return new SchemaDiffer(engine.dialect(), engine::scratch).diff(wanted, live, options.renaming(renamings));
    }

    List<Spelling> spellings() {
        return new SchemaDiffer(engine.dialect(), engine::scratch).spellings(wanted, live, options);
    }
}
