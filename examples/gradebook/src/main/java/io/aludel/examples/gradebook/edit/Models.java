// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import static io.aludel.examples.gradebook.model.QGrade.grade;
import static io.aludel.examples.gradebook.model.QGroup.group;
import static io.aludel.examples.gradebook.model.QLecturer.lecturer;
import static io.aludel.examples.gradebook.model.QStudent.student;
import static io.aludel.examples.gradebook.model.QSubject.subject;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.OneLine;
import io.aludel.examples.gradebook.edit.Editable.Table;
import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The five models, described. */
public final class Models {
    private static final Key<Group, String> GROUP_NAME =
            new Key<>(Key.NAME, new Name("group", Group.LONGEST_NAME), group.name, Group::name, Group::rename);

    static final Editable<Group> GROUP = Editable.of(
                    "group",
                    new Table<>(Group.class, group, group.id, Group::id),
                    List.of(GROUP_NAME),
                    values -> new Group(values.get(GROUP_NAME)),
                    List.of(group.name.byCodePoint().asc(), group.id.asc()))
            .withTwins(row -> group.name.eq(row.name()))
            .withInTheWay(
                    new Holders<>("student", student, row -> student.group().eq(row), student.fullName));

    private static final Key<Student, String> STUDENT_NAME = new Key<>(
            Key.NAME, new Name("student", Student.LONGEST_NAME), student.fullName, Student::fullName, Student::rename);
    private static final Key<Student, Group> STUDENT_GROUP = new Key<>(
            "group",
            new Reference<>(Kind.GROUP, Group.class, Group::name),
            student.group().name,
            Student::group,
            Student::moveTo);

    static final Editable<Student> STUDENT = Editable.of(
                    "student",
                    new Table<>(Student.class, student, student.id, Student::id),
                    List.of(STUDENT_NAME, STUDENT_GROUP),
                    values -> new Student(values.get(STUDENT_NAME), values.get(STUDENT_GROUP)),
                    List.of(student.fullName.byCodePoint().asc(), student.id.asc()))
            .withGoingAlong(new Holders<>("grade", grade, row -> grade.student().eq(row), grade.subject().name));

    private static final Key<Lecturer, String> LECTURER_NAME = new Key<>(
            Key.NAME,
            new Name("lecturer", Lecturer.LONGEST_NAME),
            lecturer.fullName,
            Lecturer::fullName,
            Lecturer::rename);

    static final Editable<Lecturer> LECTURER = Editable.of(
                    "lecturer",
                    new Table<>(Lecturer.class, lecturer, lecturer.id, Lecturer::id),
                    List.of(LECTURER_NAME),
                    values -> new Lecturer(values.get(LECTURER_NAME)),
                    List.of(lecturer.fullName.byCodePoint().asc(), lecturer.id.asc()))
            .withInTheWay(
                    new Holders<>("subject", subject, row -> subject.lecturer().eq(row), subject.name));

    private static final Key<Subject, String> SUBJECT_NAME = new Key<>(
            Key.NAME, new Name("subject", Subject.LONGEST_NAME), subject.name, Subject::name, Subject::rename);
    private static final Key<Subject, Lecturer> SUBJECT_LECTURER = new Key<>(
            "lecturer",
            new Reference<>(Kind.LECTURER, Lecturer.class, Lecturer::fullName),
            subject.lecturer().fullName,
            Subject::lecturer,
            Subject::handTo);

    static final Editable<Subject> SUBJECT = Editable.of(
                    "subject",
                    new Table<>(Subject.class, subject, subject.id, Subject::id),
                    List.of(SUBJECT_NAME, SUBJECT_LECTURER),
                    values -> new Subject(values.get(SUBJECT_NAME), values.get(SUBJECT_LECTURER)),
                    List.of(subject.name.byCodePoint().asc(), subject.id.asc()))
            .withTwins(row -> subject.name.eq(row.name()))
            .withInTheWay(new Holders<>("grade", grade, row -> grade.subject().eq(row), grade.student().fullName));

    private static final Key<Grade, Student> GRADE_STUDENT = new Key<>(
            "student",
            new Reference<>(Kind.STUDENT, Student.class, Student::fullName),
            grade.student().fullName,
            Grade::student,
            Grade::handTo);
    private static final Key<Grade, Subject> GRADE_SUBJECT = new Key<>(
            "subject",
            new Reference<>(Kind.SUBJECT, Subject.class, Subject::name),
            grade.subject().name,
            Grade::subject,
            Grade::moveTo);
    private static final Key<Grade, Integer> GRADE_VALUE =
            new Key<>("grade", new Mark(), grade.value, Grade::value, Grade::correct);
    private static final Key<Grade, LocalDate> GRADE_DAY =
            new Key<>("received_on", new Day(), grade.receivedOn, Grade::receivedOn, Grade::redate);

    static final Editable<Grade> GRADE = Editable.of(
            "grade",
            new Table<>(Grade.class, grade, grade.id, Grade::id),
            List.of(GRADE_STUDENT, GRADE_SUBJECT, GRADE_VALUE, GRADE_DAY),
            values -> new Grade(
                    values.get(GRADE_STUDENT),
                    values.get(GRADE_SUBJECT),
                    values.get(GRADE_VALUE),
                    values.get(GRADE_DAY)),
            List.of(
                    grade.student().fullName.byCodePoint().asc(),
                    grade.student().id.asc(),
                    grade.subject().name.byCodePoint().asc(),
                    grade.receivedOn.asc(),
                    grade.id.asc()));

    private static final List<Editable<?>> ALL = List.of(GROUP, STUDENT, LECTURER, SUBJECT, GRADE);

    private Models() {}

    /**
     * The model that is meant, in the singular or the plural and in any case.
     *
     * @throws GradebookException if there is none
     */
    public static Editable<?> named(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(model -> wanted.equals(model.name()) || wanted.equals(model.name() + "s"))
                .findFirst()
                .orElseThrow(() -> unknown(text, wanted));
    }

    private static GradebookException unknown(String text, String wanted) {
        List<String> names = ALL.stream().map(Editable::name).toList();
        return new GradebookException("There is no model " + OneLine.quoted(text) + ". "
                + Spelling.closest(wanted.replaceFirst("s$", ""), names)
                        .map(name -> "Did you mean " + name + "? ")
                        .orElse("")
                + "The models are: " + String.join(", ", names) + ".");
    }
}
