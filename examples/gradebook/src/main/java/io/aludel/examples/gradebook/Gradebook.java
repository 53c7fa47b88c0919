// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import io.aludel.core.query.EntityPath;
import io.aludel.core.query.Query;
import io.aludel.engine.ConstraintViolationException;
import io.aludel.engine.Engine;
import io.aludel.engine.TransactionOptions;
import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.QGrade;
import io.aludel.examples.gradebook.model.QGroup;
import io.aludel.examples.gradebook.model.QLecturer;
import io.aludel.examples.gradebook.model.QStudent;
import io.aludel.examples.gradebook.model.QSubject;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import io.aludel.mapping.Model;
import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.run.AppliedRevision;
import io.aludel.migrate.script.ClassPathScripts;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** One gradebook in one database: its tables, its rows, and sessions to read and write them. */
public final class Gradebook implements AutoCloseable {
    public static final Model MODEL = Model.of(Group.class, Student.class, Lecturer.class, Subject.class, Grade.class);

    private static final String SCRIPTS = "io.aludel.examples.gradebook.migration";

    private static final List<EntityPath<?>> TABLES =
            List.of(QGrade.grade, QStudent.student, QSubject.subject, QLecturer.lecturer, QGroup.group);

    private final Engine engine;
    private final SessionFactory sessions;

    /** Connects to nothing yet. */
    public Gradebook(String dsn) {
        engine = Engine.create(dsn);
        sessions = SessionFactory.of(engine, MODEL);
    }

    /** Up and down the history; the scripts are those that this program was built with. */
    public Migrations migrations() {
        return Migrations.of(engine, MODEL::schema, new ClassPathScripts(Gradebook.class.getClassLoader(), SCRIPTS));
    }

    /**
     * The SQL that {@link #migrate} would execute, as text; empty if the tables are the newest.
     *
     * @throws GradebookException if the tables are a newer gradebook's, or somebody else's
     */
    public String pendingSql() {
        standing().requireNobodyElses();
        return Standing.known(() -> migrations().sql("head"));
    }

    /**
     * Makes the tables, or brings them up to date.
     *
     * @param progress told of each revision when it is committed
     * @return how many were applied
     * @throws GradebookException if the tables are a newer gradebook's, or somebody else's
     */
    public int migrate(Consumer<AppliedRevision> progress) {
        standing().requireNobodyElses();
        return Standing.known(() -> migrations().upgrade("head", progress)).size();
    }

    /**
     * Undoes revisions, and what they made.
     *
     * @param target as {@link Migrations#downgrade(String)} has it
     * @param progress told of each revision when it is committed
     * @return how many were undone
     * @throws GradebookException if there is no database, or its tables are a newer gradebook's
     */
    public int downgrade(String target, Consumer<AppliedRevision> progress) {
        standing().requireDatabase();
        return Standing.known(() -> migrations().downgrade(target, progress)).size();
    }

    /** The tables of others in a database that is no gradebook yet, by name; none once it is one. */
    public List<String> strangers() {
        return standing().strangers();
    }

    /**
     * What the work finds in a session that only reads, and sees one state of the rows however many questions it asks.
     *
     * @throws GradebookException if the tables are not there or not the newest
     */
    public <R> R read(Function<Session, R> work) {
        standing().requireNewest();
        try (Session session = sessions.open(TransactionOptions.SNAPSHOT)) {
            return work.apply(session);
        }
    }

    /**
     * What the work makes in a session, which is committed when it is done and rolled back when it fails.
     *
     * @throws GradebookException if the tables are not there or not the newest
     */
    public <R> R write(Function<Session, R> work) {
        standing().requireNewest();
        return sessions.fromTransaction(work::apply);
    }

    /** As {@link #seed(SeedSize, SeedProgress)}, as many rows as the homework wants. */
    public Seed.Made seed(long randomSeed) {
        return seed(SeedSize.homework(randomSeed), SeedProgress.SILENT);
    }

    /**
     * Fills an empty gradebook with random rows, in one transaction.
     *
     * @throws GradebookException if there are rows, or the tables are not there or not the newest
     */
    public Seed.Made seed(SeedSize size, SeedProgress progress) {
        try {
            return write(session -> {
                if (hasRows(session)) {
                    throw occupied();
                }
                return new Seed(size).into(session, progress);
            });
        } catch (ConstraintViolationException e) {
            throw hasRows() ? occupied() : e; // somebody else was sooner
        }
    }

    /** As {@link #seed(SeedSize, SeedProgress)}, but deletes all rows that there are, in the same transaction; identifiers begin at 1 again. */
    public Seed.Made reseed(SeedSize size, SeedProgress progress) {
        return write(session -> {
            session.connection().deleteAllRows(MODEL.schemaFor(engine.dialect().capabilities()));
            return new Seed(size).into(session, progress);
        });
    }

    /** Whether somebody has filled it. */
    public boolean hasRows() {
        return read(Gradebook::hasRows);
    }

    /** Where it is, for people: without user and password. */
    public String place() {
        return engine.description();
    }

    private static boolean hasRows(Session session) {
        return TABLES.stream()
                .anyMatch(table ->
                        !session.list(Query.selectOne().from(table).limit(1)).isEmpty());
    }

    private GradebookException occupied() {
        return new GradebookException("There are rows in " + place() + " already; they are left alone."
                + " To delete them and make new ones: gradebook seed --reset. To keep them, " + Standing.ELSEWHERE);
    }

    private Standing standing() {
        return new Standing(engine, migrations());
    }

    @Override
    public void close() {
        engine.close();
    }
}
