// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static java.util.stream.Collectors.groupingBy;

import io.aludel.examples.gradebook.answer.Average;
import io.aludel.examples.gradebook.answer.GroupAverage;
import io.aludel.examples.gradebook.answer.LecturerAverage;
import io.aludel.examples.gradebook.answer.StudentAverage;
import io.aludel.examples.gradebook.answer.StudentGrade;
import io.aludel.examples.gradebook.answer.SubjectAverage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The answers from rows in memory, by nothing but loops: what the queries are compared with. */
record PlainAnswers(List<PlainGrade> grades) {
    /** One grade with all that the questions ask about. */
    record PlainGrade(
            long id,
            long studentId,
            String student,
            long groupId,
            String group,
            long subjectId,
            String subject,
            long lecturerId,
            String lecturer,
            int value,
            LocalDate receivedOn) {}

    /** By name as the question orders it: by code point, which is not the order of Java's strings. */
    private static final Comparator<String> BY_CODE_POINT =
            Comparator.comparing(name -> name.codePoints().toArray(), Arrays::compare);

    List<StudentAverage> select1() {
        return averages(any -> true, PlainGrade::studentId).stream()
                .sorted(Comparator.comparing(Averaged::average, PlainAnswers::compareExactly)
                        .reversed()
                        .thenComparing(one -> one.any().student(), BY_CODE_POINT)
                        .thenComparing(one -> one.any().studentId()))
                .limit(5)
                .map(one -> new StudentAverage(one.any().student(), one.sum(), one.count()))
                .toList();
    }

    List<SubjectAverage> select2(long subjectId) {
        List<Averaged> averages = averages(grade -> grade.subjectId() == subjectId, PlainGrade::studentId);
        return averages.stream()
                .filter(one -> averages.stream().allMatch(other -> compareExactly(other.average(), one.average()) <= 0))
                .sorted(Comparator.comparing((Averaged one) -> one.any().student(), BY_CODE_POINT)
                        .thenComparing(one -> one.any().studentId()))
                .map(one -> new SubjectAverage(one.any().student(), one.any().subject(), one.sum(), one.count()))
                .toList();
    }

    List<GroupAverage> select3(long subjectId) {
        return groups(grade -> grade.subjectId() == subjectId);
    }

    List<Average> average(Predicate<PlainGrade> which) {
        return averages(which, grade -> "all").stream().map(Averaged::average).toList();
    }

    /** The average of each group among these grades. */
    List<GroupAverage> groups(Predicate<PlainGrade> which) {
        return averages(which, PlainGrade::groupId).stream()
                .sorted(Comparator.comparing(one -> one.any().group(), BY_CODE_POINT))
                .map(one -> new GroupAverage(one.any().group(), one.sum(), one.count()))
                .toList();
    }

    List<StudentGrade> select7(long groupId, long subjectId) {
        return shown(grade -> grade.groupId() == groupId && grade.subjectId() == subjectId);
    }

    List<LecturerAverage> select8(long lecturerId) {
        return averages(grade -> grade.lecturerId() == lecturerId, PlainGrade::lecturerId).stream()
                .map(one -> new LecturerAverage(one.any().lecturer(), one.sum(), one.count()))
                .toList();
    }

    /** The names of the subjects among these grades, each once, by code point. */
    List<String> subjects(Predicate<PlainGrade> which) {
        return sorted(of(which).stream().map(PlainGrade::subject).distinct());
    }

    /** The subjects in which a student's average is at least the mark. */
    List<String> passed(long studentId, BigDecimal mark) {
        return averages(grade -> grade.studentId() == studentId, PlainGrade::subjectId).stream()
                .filter(one ->
                        BigDecimal.valueOf(one.sum()).compareTo(mark.multiply(BigDecimal.valueOf(one.count()))) >= 0)
                .map(one -> one.any().subject())
                .sorted(BY_CODE_POINT)
                .toList();
    }

    List<StudentGrade> select12(long groupId, long subjectId) {
        Predicate<PlainGrade> which = grade -> grade.groupId() == groupId && grade.subjectId() == subjectId;
        LocalDate last = of(which).stream()
                .map(PlainGrade::receivedOn)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        return shown(which.and(grade -> grade.receivedOn().equals(last)));
    }

    static List<String> sorted(Stream<String> names) {
        return names.sorted(BY_CODE_POINT).toList();
    }

    private List<StudentGrade> shown(Predicate<PlainGrade> which) {
        return of(which).stream()
                .sorted(Comparator.comparing(PlainGrade::student, BY_CODE_POINT)
                        .thenComparing(PlainGrade::studentId)
                        .thenComparing(PlainGrade::receivedOn)
                        .thenComparing(PlainGrade::id))
                .map(grade -> new StudentGrade(grade.student(), grade.value(), grade.receivedOn()))
                .toList();
    }

    private List<PlainGrade> of(Predicate<PlainGrade> which) {
        return grades.stream().filter(which).toList();
    }

    private <K> List<Averaged> averages(Predicate<PlainGrade> which, Function<PlainGrade, K> key) {
        return of(which).stream().collect(groupingBy(key)).values().stream()
                .map(Averaged::new)
                .toList();
    }

    private static int compareExactly(Average one, Average other) {
        return Long.compare(one.sum() * other.count(), other.sum() * one.count());
    }

    /** Grades that make one average. */
    private record Averaged(List<PlainGrade> grades) {
        PlainGrade any() {
            return grades.get(0);
        }

        long sum() {
            return grades.stream().mapToLong(PlainGrade::value).sum();
        }

        long count() {
            return grades.size();
        }

        Average average() {
            return new Average(sum(), count());
        }
    }
}
