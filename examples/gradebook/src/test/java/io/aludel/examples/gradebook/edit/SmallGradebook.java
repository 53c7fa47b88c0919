// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import io.aludel.examples.gradebook.Gradebook;
import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One row of each model, all with the id 1. */
final class SmallGradebook {
    private SmallGradebook() {}

    static void make(Gradebook gradebook) {
        gradebook.migrations().upgrade("head", revision -> {});
        Group group = new Group("A-1");
        Lecturer lecturer = new Lecturer("Emmy Noether");
        Subject subject = new Subject("Algebra", lecturer);
        Student student = new Student("Ada Lovelace", group);
        Grade grade = new Grade(student, subject, 12, LocalDate.of(2026, 2, 28));
        gradebook.write(session -> {
            session.persistAll(List.of(group, lecturer, subject, student, grade));
            return grade;
        });
    }

    /** All rows of all models. */
    static String rows(Gradebook gradebook) {
        return gradebook.read(session -> {
            StringBuilder all = new StringBuilder();
            List.of(Models.GROUP, Models.STUDENT, Models.LECTURER, Models.SUBJECT, Models.GRADE)
                    .forEach(model -> all.append(Listing.of(session, model, Optional.empty())));
            return all.toString();
        });
    }
}
