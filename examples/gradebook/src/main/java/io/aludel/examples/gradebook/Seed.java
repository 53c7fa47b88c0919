// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import io.aludel.orm.Session;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import net.datafaker.Faker;

/**
 * Random rows inside the homework's ranges: 3 groups, 30 to 50 students, 3 to 5 lecturers, 5 to 8 subjects, 1 to 20 grades a student. The
 * same random seed gives the same rows on any day and any database.
 */
public final class Seed {
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 5, 29);
    private static final List<String> SUBJECTS = List.of(
            "Algebra",
            "Geometry",
            "Physics",
            "Chemistry",
            "Biology",
            "History",
            "Databases",
            "Programming",
            "Philosophy",
            "Statistics");

    private final Random random;
    private final Faker faker;

    public Seed(long randomSeed) {
        this.random = new Random(randomSeed);
        this.faker = new Faker(Locale.ENGLISH, random);
    }

    /** What was made. */
    public record Made(int groups, int students, int lecturers, int subjects, int grades) {}

    /** Makes the objects and hands them to the session; the caller commits. */
    Made into(Session session) {
        List<Group> groups = List.of(new Group("A-1"), new Group("A-2"), new Group("B-1"));
        List<Student> students = names(between(30, 50)).stream()
                .map(name -> new Student(name, any(groups)))
                .toList();
        List<Lecturer> lecturers =
                names(between(3, 5)).stream().map(Lecturer::new).toList();
        List<Subject> subjects = subjects(lecturers);
        List<Grade> grades = new ArrayList<>();
        for (Student student : students) {
            for (int i = between(1, 20); i > 0; i--) {
                grades.add(new Grade(student, any(subjects), between(1, 12), schoolDay()));
            }
        }
        session.persistAll(groups);
        session.persistAll(students);
        session.persistAll(lecturers);
        session.persistAll(subjects);
        session.persistAll(grades);
        return new Made(groups.size(), students.size(), lecturers.size(), subjects.size(), grades.size());
    }

    /** 5 to 8 subjects; every lecturer has at least one of them. */
    private List<Subject> subjects(List<Lecturer> lecturers) {
        List<String> names = new ArrayList<>(SUBJECTS);
        Collections.shuffle(names, random);
        List<Subject> subjects = new ArrayList<>();
        for (String name : names.subList(0, between(5, 8))) {
            Lecturer lecturer = subjects.size() < lecturers.size() ? lecturers.get(subjects.size()) : any(lecturers);
            subjects.add(new Subject(name, lecturer));
        }
        return subjects;
    }

    private Set<String> names(int count) {
        Supplier<String> name =
                () -> faker.name().firstName() + " " + faker.name().lastName();
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < count) {
            names.add(name.get());
        }
        return names;
    }

    private LocalDate schoolDay() {
        return FIRST_DAY.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(FIRST_DAY, LAST_DAY) + 1));
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
