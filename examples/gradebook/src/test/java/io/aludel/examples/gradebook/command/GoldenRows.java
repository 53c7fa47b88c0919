// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import io.aludel.orm.Session;
import java.time.LocalDate;
import java.util.List;

/** A few rows that never change, with names that are hard to print: what the golden files show. */
final class GoldenRows {
    static final String GROUP = "B%_\\2; --";
    static final String SUBJECT = "Мова, \"рідна\"";
    static final String LECTURER = "Emmy O'Noether";
    static final String STUDENT = "אדה 😀\n\u001b[31m\u202e=1+1";

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 12);

    private final Session session;
    private final Group letters = new Group("A-1");
    private final Group wild = new Group(GROUP);
    private final Lecturer emmy = new Lecturer(LECTURER);
    private final Lecturer olga = new Lecturer("Ольга");
    private final Subject algebra = new Subject("Algebra", emmy);
    private final Subject language = new Subject(SUBJECT, olga);
    private final Subject lines = new Subject("two\nlines", emmy);

    GoldenRows(Session session) {
        this.session = session;
    }

    void insert() {
        session.persistAll(List.of(letters, wild, emmy, olga, algebra, language, lines));
        student(STUDENT, wild, List.of(language, lines), 9, 12, 9, 11);
        student("Ada", letters, List.of(algebra, language), 12, 10, 11, 9);
        student("Ada", wild, List.of(language), 9, 9);
        student("O'Neil \"Q\"; drop table grades; --", letters, List.of(algebra), 8, 8, 8, 8, 8, 8, 8, 9);
        student("田中 さくら", wild, List.of(algebra, language, lines), 7, 6, 7);
        student("Zoe\u0301, Ａ", letters, List.of(algebra), 12, 11);
        student("Яна", wild, List.of());
    }

    /** Grades of the subjects in turn, one a day. */
    private void student(String name, Group group, List<Subject> subjects, int... values) {
        Student student = new Student(name, group);
        session.persist(student);
        for (int i = 0; i < values.length; i++) {
            session.persist(new Grade(student, subjects.get(i % subjects.size()), values[i], FIRST_DAY.plusDays(i)));
        }
    }
}
