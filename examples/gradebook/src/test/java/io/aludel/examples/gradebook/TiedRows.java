// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import io.aludel.orm.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Random rows in which much is equal: a few averages, each from several counts (5/3 and 10/6), names that several carry or that order
 * differently by code point, by Java and by language, days on which many grades fall; and rows to which nothing belongs.
 */
final class TiedRows {
    private static final List<String> NAMES =
            List.of("Ａda", "😀da", "Ada", "ada", "Zoe\u0301", "Zoé", "Ädda", "Яна", "Яна", "-1", "");
    private static final List<List<Integer>> GRADES =
            List.of(List.of(8, 8, 9), List.of(8, 9, 8), List.of(9, 8, 8, 7, 8, 10), List.of(1, 2, 2), List.of(3, 1, 1));
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 2, 28);

    private final Random random;

    TiedRows(long randomSeed) {
        this.random = new Random(randomSeed);
    }

    void into(Session session) {
        List<Group> groups = List.of(new Group("Ｂ"), new Group("😀"), new Group("b"));
        List<Lecturer> lecturers = List.of(new Lecturer("Яна"), new Lecturer("Яна"), new Lecturer("Ада"));
        List<Subject> subjects = List.of("Ｃ", "😀", "Ｃ ", "c").stream()
                .map(name -> subject(name, lecturers))
                .toList();
        session.persistAll(groups);
        session.persistAll(lecturers);
        session.persistAll(subjects);
        session.persistAll(List.of(new Group("empty"), new Subject("empty", lecturers.get(2))));
        for (int i = 0; i < 24; i++) {
            Student student = new Student(any(NAMES), any(groups));
            session.persist(student);
            if (i > 1) {
                session.persistAll(grades(student, subjects));
            }
        }
    }

    private Subject subject(String name, List<Lecturer> lecturers) {
        return new Subject(name, lecturers.get(random.nextInt(2)));
    }

    /** In one to three subjects, one of the sets of grades, as it is or twice, in any order. */
    private List<Grade> grades(Student student, List<Subject> subjects) {
        List<Grade> grades = new ArrayList<>();
        for (int in = 1 + random.nextInt(3); in > 0; in--) {
            Subject subject = any(subjects);
            List<Integer> values = any(GRADES);
            for (int times = 1 + random.nextInt(2); times > 0; times--) {
                values.forEach(
                        value -> grades.add(new Grade(student, subject, value, LAST_DAY.minusDays(random.nextInt(3)))));
            }
        }
        Collections.shuffle(grades, random);
        return grades;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
