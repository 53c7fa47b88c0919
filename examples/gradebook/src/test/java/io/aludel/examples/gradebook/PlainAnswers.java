// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static java.util.stream.Collectors.groupingBy;

import io.aludel.examples.gradebook.answer.GroupAverage;
import io.aludel.examples.gradebook.answer.LecturerAverage;
import io.aludel.examples.gradebook.answer.StudentAverage;
import io.aludel.examples.gradebook.answer.StudentGrade;
import io.aludel.examples.gradebook.answer.SubjectAverage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The ten answers from rows in memory, by nothing but loops: what the queries are compared with. */
record PlainAnswers(List<PlainGrade> grades) {
    /** One grade with all that the questions ask about. */
    record PlainGrade(
            long id,
            long studentId,
            String student,
            String group,
            String subject,
            String lecturer,
            int value,
            LocalDate receivedOn) {}

    List<StudentAverage> select1() {
        return averages(grades, PlainGrade::studentId).entrySet().stream()
                .map(entry -> new Averaged(name(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(Averaged::average, PlainAnswers::compareExactly)
                        .reversed()
                        .thenComparing(Averaged::name))
                .limit(5)
                .map(averaged ->
                        new StudentAverage(averaged.name(), averaged.average().shown()))
                .toList();
    }

    List<SubjectAverage> select2(String subject) {
        Map<Long, Fraction> averages = averages(of(grade -> grade.subject().equals(subject)), PlainGrade::studentId);
        return averages.entrySet().stream()
                .filter(entry ->
                        averages.values().stream().allMatch(other -> compareExactly(other, entry.getValue()) <= 0))
                .map(entry -> new SubjectAverage(
                        name(entry.getKey()), subject, entry.getValue().shown()))
                .sorted(Comparator.comparing(SubjectAverage::student))
                .toList();
    }

    List<GroupAverage> select3(String subject) {
        return averages(of(grade -> grade.subject().equals(subject)), PlainGrade::group).entrySet().stream()
                .map(entry -> new GroupAverage(entry.getKey(), entry.getValue().shown()))
                .sorted(Comparator.comparing(GroupAverage::group))
                .toList();
    }

    List<BigDecimal> select4(Predicate<PlainGrade> which) {
        return averages(of(which), grade -> "all").values().stream()
                .map(Fraction::shown)
                .toList();
    }

    List<StudentGrade> select7(String group, String subject) {
        return of(grade -> grade.group().equals(group) && grade.subject().equals(subject)).stream()
                .sorted(Comparator.comparing(PlainGrade::student)
                        .thenComparing(PlainGrade::receivedOn)
                        .thenComparing(PlainGrade::id))
                .map(grade -> new StudentGrade(grade.student(), grade.value(), grade.receivedOn()))
                .toList();
    }

    List<LecturerAverage> select8(String lecturer) {
        return averages(of(grade -> grade.lecturer().equals(lecturer)), PlainGrade::lecturer).entrySet().stream()
                .map(entry ->
                        new LecturerAverage(entry.getKey(), entry.getValue().shown()))
                .toList();
    }

    /** The names of subjects among these grades, each once, by code point. */
    List<String> subjects(Predicate<PlainGrade> which) {
        return of(which).stream().map(PlainGrade::subject).distinct().sorted().toList();
    }

    private List<PlainGrade> of(Predicate<PlainGrade> which) {
        return grades.stream().filter(which).toList();
    }

    private String name(long studentId) {
        return grades.stream()
                .filter(grade -> grade.studentId() == studentId)
                .findFirst()
                .orElseThrow()
                .student();
    }

    private static <K> Map<K, Fraction> averages(
            List<PlainGrade> grades, java.util.function.Function<PlainGrade, K> key) {
        return grades.stream()
                .collect(groupingBy(
                        key,
                        java.util.stream.Collectors.collectingAndThen(
                                java.util.stream.Collectors.toList(),
                                group -> new Fraction(
                                        group.stream()
                                                .mapToInt(PlainGrade::value)
                                                .sum(),
                                        group.size()))));
    }

    private record Averaged(String name, Fraction average) {}

    private static int compareExactly(Fraction one, Fraction other) {
        return Long.compare((long) one.sum() * other.count(), (long) other.sum() * one.count());
    }

    /** An average as it is: never rounded before it is shown. */
    private record Fraction(int sum, int count) {
        BigDecimal shown() {
            return new BigDecimal(sum).divide(new BigDecimal(count), 2, RoundingMode.HALF_UP);
        }
    }
}
