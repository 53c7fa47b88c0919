// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.TransactionMode;
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
import io.aludel.migrate.diff.Spelling;
import io.aludel.migrate.graph.RevisionGraph;
import io.aludel.migrate.graph.RevisionNode;
import io.aludel.migrate.interop.BaselineOptions;
import io.aludel.migrate.interop.ExportOptions;
import io.aludel.migrate.lint.LintReport;
import io.aludel.migrate.lint.Linter;
import io.aludel.migrate.lint.SafeForm;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.run.AppliedRevision;
import io.aludel.migrate.run.HistoryEntry;
import io.aludel.migrate.run.Ledger;
import io.aludel.migrate.run.LedgerTables;
import io.aludel.migrate.run.LiveTables;
import io.aludel.migrate.run.MigrationRunner;
import io.aludel.migrate.run.Repair;
import io.aludel.migrate.run.Repeated;
import io.aludel.migrate.run.ReplacedRevisionException;
import io.aludel.migrate.run.Replay;
import io.aludel.migrate.run.RevisionSql;
import io.aludel.migrate.run.Revisions;
import io.aludel.migrate.run.SqlText;
import io.aludel.migrate.run.Stamping;
import io.aludel.migrate.run.Stamping.Stamped;
import io.aludel.migrate.run.Standing;
import io.aludel.migrate.run.Step;
import io.aludel.migrate.script.MigrationListener;
import io.aludel.migrate.script.NewScript;
import io.aludel.migrate.script.Script;
import io.aludel.migrate.script.ScriptSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The migrations of one database by one model: every command as a method. Scripts are read anew by each call. A database that is a file and
 * not there is as good as an empty one; only {@link #upgrade} and {@link #stamp} make it.
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
    private final Duration patience;
    private final DiffOptions options;
    private final Hooks hooks;

    private Migrations(
            Engine engine,
            Supplier<Wanted> model,
            ScriptSource scripts,
            LedgerTables ledger,
            Duration lockTimeout,
            Duration patience,
            DiffOptions options,
            Hooks hooks) {
        this.engine = engine;
        this.model = model;
        this.scripts = scripts;
        this.ledger = ledger;
        this.lockTimeout = lockTimeout;
        this.patience = patience;
        this.options = options;
        this.hooks = hooks;
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
                engine, scripts, () -> Wanted.of(models.get(), engine.dialect().capabilities()));
    }

    private static Migrations of(Engine engine, ScriptSource scripts, Supplier<Wanted> model) {
        return new Migrations(
                engine,
                model,
                scripts,
                LedgerTables.DEFAULT,
                DEFAULT_LOCK_TIMEOUT,
                MigrationRunner.USUAL_PATIENCE,
                DiffOptions.USUAL,
                Hooks.NONE);
    }

    /** The same, waiting for another migration for that long. */
    public Migrations withLockTimeout(Duration timeout) {
        return new Migrations(engine, model, scripts, ledger, timeout, patience, options, hooks);
    }

    /**
     * The same, where a statement on a server waits so long for others who use its table; zero for as long as it takes. It is 10 s unless somebody says
     * otherwise, as nobody else gets at the table meanwhile.
     */
    public Migrations withPatience(Duration longest) {
        return new Migrations(engine, model, scripts, ledger, lockTimeout, longest, options, hooks);
    }

    /** The same with the ledger in these tables. Its database must always be spoken to so. */
    public Migrations withLedger(LedgerTables tables) {
        return new Migrations(engine, model, scripts, tables, lockTimeout, patience, options, hooks);
    }

    /** The same, comparing so. Our own tables are ignored in any case. */
    public Migrations comparing(DiffOptions options) {
        return new Migrations(engine, model, scripts, ledger, lockTimeout, patience, options, hooks);
    }

    /**
     * The same, where {@link #check} and {@link #autogenerate} ask no database: the model is compared with the schema that the scripts lead to. What is
     * not equal as data differs then, as nobody can be asked whether two spellings mean the same; and where SQL may have changed the schema without
     * saying so, the difference says that this cannot be told. Of rows it is assumed that there may be some.
     */
    public Migrations offline() {
        return with(hooks.asOffline());
    }

    /** The same, where {@link #autogenerate} lets that rewriter change what it found, after those that were given before. */
    public Migrations withRewriter(OperationRewriter rewriter) {
        return with(hooks.with(rewriter));
    }

    /** The same, where {@link #upgrade} calls that listener, after those that were given before; the callbacks of the scripts come last. */
    public Migrations withListener(MigrationListener listener) {
        return with(hooks.with(listener));
    }

    private Migrations with(Hooks hooks) {
        return new Migrations(engine, model, scripts, ledger, lockTimeout, patience, options, hooks);
    }

    /** As {@link #upgrade(String, Consumer)}, telling nobody. */
    public List<AppliedRevision> upgrade(String target) {
        return upgrade(target, revision -> {});
    }

    /**
     * Applies what is missing up to {@code head}, by a number of steps ({@code +1}), or up to a revision.
     *
     * @param target as in {@link RevisionGraph#pathUp(Set, List)}
     * @param progress told of each revision when it is committed
     * @return what was applied, in order
     */
    public List<AppliedRevision> upgrade(String target, Consumer<AppliedRevision> progress) {
        return upgrade(List.of(target), progress);
    }

    /** The same up to several targets. */
    public List<AppliedRevision> upgrade(List<String> targets, Consumer<AppliedRevision> progress) {
        List<MigrationListener> listeners = new ArrayList<>(hooks.listeners());
        listeners.addAll(scripts.callbacks());
        return new MigrationRunner(engine, revisions(), ledger, lockTimeout, patience, listeners, scripts::repeatables)
                .upgrade(targets, progress);
    }

    /** As {@link #downgrade(String, Consumer)}, telling nobody. */
    public List<AppliedRevision> downgrade(String target) {
        return downgrade(target, revision -> {});
    }

    /**
     * Undoes all ({@code base}), a number of steps ({@code -1}), or what stands on a revision.
     *
     * @param target as in {@link RevisionGraph#pathDown}
     * @param progress told of each revision when it is committed
     * @return what was undone, in order
     */
    public List<AppliedRevision> downgrade(String target, Consumer<AppliedRevision> progress) {
        if (!engine.exists()) {
            revisions().graph().pathDown(Set.of(), target); // it may not make sense, there as little as anywhere
            return List.of();
        }
        return new MigrationRunner(engine, revisions(), ledger, lockTimeout, patience, List.of(), dialect -> List.of())
                .downgrade(target, progress);
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

    /**
     * Says that the database is at these revisions, without running a script: only its history changes. The database is made where it is a file
     * and not there.
     *
     * @param targets as in {@link RevisionGraph#stamped}
     * @param purge whether the history is emptied first, so that it may also hold what no script knows
     */
    public Stamped stamp(List<String> targets, boolean purge) {
        return new Stamping(engine, revisions(), ledger, lockTimeout).stamp(targets, purge);
    }

    /** Where the database stands. */
    public CurrentState current() {
        Standing standing = verified();
        Revisions revisions = standing.revisions();
        List<HistoryEntry> applied = standing.applied();
        List<String> newest = revisions.graph().headsOf(ids(applied));
        return new CurrentState(
                engine.description(),
                applied.stream()
                        .filter(entry -> newest.contains(entry.revision()))
                        .toList(),
                revisions.graph().pathUp(ids(applied), "heads"),
                revisions.graph().effectiveHeads());
    }

    /** How the database's history and the scripts stand to each other. Where they do not agree this says so, and is no error. */
    public HistoryStatus status() {
        Standing standing = asFound();
        Revisions revisions = standing.revisions();
        List<HistoryEntry> applied = standing.applied();
        Set<String> ids = ids(applied);
        return new HistoryStatus(
                engine.description(),
                applied,
                revisions.inOrder().stream()
                        .filter(script -> !ids.contains(script.id()))
                        .toList(),
                revisions.unknown(applied),
                revisions.edited(applied),
                revisions.graph().effectiveHeads());
    }

    /**
     * For programs, before they begin to work: fails unless the database has all revisions, and none that the scripts do not know, that was edited since
     * or that is half-way. Nothing is changed.
     *
     * @throws NotUpToDateException if so; the message says what to do
     */
    public void requireUpToDate() {
        HistoryStatus status = status();
        List<String> faults = new ArrayList<>();
        unfinished().stream()
                .findFirst()
                .ifPresent(step -> faults.add("revision " + step.revision() + " is half-way "
                        + step.way().text() + ", finish it by `aludel "
                        + step.way().command() + "`"));
        if (!status.unknown().isEmpty()) {
            faults.add(
                    "it has " + titles(status.unknown())
                            + ", which this program does not know, start the program that belongs to it or undo these by its scripts");
        }
        if (!status.edited().isEmpty()) {
            faults.add("the script of " + titles(status.edited())
                    + " was edited after it was applied, undo the edit and write a new revision");
        }
        List<String> pending = status.pending().stream().map(Script::id).toList();
        if (!pending.isEmpty()) {
            faults.add(pending.size() + (pending.size() == 1 ? " revision is" : " revisions are") + " to be applied ("
                    + String.join(", ", pending) + "), run `aludel upgrade "
                    + (status.heads().size() > 1 ? "heads" : "head") + "`");
        }
        if (!faults.isEmpty()) {
            throw new NotUpToDateException(status.place(), faults, pending);
        }
    }

    private static String titles(List<HistoryEntry> entries) {
        return String.join(
                ", ",
                entries.stream()
                        .map(entry -> entry.revision() + " \"" + entry.message() + "\"")
                        .toList());
    }

    /** The repeatable scripts, and what the database has of them. */
    public Repeated repeatables() {
        if (!engine.exists()) {
            return new Repeated(scripts.repeatables(engine.dialect()), List.of());
        }
        try (EngineConnection connection = engine.connect()) {
            return new Repeated(scripts.repeatables(connection.dialect()), new Ledger(connection, ledger).repeated());
        }
    }

    /** Every revision, parents first. */
    public List<RevisionState> history() {
        return history("base:heads");
    }

    /**
     * The revisions of a range, parents first.
     *
     * @param range as in {@link RevisionGraph#range}
     */
    public List<RevisionState> history(String range) {
        Standing standing = verified();
        Revisions revisions = standing.revisions();
        Map<String, HistoryEntry> applied = new HashMap<>();
        standing.applied().forEach(entry -> applied.put(entry.revision(), entry));
        List<String> heads = revisions.graph().heads();
        List<String> current = revisions.graph().headsOf(applied.keySet());
        return revisions.graph().range(applied.keySet(), range).stream()
                .map(revisions::script)
                .map(script -> new RevisionState(
                        script.id(),
                        script.node().parents(),
                        script.node().labels(),
                        script.message(),
                        script.fileName(),
                        heads.contains(script.id()),
                        current.contains(script.id()),
                        Optional.ofNullable(applied.get(script.id()))))
                .toList();
    }

    /** The revisions that no other one stands on, by id. No database is asked. */
    public List<ScriptedRevision> heads() {
        Revisions revisions = revisions();
        return scripted(revisions, revisions.graph().heads());
    }

    /** The revisions that several others stand on, parents first. No database is asked. */
    public List<BranchPoint> branches() {
        Revisions revisions = revisions();
        return revisions.graph().ids().stream()
                .filter(id -> revisions.graph().children(id).size() > 1)
                .map(id -> new BranchPoint(
                        ScriptedRevision.of(revisions, id),
                        scripted(revisions, revisions.graph().children(id))))
                .toList();
    }

    private static List<ScriptedRevision> scripted(Revisions revisions, List<String> ids) {
        return ids.stream().map(id -> ScriptedRevision.of(revisions, id)).toList();
    }

    /**
     * All about the revisions that a text means, parents first. The database may have what the scripts do not know.
     *
     * @param target as in {@link RevisionGraph#resolveAll}
     */
    public List<RevisionDetails> show(String target) {
        Standing standing = asFound();
        Revisions revisions = standing.revisions();
        List<HistoryEntry> applied = standing.applied();
        Set<String> known = ids(applied);
        known.retainAll(Set.copyOf(revisions.graph().ids()));
        List<HistoryEntry> edited = revisions.edited(applied);
        Set<String> meant = Set.copyOf(revisions.graph().resolveAll(known, target));
        return revisions.graph().inOrder(meant).stream()
                .map(id -> details(revisions, id, applied, edited))
                .toList();
    }

    private static RevisionDetails details(
            Revisions revisions, String id, List<HistoryEntry> applied, List<HistoryEntry> edited) {
        Optional<HistoryEntry> entry =
                applied.stream().filter(one -> one.revision().equals(id)).findFirst();
        return new RevisionDetails(
                ScriptedRevision.of(revisions, id),
                entry,
                entry.filter(edited::contains).isPresent(),
                revisions.script(id).up().stream()
                        .map(recorded -> recorded.operation())
                        .toList());
    }

    /**
     * Writes a revision that does nothing but join branches. Whether these commute is said, not required.
     *
     * @param heads the revisions that it joins, each as in {@link RevisionGraph#resolveAll}; none for all
     * @param options its {@code head} is not asked for
     */
    public Merge merge(List<String> heads, String message, RevisionOptions options, ScriptPlace place) {
        Revisions revisions = revisions();
        RevisionNode node = new NextRevision(revisions, options).joining(heads);
        List<BranchPair> pairs = new BranchComparison(revisions, engine.dialect()).pairs(node.parents());
        return new Merge(write(new NewScript(node, message, List.of()), place), node.parents(), pairs);
    }

    /**
     * Writes one revision in place of several. A database that has all of those counts as having it, and its history says so from the next upgrade on;
     * one that has some needs their scripts until it is past them. No database is asked.
     *
     * @param range as in {@link RevisionGraph#range}, of which a revision alone is the end
     * @param delete whether the scripts of those that are replaced are deleted: every database must be past them, or before them
     * @throws MigrationException if they cannot be one; nothing is written then
     */
    public Squash squash(String range, String message, ScriptPlace place, boolean delete) {
        Revisions revisions = revisions();
        Squashing squashing = new Squashing(revisions, engine.dialect());
        List<Script> replaced = squashing.members(range);
        Path file = write(squashing.script(replaced, message), place);
        if (delete) {
            replaced.forEach(script -> delete(place.folder().resolve(script.fileName())));
        }
        return new Squash(
                file,
                scripted(revisions, replaced.stream().map(Script::id).toList()),
                squashing.nested(replaced),
                delete);
    }

    private static void delete(Path script) {
        try {
            Files.deleteIfExists(script);
        } catch (IOException e) {
            throw new MigrationException(
                    "MIG-018", "Cannot delete " + script + ": " + e.getMessage() + ". Delete it by hand.", e);
        }
    }

    /** How the branches stand to each other that are not joined yet, each pair once; empty where there is one head. No database is asked. */
    public List<BranchPair> unmerged() {
        Revisions revisions = revisions();
        return new BranchComparison(revisions, engine.dialect())
                .pairs(revisions.graph().effectiveHeads());
    }

    /** What lies between the model and the database, our own tables left out. Nothing is changed. */
    public SchemaDifference check() {
        return comparison().difference(List.of());
    }

    /**
     * What lies between the schema that the applied revisions lead to and the live one, our own tables left out; the model is not asked. Nothing is
     * changed. What SQL of a revision does to the schema without saying so, nobody knows: where something differs, that is said.
     */
    public SchemaDifference drift() {
        Standing standing = verified();
        Drift drift = new Drift(standing.revisions(), engine.dialect());
        return drift.between(
                ids(standing.applied()),
                wanted -> Comparison.of(engine, wanted, comparing()).difference(List.of()));
    }

    /** Where model and database have SQL at the same place that is not known to mean the same, nor accepted as such. */
    public List<Spelling> spellings() {
        return comparison().spellings();
    }

    private Comparison comparison() {
        return hooks.offline()
                ? Comparison.offline(engine.dialect(), revisions(), model.get(), comparing())
                : Comparison.of(engine, model.get(), comparing());
    }

    private DiffOptions comparing() {
        Set<TableName> ignored = new HashSet<>(ledger.names());
        ignored.addAll(options.ignored());
        return options.ignoring(ignored);
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
        return autogenerate(message, RevisionOptions.ON_HEAD, place, options);
    }

    /** The same, at a place of the history that {@code position} says. */
    public NewRevision autogenerate(
            String message, RevisionOptions position, ScriptPlace place, AutogenerateOptions options) {
        Revisions revisions = revisions();
        RevisionNode node = new NextRevision(revisions, position).node();
        if (!hooks.offline()) {
            requireAtHead();
        }
        Comparison comparison = comparison();
        SchemaDifference difference =
                hooks.rewritten(new Decisions(comparison, options).difference(), engine.dialect());
        if (!options.allowDestructive() && difference.operations().stream().anyMatch(Operation::isDestructive)) {
            throw new DestructiveChangesException(comparison.place(), difference, engine.dialect());
        }
        difference = Fills.in(difference, comparison, options);
        if (difference.operations().isEmpty()) {
            return new NewRevision(Optional.empty(), difference);
        }
        SafeForm form = options.safe()
                ? SafeForm.of(difference.operations(), engine.dialect(), comparison.live())
                : SafeForm.asItIs(difference.operations());
        Path file = write(new NewScript(node, message, form.up(), new NewScript.Down.Undoing(form.undone())), place);
        return new NewRevision(Optional.of(file), difference);
    }

    private void requireAtHead() {
        Standing standing = verified();
        List<String> pending = standing.revisions().graph().pathUp(ids(standing.applied()), "heads");
        if (!pending.isEmpty()) {
            throw new NotAtHeadException(engine.description(), pending);
        }
    }

    /**
     * What may hurt when all that is missing is applied to this database. Nothing is executed.
     *
     * @param target as in {@link #upgrade(String)}
     * @param bigFrom from how many rows on a table is so big that going through it takes its time
     */
    public LintReport lint(String target, long bigFrom) {
        if (!engine.exists()) {
            return lint(engine.dialect(), "base", target);
        }
        try (EngineConnection connection = engine.connect()) {
            Standing standing = verified(connection);
            Revisions revisions = standing.revisions();
            Set<String> applied = ids(standing.applied());
            List<Script> pending = revisions.graph().pathUp(applied, target).stream()
                    .map(revisions::script)
                    .toList();
            List<Recorded> operations =
                    pending.stream().flatMap(script -> script.up().stream()).toList();
            Schema live = new LiveTables(connection, operations).inTransaction();
            connection.begin(TransactionMode.READ_ONLY);
            return Linter.live(connection, live, bigFrom).look(pending);
        }
    }

    /**
     * The same from one revision to another, without a database: every table that is there before is taken to be big.
     *
     * @param from {@code base}, or the revision that the database is taken to be at
     */
    public LintReport lint(Dialect dialect, String from, String target) {
        Revisions revisions = revisions();
        Set<String> applied = revisions.graph().before(revisions.graph().resolveAll(Set.of(), from));
        List<String> before =
                revisions.graph().ids().stream().filter(applied::contains).toList();
        List<Script> path = revisions.graph().pathUp(applied, target).stream()
                .map(revisions::script)
                .toList();
        return Linter.offline(dialect, new Replay(revisions, dialect).apply(Schema.EMPTY, before))
                .look(path);
    }

    /** Writes a new revision that its author fills in. No database is asked. */
    public NewRevision emptyRevision(String message, ScriptPlace place) {
        return emptyRevision(message, RevisionOptions.ON_HEAD, place);
    }

    /** The same, at a place of the history that the options say. */
    public NewRevision emptyRevision(String message, RevisionOptions options, ScriptPlace place) {
        RevisionNode node = new NextRevision(revisions(), options).node();
        Path file = write(new NewScript(node, message, List.of()), place);
        return new NewRevision(Optional.of(file), new SchemaDifference(List.of(), List.of()));
    }

    /**
     * Writes the database as it is as the first revision, and says in its history that it has it. Nothing else is changed in the database; an empty one becomes
     * so by {@link #upgrade}.
     *
     * @throws MigrationException if there are revisions already, or what is there cannot be taken over as the options ask; nothing is written then
     */
    public Adopted baseline(String message, RevisionOptions position, ScriptPlace place, BaselineOptions how) {
        Revisions revisions = revisions();
        List<HistoryEntry> applied = verified().stored();
        if (!revisions.graph().ids().isEmpty() || !applied.isEmpty()) {
            throw new MigrationException(
                    "MIG-075",
                    "A baseline comes before all revisions, but "
                            + (applied.isEmpty() ? "there are scripts" : engine.description() + " has revisions")
                            + " already: "
                            + (applied.isEmpty() ? revisions.graph().ids() : ids(applied))
                            + ". If the scripts make what is there, say: aludel stamp head");
        }
        Adoption found = Adoption.of(engine, comparing(), how);
        RevisionNode node = new NextRevision(revisions, position).node();
        Path file = write(
                new NewScript(
                        node, message, found.baseline().operations(), new NewScript.Down.None(Adoption.IRREVERSIBLE)),
                place);
        try {
            stamp(List.of(node.id()), false);
        } catch (RuntimeException | Error e) {
            takeBack(file, e);
            throw e;
        }
        return new Adopted(
                file,
                node.id(),
                found.history(),
                found.present(),
                found.baseline().leftOut(),
                found.otherSchemas());
    }

    private static void takeBack(Path file, Throwable reason) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** The SQL of what {@link #upgrade} to that target would do to this database, as text. */
    public String sql(String target) {
        if (!engine.exists()) {
            return sql(engine.dialect(), "base", target);
        }
        try (EngineConnection connection = engine.connect()) {
            Standing standing = verified(connection);
            Revisions revisions = standing.revisions();
            Set<String> applied = ids(standing.applied());
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
        Set<String> applied = revisions.graph().before(revisions.graph().resolveAll(Set.of(), from));
        return new SqlText(dialect, revisions, ledger)
                .up(applied, revisions.graph().pathUp(applied, target));
    }

    /**
     * Writes what is pending in this database as files of another tool, whose history says then what was applied; nothing is executed, and no history is changed.
     *
     * @param target as for {@link #upgrade}
     */
    public Exported export(String target, Path folder, ExportOptions options) {
        Standing standing = verified();
        return export(standing.revisions(), engine.dialect(), ids(standing.applied()), target, folder, options);
    }

    /**
     * The same of the revisions between two; no database is asked.
     *
     * @param from {@code base}, or the revision after which it begins
     */
    public Exported export(Dialect dialect, String from, String target, Path folder, ExportOptions options) {
        Revisions revisions = revisions();
        Set<String> applied = revisions.graph().before(revisions.graph().resolveAll(Set.of(), from));
        return export(revisions, dialect, applied, target, folder, options);
    }

    private static Exported export(
            Revisions revisions,
            Dialect dialect,
            Set<String> applied,
            String target,
            Path folder,
            ExportOptions options) {
        List<String> path = revisions.graph().pathUp(applied, target);
        return new ExportFolder(folder, options, Clock.systemUTC())
                .write(RevisionSql.of(revisions, dialect, applied, path));
    }

    private Revisions revisions() {
        return Revisions.of(scripts.scripts());
    }

    /** Where history and scripts agree. */
    private Standing verified() {
        if (!engine.exists()) {
            return new Standing(revisions(), List.of(), List.of());
        }
        try (EngineConnection connection = engine.connect()) {
            return verified(connection);
        }
    }

    private Standing verified(EngineConnection connection) {
        Standing standing = standing(connection);
        standing.revisions().verify(engine.description(), standing.applied());
        return standing;
    }

    private Standing standing(EngineConnection connection) {
        Ledger read = new Ledger(connection, ledger);
        return revisions().at(engine.description(), read.entries(), read.steps());
    }

    /** Whether they agree or not. */
    private Standing asFound() {
        if (!engine.exists()) {
            return new Standing(revisions(), List.of(), List.of());
        }
        try (EngineConnection connection = engine.connect()) {
            try {
                return standing(connection);
            } catch (ReplacedRevisionException e) {
                List<HistoryEntry> stored = new Ledger(connection, ledger).entries();
                return new Standing(revisions(), stored, stored);
            }
        }
    }

    private static Path write(NewScript script, ScriptPlace place) {
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
