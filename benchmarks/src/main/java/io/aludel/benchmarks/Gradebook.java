// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks;

import io.aludel.benchmarks.library.Aludel;
import io.aludel.benchmarks.library.JdbiRows;
import io.aludel.benchmarks.library.Jooq;
import io.aludel.benchmarks.library.Library;
import io.aludel.benchmarks.library.PlainJdbc;
import io.aludel.benchmarks.model.Grade;
import io.aludel.benchmarks.model.GradeRow;
import io.aludel.benchmarks.model.Group;
import io.aludel.benchmarks.model.Student;
import io.aludel.benchmarks.model.Subject;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.mapping.Model;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The same rows in a fresh database, and the libraries that work on it, each with a connection of its own. */
final class Gradebook implements AutoCloseable {
    private static final int SUBJECTS = 8;
    private static final int GROUPS = 10;

    private final FreshDatabase database;
    private final Engine engine;
    private final int students;
    private final List<Library> libraries;
    private final List<GradeRow> grades;
    private final String version;
    private final Connection janitor;
    private final String emptying;

    /**
     * @param students each with 20 grades
     */
    Gradebook(TestDatabase kind, int students) throws SQLException {
        this.students = students;
        this.database = kind.fresh();
        if (kind == TestDatabase.H2) {
            // It would hand back the last result of the same statement, and nothing would be measured.
            database.execute("set optimize_reuse_results 0");
        }
        this.engine = Engine.create(database.dsn());
        SessionFactory sessions =
                SessionFactory.of(engine, Model.of(Group.class, Subject.class, Student.class, Grade.class));
        sessions.createAll();
        engine.createAll(Schema.of(Table.of(
                Aludel.COPIES,
                List.of(
                        Column.notNull("student_id", SqlType.bigint()),
                        Column.notNull("subject_id", SqlType.bigint()),
                        Column.notNull("value", SqlType.integer()),
                        Column.notNull("received_on", SqlType.date())))));
        sessions.inTransaction(this::fill);
        boolean datesAreText = kind == TestDatabase.SQLITE;
        this.libraries = List.of(
                new PlainJdbc(connection(), datesAreText),
                new Aludel(engine, sessions),
                new Jooq(connection(), engine.dialect().name()),
                new JdbiRows(connection()));
        this.grades = libraries.get(0).grades();
        this.janitor = connection();
        this.emptying = kind == TestDatabase.SQLITE ? "delete from copies" : "truncate table copies";
        this.version = janitor.getMetaData().getDatabaseProductName() + " "
                + janitor.getMetaData().getDatabaseProductVersion();
    }

    private void fill(Session session) {
        Random random = new Random(1);
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            groups.add(new Group("Group " + i));
        }
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < SUBJECTS; i++) {
            subjects.add(new Subject("Subject " + i));
        }
        session.persistAll(groups);
        session.persistAll(subjects);
        for (int i = 0; i < students; i++) {
            Student student = new Student("Student " + i + " Шевченко", groups.get(i % GROUPS));
            session.persist(student);
            for (int j = 0; j < 20; j++) {
                session.persist(new Grade(
                        student,
                        subjects.get(random.nextInt(SUBJECTS)),
                        1 + random.nextInt(12),
                        LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300))));
            }
        }
    }

    /** A connection of the driver, set up as Aludel sets up its own. */
    private Connection connection() throws SQLException {
        Connection connection = database.openConnection();
        try (Statement statement = connection.createStatement()) {
            for (String setup : engine.dialect().connectionSetup()) {
                statement.execute(setup);
            }
        }
        return connection;
    }

    /** Plain JDBC first. */
    List<Library> libraries() {
        return libraries;
    }

    int students() {
        return students;
    }

    List<GradeRow> grades() {
        return grades;
    }

    /** The database's own words for what it is. */
    String version() {
        return version;
    }

    void emptyCopies() {
        try (Statement statement = janitor.createStatement()) {
            statement.execute(emptying);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<List<Object>> copies() {
        try {
            return database.rows("select student_id, subject_id, \"value\", received_on from copies"
                    + " order by student_id, subject_id, \"value\", received_on");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        libraries.forEach(Library::close);
        janitor.close();
        engine.close();
        database.close();
    }
}
