// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.ThrowawayDatabase;
import io.aludel.mapping.FormerNames;
import io.aludel.mapping.Model;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.diff.DiffOptions;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.graph.RevisionNode;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.run.AppliedRevision;
import io.aludel.migrate.run.HistoryEntry;
import io.aludel.migrate.run.Ledger;
import io.aludel.migrate.run.LedgerTables;
import io.aludel.migrate.run.MigrationRunner;
import io.aludel.migrate.run.Repair;
import io.aludel.migrate.run.Revisions;
import io.aludel.migrate.run.SqlText;
import io.aludel.migrate.run.Step;
import io.aludel.migrate.script.NewScript;
import io.aludel.migrate.script.ScriptSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The migrations of one database by one model: every command as a method. Scripts are read anew by each call. A database that is a file and
 * not there is as good as an empty one; only {@link #upgrade} makes it.
 *
 * <pre>
 * Migrations migrations = Migrations.ofModels(engine, () -> List.of(model), new ScriptFolder(folder, List.of()));
 * migrations.upgrade("head");
 * </pre>
 */
public final class Migrations {
    private static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofSeconds(60);

    private final Engine engine;
    private final Supplier<Wanted> model;
    private final ScriptSource scripts;
    private final LedgerTables ledger;
    private final Duration lockTimeout;
    private final DiffOptions options;

    private Migrations(
            Engine engine,
            Supplier<Wanted> model,
            ScriptSource scripts,
            LedgerTables ledger,
            Duration lockTimeout,
            DiffOptions options) {
        this.engine = engine;
        this.model = model;
        this.scripts = scripts;
        this.ledger = ledger;
        this.lockTimeout = lockTimeout;
        this.options = options;
    }

    /**
     * The migrations of a database.
     *
     * @param model asked only by what compares: {@link #check} and {@link #autogenerate}
     */
    public static Migrations of(Engine engine, Supplier<Schema> model, ScriptSource scripts) {
        return of(engine, scripts, () -> new Wanted(model.get(), FormerNames.NONE));
    }

    /**
     * The migrations of a database whose tables are those of several models, or of one; here the model may also say what was renamed.
     *
     * @param models asked only by what compares. Two of them that have the same table are an error then
     */
    public static Migrations ofModels(Engine engine, Supplier<List<Model>> models, ScriptSource scripts) {
        return of(
                engine,
                scripts,
                () -> Wanted.of(models.get(), engine.dialect().capabilities()));
    }

    private static Migrations of(Engine engine, ScriptSource scripts, Supplier<Wanted> model) {
        return new Migrations(
                engine, model, scripts, LedgerTables.DEFAULT, DEFAULT_LOCK_TIMEOUT, DiffOptions.USUAL);
    }

    /** The same, waiting for another migration for that long. */
    public Migrations withLockTimeout(Duration timeout) {
        return new Migrations(engine, model, scripts, ledger, timeout, options);
    }

    /** The same with the ledger in these tables. Its database must always be spoken to so. */
    public Migrations withLedger(LedgerTables tables) {
        return new Migrations(engine, model, scripts, tables, lockTimeout, options);
    }

    /** The same, comparing so. Our own tables are ignored in any case. */
    public Migrations comparing(DiffOptions options) {
        return new Migrations(engine, model, scripts, ledger, lockTimeout, options);
    }

    /** As {@link #upgrade(String, Consumer)}, telling nobody. */
    public List<AppliedRevision> upgrade(String target) {
        return upgrade(target, revision -> {});
    }

    /**
     * Applies what is missing up to {@code head}, by a number of steps ({@code +1}), or up to a revision.
     *
     * @param progress told of each revision when it is committed
     * @return what was applied, in order
     */
    public List<AppliedRevision> upgrade(String target, Consumer<AppliedRevision> progress) {
        return new MigrationRunner(engine, revisions(), ledger, lockTimeout).upgrade(target, progress);
    }

    /** As {@link #downgrade(String, Consumer)}, telling nobody. */
    public List<AppliedRevision> downgrade(String target) {
        return downgrade(target, revision -> {});
    }

    /**
     * Undoes all ({@code base}), a number of steps ({@code -1}), or what stands on a revision.
     *
     * @param progress told of each revision when it is committed
     * @return what was undone, in order
     */
    public List<AppliedRevision> downgrade(String target, Consumer<AppliedRevision> progress) {
        if (!engine.exists()) {
            revisions().graph().pathDown(Set.of(), target); // it may not make sense, there as little as anywhere
            return List.of();
        }
        return new MigrationRunner(engine, revisions(), ledger, lockTimeout).downgrade(target, progress);
    }

    /**
     * Takes every revision up, down and up again, in a throwaway database on the same server, or in memory, and compares the schemas. The database
     * itself is only asked for its settings.
     */
    public Verification verify() {
        Revisions revisions = revisions();
        try (ThrowawayDatabase place = engine.throwaway()) {
            return new Verifier(place.engine(), revisions).verify();
        }
    }

    /** The same in a database that the caller gives, which must be empty. */
    public Verification verify(Engine place) {
        return new Verifier(place, revisions()).verify();
    }

    /** The statements of the revision that was begun in this database and is not done, in order; none if there is no such revision. */
    public List<Step> unfinished() {
        if (!engine.exists()) {
            return List.of();
        }
        try (EngineConnection connection = engine.connect()) {
            return new Ledger(connection, ledger).steps();
        }
    }

    /** As {@link Repair#repair}. */
    public List<Step> repair(Repair.Verdict verdict) {
        return new Repair(engine, ledger, lockTimeout).repair(verdict);
    }

    /** As {@link Repair#acceptEdited}. */
    public List<String> acceptEdited() {
        return new Repair(engine, ledger, lockTimeout).acceptEdited(revisions());
    }

    /** Where the database stands. */
    public CurrentState current() {
        Revisions revisions = revisions();
        List<HistoryEntry> applied = verified(revisions);
        List<String> heads = revisions.graph().headsOf(ids(applied));
        return new CurrentState(
                engine.description(),
                applied.stream()
                        .filter(entry -> heads.contains(entry.revision()))
                        .toList(),
                revisions.graph().ids().stream()
                        .filter(id -> !ids(applied).contains(id))
                        .toList());
    }

    /** Every revision, parents first. */
    public List<RevisionState> history() {
        Revisions revisions = revisions();
        List<HistoryEntry> applied = verified(revisions);
        List<String> heads = revisions.graph().heads();
        return revisions.inOrder().stream()
                .map(script -> new RevisionState(
                        script.id(),
                        script.node().parents(),
                        script.message(),
                        script.fileName(),
                        heads.contains(script.id()),
                        applied.stream()
                                .filter(entry -> entry.revision().equals(script.id()))
                                .findFirst()))
                .toList();
    }

    /** What lies between the model and the database, our own tables left out. Nothing is changed. */
    public SchemaDifference check() {
        return comparison().difference(List.of());
    }

    private Comparison comparison() {
        Set<TableName> ignored = new HashSet<>(ledger.names());
        ignored.addAll(options.ignored());
        return Comparison.of(engine, model.get(), options.ignoring(ignored));
    }

    /** As {@link #autogenerate(String, ScriptPlace, AutogenerateOptions)}, where nobody has decided anything. */
    public NewRevision autogenerate(String message, ScriptPlace place) {
        return autogenerate(message, place, AutogenerateOptions.USUAL);
    }

    /**
     * Writes the difference between model and database as a new revision; where there is none, nothing.
     *
     * @throws NotAtHeadException if there are revisions to be applied first
     * @throws DestructiveChangesException if rows or values may be lost, and the options do not allow that; nothing is written then
     * @throws MigrationException if rows would get NULL where it is refused, and nobody says what they get; nothing is written then either
     */
    public NewRevision autogenerate(String message, ScriptPlace place, AutogenerateOptions options) {
        Revisions revisions = revisions();
        List<HistoryEntry> applied = verified(revisions);
        List<String> pending = revisions.graph().pathUp(ids(applied), "head");
        if (!pending.isEmpty()) {
            throw new NotAtHeadException(engine.description(), pending);
        }
        Comparison comparison = comparison();
        SchemaDifference difference = new Decisions(comparison, options).difference();
        if (!options.allowDestructive() && difference.operations().stream().anyMatch(Operation::isDestructive)) {
            throw new DestructiveChangesException(engine.description(), difference, engine.dialect());
        }
        difference = Fills.in(difference, comparison, options);
        if (difference.operations().isEmpty()) {
            return new NewRevision(Optional.empty(), difference);
        }
        return new NewRevision(Optional.of(write(revisions, message, difference, place)), difference);
    }

    /** Writes a new revision that its author fills in. No database is asked. */
    public NewRevision emptyRevision(String message, ScriptPlace place) {
        SchemaDifference nothing = new SchemaDifference(List.of(), List.of());
        return new NewRevision(Optional.of(write(revisions(), message, nothing, place)), nothing);
    }

    /** The SQL of what {@link #upgrade} to that target would do to this database, as text. */
    public String sql(String target) {
        if (!engine.exists()) {
            return sql(engine.dialect(), "base", target);
        }
        Revisions revisions = revisions();
        try (EngineConnection connection = engine.connect()) {
            Set<String> applied = ids(verified(revisions, connection));
            return new SqlText(connection.dialect(), revisions, ledger)
                    .up(connection, applied, revisions.graph().pathUp(applied, target));
        }
    }

    /**
     * The SQL that leads from one revision to another, as text; no database is asked.
     *
     * @param from {@code base}, or the revision that the database is taken to be at
     * @param target {@code head}, {@code +2}, or an id
     */
    public String sql(Dialect dialect, String from, String target) {
        Revisions revisions = revisions();
        Set<String> applied = from.equals("base")
                ? Set.of()
                : Set.copyOf(revisions.graph().upTo(revisions.graph().resolve(from)));
        return new SqlText(dialect, revisions, ledger)
                .up(applied, revisions.graph().pathUp(applied, target));
    }

    private Revisions revisions() {
        return Revisions.of(scripts.scripts());
    }

    private List<HistoryEntry> verified(Revisions revisions) {
        if (!engine.exists()) {
            return List.of();
        }
        try (EngineConnection connection = engine.connect()) {
            return verified(revisions, connection);
        }
    }

    private List<HistoryEntry> verified(Revisions revisions, EngineConnection connection) {
        List<HistoryEntry> applied = new Ledger(connection, ledger).entries();
        revisions.verify(engine.description(), applied);
        return applied;
    }

    private static Path write(Revisions revisions, String message, SchemaDifference difference, ScriptPlace place) {
        List<String> parents = revisions.graph().head().stream().toList();
        NewScript script = new NewScript(RevisionNode.newId(), parents, message, difference.operations());
        Path file = place.folder().resolve(script.fileName());
        String text = place.writer().write(script);
        try {
            Files.createDirectories(place.folder());
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new MigrationException("MIG-018", "Cannot write " + file + ": " + e.getMessage() + ".", e);
        }
        return file;
    }

    private static Set<String> ids(List<HistoryEntry> applied) {
        Set<String> ids = new HashSet<>();
        applied.forEach(entry -> ids.add(entry.revision()));
        return ids;
    }
}
