// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.diff.DefaultSchema;
import io.aludel.migrate.diff.DiffOptions;
import io.aludel.migrate.diff.Renaming;
import io.aludel.migrate.diff.SchemaDiffer;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.diff.Spelling;
import io.aludel.migrate.diff.Undecided;
import io.aludel.migrate.op.OperationException;
import io.aludel.migrate.run.Replay;
import io.aludel.migrate.run.Revisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One look at what is there, which can be compared with the model more than once, as more is decided.
 *
 * @param place what is compared, for people
 * @param wanted without the name of the database's default schema
 * @param live as it was read
 * @param doubts what cannot be told, whatever is compared
 */
record Comparison(
        SchemaDiffer differ,
        KnownRows rows,
        String place,
        Schema wanted,
        Schema live,
        DiffOptions options,
        List<Undecided> doubts) {
    /** Reads the database; one that is a file and not there is empty. */
    static Comparison of(Engine engine, Wanted model, DiffOptions options) {
        if (!engine.exists()) {
            return of(engine, model.schema(), Schema.EMPTY, options.with(model.formerNames()));
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
            return of(
                    engine,
                    wanted,
                    live,
                    options.ignoring(here.leftOut(options.ignored())).with(here.leftOut(model.formerNames())));
        }
    }

    private static Comparison of(Engine engine, Schema wanted, Schema live, DiffOptions options) {
        return new Comparison(
                new SchemaDiffer(engine.dialect(), engine::scratch),
                new LiveRows(engine),
                engine.description(),
                wanted,
                live,
                options,
                List.of());
    }

    /**
     * Takes the schema that the scripts lead to.
     *
     * @throws MigrationException if they cannot be replayed
     */
    static Comparison offline(Dialect dialect, Revisions revisions, Wanted model, DiffOptions options) {
        Replay replay = new Replay(revisions, dialect);
        List<String> all = revisions.graph().ids();
        List<Undecided> doubts = replay.doubts(all).stream()
                .map(
                        doubt -> new Undecided(
                                "what revision " + doubt.script().title() + " does",
                                "nobody has said what \""
                                        + doubt.statement().operation().describe()
                                        + "\" does to the schema; say it there: schemaNeutral() or does(…), in SQL \"-- schema-neutral\""))
                .toList();
        return new Comparison(
                SchemaDiffer.offline(dialect),
                KnownRows.ANY,
                "a " + dialect.name() + " database that has all revisions",
                model.schema(),
                replayed(replay, all, doubts),
                options.with(model.formerNames()),
                doubts);
    }

    private static Schema replayed(Replay replay, List<String> ids, List<Undecided> doubts) {
        Schema schema = Schema.EMPTY;
        for (String id : ids) {
            try {
                schema = replay.apply(schema, List.of(id));
            } catch (OperationException | SchemaException e) {
                throw new MigrationException(
                        "MIG-084",
                        "The scripts cannot be replayed without a database; revision "
                                + replay.revisions().script(id).title() + ": " + e.getMessage()
                                + (doubts.isEmpty()
                                        ? ""
                                        : " It may be that " + doubts.get(0).reason() + ".")
                                + " Ask the database instead: leave --offline out.",
                        e);
            }
        }
        return schema;
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
        SchemaDifference difference = differ.diff(wanted, live, options.renaming(renamings));
        List<Undecided> undecided = new ArrayList<>(doubts);
        undecided.addAll(difference.undecided());
        return new SchemaDifference(difference.operations(), undecided, difference.proposals());
    }

    List<Spelling> spellings() {
        return differ.spellings(wanted, live, options);
    }
}
