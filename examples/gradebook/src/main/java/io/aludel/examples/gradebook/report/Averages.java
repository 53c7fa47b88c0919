// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import io.aludel.examples.gradebook.Lookup.Found;
import io.aludel.examples.gradebook.answer.Average;
import java.util.List;
import java.util.Optional;

/** The averages by group and subject, of the first groups and subjects by name. */
record Averages(List<Found> groups, List<Found> subjects, List<GroupSubjectAverage> known) {
    Averages {
        groups = List.copyOf(groups);
        subjects = List.copyOf(subjects);
        known = List.copyOf(known);
    }

    static Averages read(ReportQueries queries, int mostGroups, int mostSubjects) {
        List<Found> groups = queries.groups(mostGroups);
        List<Found> subjects = queries.subjects(mostSubjects);
        return new Averages(
                groups,
                subjects,
                groups.isEmpty() || subjects.isEmpty() ? List.of() : queries.averages(ids(groups), ids(subjects)));
    }

    /** Nothing if the group has no grade in the subject. */
    Optional<Average> of(Found group, Found subject) {
        return known.stream()
                .filter(one ->
                        one.groupId().equals(group.id()) && one.subjectId().equals(subject.id()))
                .map(one -> new Average(one.sum(), one.count()))
                .findFirst();
    }

    private static List<Long> ids(List<Found> rows) {
        return rows.stream().map(Found::id).toList();
    }
}
