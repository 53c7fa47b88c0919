// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import io.aludel.core.query.EntityPath;
import io.aludel.core.query.Query;
import io.aludel.engine.Engine;
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
import io.aludel.migrate.script.ClassPathScripts;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.util.List;
import java.util.function.Function;

/** One gradebook in one database: its sessions and its migrations. */
public final class Gradebook implements AutoCloseable {
    public static final Model MODEL = Model.of(Group.class, Student.class, Lecturer.class, Subject.class, Grade.class);

    private static final String SCRIPTS = "io.aludel.examples.gradebook.migration";

    private static final List<EntityPath<?>> TABLES =
            List.of(QGrade.grade, QStudent.student, QSubject.subject, QLecturer.lecturer, QGroup.group);

    private final Engine engine;
    private final SessionFactory sessions;

    public Gradebook(String dsn) {
        engine = Engine.create(dsn);
        sessions = SessionFactory.of(engine, MODEL);
    }

    /** Up and down the history; the scripts are those that this program was built with. */
    public Migrations migrations() {
        return Migrations.of(engine, MODEL::schema, new ClassPathScripts(Gradebook.class.getClassLoader(), SCRIPTS));
    }

    /**
     * What the work finds in a session.
     *
     * @throws GradebookException if the tables are not there or not the newest
     */
    public <R> R read(Function<Session, R> work) {
        requireMigrated();
        try (Session session = sessions.open()) {
            return work.apply(session);
        }
    }

    /**
     * What the work makes in a session, which is committed when it is done and rolled back when it fails.
     *
     * @throws GradebookException if the tables are not there or not the newest
     */
    public <R> R write(Function<Session, R> work) {
        requireMigrated();
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
        return write(session -> {
            if (hasRows(session)) {
                throw new GradebookException("There are rows in " + place() + " already; they are left alone."
                        + " To delete them and make new ones: gradebook seed --reset. To keep them, use another"
                        + " database: gradebook --url sqlite:other.db migrate");
            }
            return new Seed(size).into(session, progress);
        });
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

    public String place() {
        return engine.description();
    }

    private static boolean hasRows(Session session) {
        return TABLES.stream()
                .anyMatch(table ->
                        !session.list(Query.selectOne().from(table).limit(1)).isEmpty());
    }

    private void requireMigrated() {
        var state = migrations().current();
        if (!state.pending().isEmpty()) {
            throw new GradebookException(
                    (state.current().isEmpty() ? "There are no tables in " : "The tables are old in ") + place()
                            + ". Bring them up to date: gradebook migrate");
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
