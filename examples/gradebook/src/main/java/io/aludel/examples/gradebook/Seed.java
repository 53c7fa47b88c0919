// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import io.aludel.orm.Session;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.datafaker.Faker;

/**
 * Random rows inside the homework's ranges: 3 groups, 30 to 50 students, 3 to 5 lecturers, 5 to 8 subjects, 1 to 20 grades a student. The
 * same random seed gives the same rows on any day, any database and in any country.
 *
 * <p>However many they are, the session holds few of them at a time: it writes them by and by, all in its one transaction.
 */
public final class Seed {
    /** The weekdays of a school year that is over: grades of next week would look odd. */
    private static final List<LocalDate> SCHOOL_DAYS = LocalDate.of(2025, 9, 1)
            .datesUntil(LocalDate.of(2026, 5, 30))
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
            .toList();

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

    /** Rows that the session holds before it writes them and lets go of them. */
    private static final int HELD = 4_096;
    /** How often another name is tried where somebody has it already: names may run out. */
    private static final int TRIES = 10;
    /** Of so many people the names are remembered to keep them apart; more than that may share them. */
    private static final int REMEMBERED = 100_000;

    private final SeedSize size;
    private final Random random;
    private final Supplier<String> people;
    private final Set<String> taken = new HashSet<>();

    /** What was made. */
    public record Made(int groups, int students, int lecturers, int subjects, int grades) {
        /** {@code 3 groups, 30 students, 4 lecturers, 8 subjects and 333 grades}. */
        public String inWords() {
            return Counted.listed(List.of(
                    Counted.of(groups, "group"),
                    Counted.of(students, "student"),
                    Counted.of(lecturers, "lecturer"),
                    Counted.of(subjects, "subject"),
                    Counted.of(grades, "grade")));
        }
    }

    public Seed(SeedSize size) {
        this.size = size;
        this.random = new Random(size.randomSeed());
        Faker faker = new Faker(Locale.ENGLISH, random);
        this.people = () -> faker.name().firstName() + " " + faker.name().lastName();
    }

    /** @param people the names that there are, the same one again and again perhaps */
    Seed(SeedSize size, Supplier<String> people) {
        this.size = size;
        this.random = new Random(size.randomSeed());
        this.people = people;
    }

    /** Writes the rows into a session that holds nothing else, and lets go of them; the caller commits. */
    Made into(Session session, SeedProgress progress) {
        List<Group> groups = Stream.of("A-1", "A-2", "B-1").map(Group::new).toList();
        List<Lecturer> lecturers =
                Stream.generate(() -> new Lecturer(name())).limit(between(3, 5)).toList();
        List<Subject> subjects = subjects(lecturers);
        session.persistAll(groups);
        session.persistAll(lecturers);
        session.persistAll(subjects);
        session.flush();
        int students = size.students().orElseGet(() -> between(SeedSize.FEWEST_STUDENTS, SeedSize.USUAL_STUDENTS));
        int grades = students(
                session,
                students,
                groups.stream().map(Group::id).toList(),
                subjects.stream().map(Subject::id).toList(),
                progress);
        return new Made(groups.size(), students, lecturers.size(), subjects.size(), grades);
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

    /** All students with their grades; how many grades these are. */
    private int students(
            Session session, int count, List<Long> groupIds, List<Long> subjectIds, SeedProgress progress) {
        int grades = 0;
        int made = 0;
        while (made < count) {
            // References instead of the objects, which would hold on to all that refers to them.
            session.clear();
            List<Group> groups = references(session, Group.class, groupIds);
            List<Subject> subjects = references(session, Subject.class, subjectIds);
            for (int held = 0; held < HELD && made < count; made++) {
                int some = student(session, any(groups), subjects);
                grades += some;
                held += 1 + some;
            }
            session.flush();
            progress.made(made, count);
        }
        session.clear();
        return grades;
    }

    /** One student, whose grades are around what is usual for this one; how many grades these are. */
    private int student(Session session, Group group, List<Subject> subjects) {
        Student student = new Student(name(), group);
        session.persist(student);
        int usual = between(4, 10);
        int grades = between(1, size.grades());
        for (int i = 0; i < grades; i++) {
            int value = Math.min(Grade.HIGHEST, usual + between(-3, 3));
            session.persist(new Grade(student, any(subjects), value, any(SCHOOL_DAYS)));
        }
        return grades;
    }

    private static <T> List<T> references(Session session, Class<T> entity, List<Long> ids) {
        return ids.stream().map(id -> session.getReference(entity, id)).toList();
    }

    private String name() {
        String name = people.get();
        for (int i = 0; i < TRIES && taken.contains(name); i++) {
            name = people.get();
        }
        if (taken.size() < REMEMBERED) {
            taken.add(name);
        }
        return name;
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
