// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.lecture;

import static io.aludel.examples.lecture.QCourse.course;
import static io.aludel.examples.lecture.QHomework.homework;

import io.aludel.core.query.Query;
import io.aludel.core.query.Subquery;
import io.aludel.engine.Engine;
import io.aludel.mapping.Model;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lecture's program, line by line: a course and its homeworks are made, asked for, changed and deleted. */
public final class Lecture {
    private static final String DEFAULT_DSN = "sqlite::memory:";

    private Lecture() {}

    public static void main(String[] arguments) {
        String dsn = DEFAULT_DSN;
        if (arguments.length == 2 && arguments[0].equals("--url")) {
            dsn = arguments[1];
        } else if (arguments.length != 0) {
            System.err.println("Usage: lecture [--url DSN]");
            System.exit(1);
        }
        run(dsn, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    /** Runs the whole program on that database; its tables {@code course} and {@code homework} are made anew. */
    static void run(String dsn, PrintStream out) {
        try (Engine engine = Engine.create(dsn)) {
            SessionFactory sessions = SessionFactory.of(engine, Model.of(Course.class, Homework.class));
            createTables(sessions);
            try (Session session = sessions.open()) {
                lecture(session, out);
            }
        }
    }

    private static void createTables(SessionFactory sessions) {
        sessions.dropAll();
        sessions.createAll();
    }

    private static void lecture(Session session, PrintStream out) {
        Course course1 = new Course("Python");
        out.println(course1.id()); // null: it has not been written
        session.persist(course1);
        session.commit();
        out.println(course1.id()); // 1
        out.println(course1);

        Homework hw1 = new Homework(1, "дз1", course1);
        Homework hw2 = new Homework(2, "дз2", course1);
        session.persistAll(List.of(hw1, hw2));
        session.commit();

        session.select(course).orderBy(course.id.asc()).list().forEach(out::println);
        session.select(homework).orderBy(homework.id.asc()).list().forEach(out::println);

        session.select(homework).where(homework.number.gt(1)).list().forEach(out::println);
        session.select(homework)
                .where(homework.description.like("%з%"))
                .orderBy(homework.id.asc())
                .list()
                .forEach(out::println);
        session.select(homework).where(homework.number.eq(2)).list().forEach(out::println);

        session.persist(new Course("Java"));
        session.commit();

        // The courses that have a homework with the letter "з". Both homeworks of the one course have it, so SQL gives
        // two rows.
        Subquery withLetter = Query.select(homework.course().id)
                .from(homework)
                .where(homework.description.like("%з%"))
                .as("with_letter");
        session.select(course)
                .join(withLetter, course.id.eq(withLetter.get(homework.course().id)))
                .distinct()
                .list()
                .forEach(out::println);

        // The reverse side of homework.course, which nobody declared.
        session.related(course1, homework, homework.course()).forEach(out::println);

        session.update(course)
                .set(course.name, "JavaScript")
                .where(course.name.eq("Java"))
                .execute();
        session.commit();
        session.select(course).orderBy(course.id.asc()).list().forEach(out::println);

        session.delete(course).where(course.name.eq("JavaScript")).execute();
        session.commit();
        session.select(course).orderBy(course.id.asc()).list().forEach(out::println);
    }
}
