// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import io.aludel.core.expr.Delete;
import io.aludel.core.expr.Update;
import io.aludel.core.query.DeleteQuery;
import io.aludel.core.query.EntityPath;
import io.aludel.core.query.InsertQuery;
import io.aludel.core.query.Query;
import io.aludel.core.query.QueryRunner;
import io.aludel.core.query.Row;
import io.aludel.core.query.Selection;
import io.aludel.core.query.UpdateQuery;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.TransactionOptions;
import io.aludel.mapping.model.AssociationModel.CascadeKind;
import io.aludel.orm.entity.Entities;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.error.EntityNotFoundException;
import io.aludel.orm.error.SessionException;
import io.aludel.orm.flush.BulkChange;
import io.aludel.orm.flush.BulkInsert;
import io.aludel.orm.flush.Changes;
import io.aludel.orm.flush.Flush;
import io.aludel.orm.flush.PersistCascade;
import io.aludel.orm.flush.Removals;
import io.aludel.orm.flush.SequenceBlocks;
import io.aludel.orm.load.Loader;
import io.aludel.orm.load.QueryExecution;
import io.aludel.orm.load.QueryPlans;
import io.aludel.orm.load.Restoration;
import io.aludel.orm.state.Entry;
import io.aludel.orm.state.PersistenceContext;
import io.aludel.orm.state.SessionConnection;
import io.aludel.orm.state.Status;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Objects that stand for rows, and a unit of work that writes what has changed of them. One thread's; got by {@link SessionFactory#open}.
 *
 * <p>A transaction begins with the first statement. {@link #commit} writes and commits, and the session may go on; {@link #close} rolls back
 * what is not committed. Within a session one row is one object. Before a query that reads tables with changes not yet
 * written, they are written. What each method means in full, and what a plain object cannot know, is in {@code docs/session.md}.
 */
public final class Session implements QueryRunner, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.aludel.session");

    private final Entities entities;
    private final SequenceBlocks sequences;
    private final boolean expireOnCommit;
    private final SessionConnection connection;
    private final PersistenceContext context;
    private final Loader loader;
    private final Autoflush autoflush;
    private final QueryExecution queries;
    private final BulkChange bulk;
    private final BulkInsert bulkInsert;
    /** How many {@code forEach} are giving out results, one inside the other. */
    private int reading;

    Session(
            Engine engine,
            TransactionOptions options,
            Entities entities,
            SequenceBlocks sequences,
            QueryPlans plans,
            boolean expireOnCommit) {
        this.entities = entities;
        this.sequences = sequences;
        this.expireOnCommit = expireOnCommit;
        this.connection =
                new SessionConnection(engine, options, entities.model().schema());
        this.context = new PersistenceContext(entities);
        this.loader = new Loader(context, connection);
        this.autoflush = new Autoflush(new Changes(context), this::write);
        this.queries = new QueryExecution(plans, connection, loader);
        this.bulk = new BulkChange(context, connection, loader);
        this.bulkInsert = new BulkInsert(context, connection, sequences, bulk);
    }

    // objects

    /**
     * Makes a new object persistent: its row is inserted by the next flush, when it also gets its identifier. An object that was removed is kept.
     *
     * @throws SessionException if it has a generated identifier already: then it is detached, or another session's
     */
    public void persist(Object entity) {
        connection.check();
        new PersistCascade(context).persist(Objects.requireNonNull(entity, "entity"));
    }

    public void persistAll(Iterable<?> entities) {
        entities.forEach(this::persist);
    }

    /** Removes an object: its row is deleted by the next flush, and what it cascades to with it. A new one is simply let go of. */
    public void remove(Object entity) {
        connection.check();
        new Removals(context, loader).remove(known(entity, "removed"));
    }

    /** The object with this identifier; null if there is none. One that the session has loaded is given without asking the database. */
    @SuppressWarnings("unchecked") // the mapping is that of the class
    public <E> @Nullable E find(Class<E> entityClass, Object id) {
        connection.check();
        EntityMapping mapping = entities.of(entityClass);
        return (E) loader.find(mapping, mapping.requireId(id));
    }

    /**
     * The object with this identifier.
     *
     * @throws EntityNotFoundException if there is none
     */
    public <E> E get(Class<E> entityClass, Object id) {
        E found = find(entityClass, id);
        if (found == null) {
            EntityMapping mapping = entities.of(entityClass);
            throw new EntityNotFoundException(
                    "There is no " + mapping.name() + " with the identifier " + id + ".", entityClass, id);
        }
        return found;
    }

    /** The object with this identifier for a reference to it, without asking the database where its class allows that. */
    @SuppressWarnings("unchecked") // the mapping is that of the class
    public <E> E getReference(Class<E> entityClass, Object id) {
        connection.check();
        EntityMapping mapping = entities.of(entityClass);
        return (E) loader.reference(mapping, mapping.requireId(id));
    }

    /**
     * Reads the object's row again and overwrites the object, changes lost; so for what it cascades {@code REFRESH} to. Its lazy collections
     * will be loaded anew.
     *
     * @throws EntityNotFoundException if the row is gone
     */
    public void refresh(Object entity) {
        connection.check();
        loader.refresh(List.copyOf(new Reach(context, CascadeKind.REFRESH).from(managed(entity, "refreshed"))));
    }

    /** Lets go of an object, changes that are not written lost; so for what it cascades {@code DETACH} to. */
    public void detach(Object entity) {
        connection.check();
        Entry known = context.entry(entity);
        if (known != null) {
            new Reach(context, CascadeKind.DETACH).from(known).forEach(context::detach);
        }
    }

    /** Whether the object is persistent in this session: new or loaded, and not removed. */
    public boolean contains(Object entity) {
        connection.checkOpen();
        Entry known = context.entry(entity);
        return known != null && known.isPresent();
    }

    /** Lets go of all objects; changes that are not written are lost. */
    public void clear() {
        connection.checkOpen();
        notWhileReading("be cleared", "objects that are about to come would be let go of too; detach(…) each");
        context.clear();
    }

    // queries and changes of many rows

    /** A query of one thing, executed by this session. See {@link Query#select(Selection)}. */
    public <R> Query<R> select(Selection<R> selection) {
        return Query.select(selection).on(this);
    }

    /** A query of several things, executed by this session. */
    public Query<Row> select(Selection<?> first, Selection<?> second, Selection<?>... more) {
        return Query.select(first, second, more).on(this);
    }

    /** A change of many rows, executed by this session; objects that it has loaded take the new values over. */
    public UpdateQuery update(EntityPath<?> entity) {
        return UpdateQuery.update(entity).on(this);
    }

    /** A deletion of many rows, executed by this session; it lets go of the objects that it has loaded of them. */
    public DeleteQuery delete(EntityPath<?> entity) {
        return DeleteQuery.delete(entity).on(this);
    }

    /**
     * An insert of any number of rows that no object is made for, executed by this session: {@code session.insertInto(grade,
     * Reading.class).set(grade.value, Reading::value).rows(readings)}.
     *
     * @param source what a row is made of
     */
    public <S> InsertQuery<S> insertInto(EntityPath<?> entity, Class<S> source) {
        return InsertQuery.insertInto(entity, source).on(this);
    }

    /**
     * Those that refer to this object by a to-one, whether or not its class declares the other side: {@code session.related(course, homework,
     * homework.course())}.
     *
     * @param owner the entity that has the to-one
     * @param toOne its association with the object's class
     */
    public <E, O> List<O> related(E entity, EntityPath<O> owner, EntityPath<E> toOne) {
        return select(owner).where(toOne.eq(entity)).list();
    }

    @Override
    public <R extends @Nullable Object> List<R> list(Query<R> query) {
        connection.check();
        QueryExecution.Prepared<R> prepared = queries.prepare(query);
        autoflush.before(prepared.read());
        return prepared.list();
    }

    @Override
    public <R extends @Nullable Object> void forEach(Query<R> query, Consumer<? super R> each) {
        connection.check();
        QueryExecution.Prepared<R> prepared = queries.prepare(query);
        autoflush.before(prepared.read());
        reading++;
        try {
            prepared.forEach(each);
        } finally {
            reading--;
        }
    }

    @Override
    public long execute(Update update) {
        connection.check();
        autoflush.beforeChange();
        return bulk.execute(update);
    }

    @Override
    public long execute(Delete delete) {
        connection.check();
        autoflush.beforeChange();
        return bulk.execute(delete);
    }

    @Override
    public <S> long insert(InsertQuery<S> insert, Iterator<? extends S> rows) {
        connection.check();
        autoflush.beforeChange();
        return bulkInsert.execute(insert, rows);
    }

    /**
     * The connection, for SQL of the program's own, inside this session's transaction; changes are written first. Objects that are loaded do
     * not learn what it changes: {@link #refresh} them.
     */
    public EngineConnection connection() {
        connection.check();
        autoflush.beforeSql();
        return connection.get();
    }

    /** Does the work without writing changes before queries: what queries find may be behind the objects. */
    public <R> R withoutAutoflush(Supplier<R> work) {
        connection.check();
        return autoflush.without(work);
    }

    // transactions

    /** Writes all changes, so that the database knows them inside this transaction. */
    public void flush() {
        connection.check();
        write();
    }

    private void write() {
        new Flush(context, connection, loader, sequences).run();
    }

    /** Writes all changes and commits. The session may go on; its next statement begins a new transaction. */
    public void commit() {
        notWhileReading("commit", "the rows end with the transaction; do it afterwards");
        flush();
        connection.commit();
        context.history().end();
        if (expireOnCommit) {
            context.entries().forEach(entry -> entry.expired(true));
        }
    }

    /**
     * Undoes the transaction, in the database and in the session's objects: what was persisted in it is unknown to the session again, without
     * identifier; what was removed is back; values are those that the rows have had. Changes that were not written are undone too.
     */
    public void rollback() {
        notWhileReading("roll back", "the rows end with the transaction; do it afterwards, as after an exception");
        connection.rollback();
        new Restoration(context, loader).rollback(1);
        if (expireOnCommit) {
            context.entries().forEach(entry -> entry.expired(true));
        }
    }

    /** Writes all changes and marks a place in the transaction that one can go back to. */
    public Savepoint savepoint() {
        flush();
        io.aludel.engine.Savepoint mark = connection.savepoint();
        context.history().open();
        return new Savepoint(this, mark, context.history().depth());
    }

    /** Else it would depend on the database, and on the number of rows, what comes of it. */
    private void notWhileReading(String what, String why) {
        if (reading > 0) {
            throw new SessionException("The session cannot " + what + " while forEach(…) reads rows: " + why + ".");
        }
    }

    void rollbackTo(Savepoint savepoint) {
        connection.rollbackTo(savepoint.mark());
        new Restoration(context, loader).rollback(savepoint.depth());
    }

    void release(Savepoint savepoint) {
        flush();
        connection.release(savepoint.mark());
        context.history().release(savepoint.depth());
    }

    /**
     * Rolls back what is not committed, and lets go of all objects, which keep their values. If changes were never written, a warning in the log
     * {@code io.aludel.session} says how many. A second call does nothing.
     */
    @Override
    public void close() {
        if (connection.isClosed()) {
            return;
        }
        connection.checkOpen();
        warnOfLostChanges();
        leave();
    }

    private void warnOfLostChanges() {
        int lost = connection.hasFailed() ? 0 : new Changes(context).count();
        if (lost > 0) {
            LOG.warn(
                    "A session was closed with changes of {} {} that were never written; commit() before close() writes them,"
                            + " rollback() says that they are not wanted.",
                    lost,
                    lost == 1 ? "object" : "objects");
        }
    }

    private void leave() {
        context.clear();
        connection.close();
    }

    /** Closes it because of this failure, so that nobody has to be warned. */
    void abandon(Throwable failure) {
        try {
            leave();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private Entry known(Object entity, String done) {
        Entry known = context.entry(Objects.requireNonNull(entity, "entity"));
        if (known == null) {
            throw new SessionException("This " + entities.of(entity).name() + " cannot be " + done
                    + ": the session does not know it. Find it in this session first.");
        }
        return known;
    }

    private Entry managed(Object entity, String done) {
        Entry known = known(entity, done);
        if (!known.is(Status.MANAGED)) {
            throw new SessionException(known + " cannot be " + done + ": it is "
                    + (known.is(Status.NEW) ? "not inserted yet; flush first." : "removed."));
        }
        return known;
    }

    @Override
    public String toString() {
        return "Session[" + context.entries().size() + " objects"
                + (connection.isClosed() ? ", closed" : connection.inTransaction() ? ", in a transaction" : "") + "]";
    }
}
