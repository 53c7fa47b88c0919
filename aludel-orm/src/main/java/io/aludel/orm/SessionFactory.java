// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import io.aludel.core.dialect.Feature;
import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.engine.TransactionOptions;
import io.aludel.mapping.Model;
import io.aludel.orm.entity.Entities;
import io.aludel.orm.flush.SequenceBlocks;
import io.aludel.orm.load.QueryPlans;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Opens sessions on one database with one model. Made once, safe to share between threads; the engine stays its maker's to close.
 *
 * <pre>
 * SessionFactory sessions = SessionFactory.of(Engine.create("sqlite:school.db"), Model.of(Student.class, Group.class));
 * sessions.inTransaction(session -> session.persist(new Student("Ada")));
 * </pre>
 */
public final class SessionFactory {
    private final Engine engine;
    private final Entities entities;
    private final SequenceBlocks sequences;
    private final QueryPlans plans;
    private final boolean expireOnCommit;

    private SessionFactory(
            Engine engine, Entities entities, SequenceBlocks sequences, QueryPlans plans, boolean expireOnCommit) {
        this.engine = engine;
        this.entities = entities;
        this.sequences = sequences;
        this.plans = plans;
        this.expireOnCommit = expireOnCommit;
    }

    public static SessionFactory of(Engine engine, Model model) {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(model, "model");
        boolean sequences = engine.dialect().capabilities().has(Feature.SEQUENCES);
        Entities entities = new Entities(model, sequences);
        return new SessionFactory(engine, entities, new SequenceBlocks(), new QueryPlans(entities), false);
    }

    /**
     * The same factory, whose sessions trust their objects for one transaction only: after a commit the next {@code find} or query that meets a row
     * overwrites its object, unless that was changed meanwhile. Otherwise objects keep their values.
     */
    public SessionFactory expireOnCommit() {
        return new SessionFactory(engine, entities, sequences, plans, true);
    }

    /** A session, for the calling thread. Whoever opened it closes it. */
    public Session open() {
        return open(TransactionOptions.READ_WRITE);
    }

    /** As {@link #open()}; each of its transactions is begun with these options. Nothing is retried. */
    public Session open(TransactionOptions options) {
        return new Session(engine, options, entities, sequences, plans, expireOnCommit);
    }

    /** Gives the work a session, and commits when it returns; if it throws, everything is rolled back. The session is closed in any case. */
    public void inTransaction(Consumer<? super Session> work) {
        inTransaction(TransactionOptions.READ_WRITE, work);
    }

    /**
     * As {@link #inTransaction(Consumer)}, by options. Where they say {@link TransactionOptions#retrying}, the work may be done several times, each time with a
     * new session in a new transaction: what it does to objects from elsewhere is not undone.
     */
    public void inTransaction(TransactionOptions options, Consumer<? super Session> work) {
        fromTransaction(options, session -> {
            work.accept(session);
            return true;
        });
    }

    /** As {@link #inTransaction}; what the work returns. Of objects among it, lazy references and collections must have been touched. */
    public <R> R fromTransaction(Function<? super Session, ? extends R> work) {
        return fromTransaction(TransactionOptions.READ_WRITE, work);
    }

    /** As {@link #inTransaction(TransactionOptions, Consumer)}; what the work returns. */
    public <R> R fromTransaction(TransactionOptions options, Function<? super Session, ? extends R> work) {
        return engine.retrying(options.retry(), () -> once(options, work));
    }

    private <R> R once(TransactionOptions options, Function<? super Session, ? extends R> work) {
        try (Session session = open(options)) {
            try {
                R result = work.apply(session);
                session.commit();
                return result;
            } catch (RuntimeException | Error e) {
                session.abandon(e);
                throw e;
            }
        }
    }

    /** Creates the tables of the model that are not there yet. */
    public void createAll() {
        engine.createAll(schema());
    }

    /** Drops the tables of the model, with their rows. */
    public void dropAll() {
        engine.dropAll(schema());
    }

    private Schema schema() {
        return model().schemaFor(engine.dialect().capabilities());
    }

    public Engine engine() {
        return engine;
    }

    public Model model() {
        return entities.model();
    }

    @Override
    public String toString() {
        return "SessionFactory[" + engine.description() + ", " + entities.all().size() + " entities]";
    }
}
